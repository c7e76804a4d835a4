import { again, goTo, type Page, show } from '../../../page.js';
import { uploadMegabytes } from '../../../uploads.js';
import { kindFor } from '../import-kinds.js';

const patienceMs = 1_500;

/** Chooses the files of one kind and previews them: nothing is stored. */
export const page: Page = {
  id: 'imports/take',
  url: '/imports/take',
  section: '/imports',
  takesFiles: true,

  async get({ query, who }) {
    const kind = kindFor(query.kind, who?.roles);
    if (!kind) return goTo('/imports');
    const { text, says, parts, dated } = kind;
    return show({
      title: `Import: ${text}`,
      back: { href: '/imports', text: 'Import a file' },
      model: { says, parts, dated, formats: '/imports' },
    });
  },

  async post(visit) {
    const { request, query, who, api, session = '' } = visit;
    const kind = kindFor(query.kind, who?.roles);
    const { uploads } = request;
    if (!kind || !uploads) return goTo('/imports');
    const chosen = kind.parts.filter(({ name }) => uploads.files[name]);
    const [first] = kind.parts;
    if (chosen.length === 0) return again({ [first?.name ?? 'file']: 'Choose a file' });
    const long = chosen.filter(({ name }) => uploads.files[name]?.tooLong);
    if (long.length > 0)
      return again(
        Object.fromEntries(
          long.map(({ name }) => [
            name,
            `The file holds more than ${uploadMegabytes} MB: send it in parts, or take it from the command line`,
          ]),
        ),
      );
    const asAt = visit.typedDate('asAt');
    const work = request.server.imports.start(api, session, {
      kind: kind.name,
      uploads,
      preview: true,
      asAt,
    });
    await Promise.race([work.done, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    return goTo(`/imports/outcome?work=${work.id}`);
  },
};
