import type { ImportWork } from '../../../import-works.js';
import { goTo, type Page, show } from '../../../page.js';
import { importKinds, stageWords } from '../import-kinds.js';

const patienceMs = 1_500;

function titleOf({ ended, preview, problem }: ImportWork): string {
  if (!ended) return preview ? 'The preview is at work' : 'The import is at work';
  if (problem) return preview ? 'The preview stopped' : 'The import stopped';
  return preview ? 'Preview: nothing is stored yet' : 'Imported';
}

const sum = ({ stages }: ImportWork, of: 'taken' | 'refused') =>
  stages.reduce((all, one) => all + one[of], 0);

/** How far an import is and what came of every row; a preview is taken from here. It may be left and opened again. */
export const page: Page = {
  id: 'imports/outcome',
  url: '/imports/outcome',
  section: '/imports',

  async get({ request, query, session = '' }) {
    const work = request.server.imports.find(session, query.work ?? '');
    if (!work) return goTo('/imports');
    const { id, kind, preview, ended, problem, stages, rows, reasons, proposals } = work;
    const line = ({ line: number, field, value, reason, file }: (typeof rows)[number]) => ({
      ...{ number, field, value, reason, file },
    });
    return show({
      title: titleOf(work),
      back: { href: '/imports', text: 'Import a file' },
      model: {
        ...{ preview, ended, problem, proposals, again: `/imports/outcome?work=${id}` },
        kind: importKinds.find(({ name }) => name === kind)?.text ?? kind,
        stages: stages.map(({ stage, read, taken, known, refused, warnings }) => ({
          label: stageWords[stage] ?? stage,
          href: null,
          definition: null,
          cells: [read, taken, known, refused, warnings],
        })),
        refused: rows.filter(({ outcome }) => outcome === 'refused').map(line),
        doubts: rows.filter(({ outcome }) => outcome === 'warning').map(line),
        more: reasons > rows.length ? reasons - rows.length : null,
        takeable: preview && ended && !problem && sum(work, 'taken') > 0,
        nothing: preview && ended && !problem && sum(work, 'taken') === 0,
        rows: sum(work, 'taken'),
      },
    });
  },

  async post({ request, query, api, session = '' }) {
    const work = request.server.imports.take(api, session, query.work ?? '');
    if (!work) return goTo('/imports', 'The files of that preview are gone. Choose them again.');
    await Promise.race([work.done, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    return goTo(`/imports/outcome?work=${work.id}`);
  },
};
