import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { filesFor } from '../../../sections.js';
import { importKinds } from '../import-kinds.js';

/** Which files may be taken, and the imports that this session began in the last hour. */
export const page: Page = {
  id: 'imports/list',
  url: '/imports',
  section: '/imports',

  async get({ who, session = '', request }) {
    const roles = who?.roles ?? [];
    const works = request.server.imports.of(session);
    return show({
      title: 'Import a file',
      model: {
        kinds: importKinds
          .filter((one) => one.roles.some((role) => roles.includes(role)))
          .map(({ name, text, says }) => ({ text, says, href: `/imports/take?kind=${name}` })),
        works: works.map(({ id, kind, preview, began, ended, problem }) => ({
          href: `/imports/outcome?work=${id}`,
          text: importKinds.find(({ name }) => name === kind)?.text ?? kind,
          what: preview ? 'Preview' : 'Import',
          began: momentWords(began),
          state: ended ? (problem ? 'Stopped' : 'Ended') : 'At work',
        })),
        others: filesFor({ roles }).filter(({ href }) => href !== '/imports'),
      },
    });
  },
};
