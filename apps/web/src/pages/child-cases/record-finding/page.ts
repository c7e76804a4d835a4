import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** Something that nobody knew, found out: what an assessment left open, and no new assessment is needed to say it. */
export const page = casePage({
  verb: 'record-finding',
  fields: {
    code: select('what was found out'),
    found: enter('what you know now'),
    source: enter('where it is known from'),
  },
  model: ({ view }) => ({
    questions: (view.toFindOut ?? []).map(({ code, what, due }) => ({
      value: code,
      text: what,
      hint: { text: `To be found out by ${dateWords(due)}` },
    })),
    how: view.toFindOut?.[0]?.how ?? null,
    assess: `/child-cases/${view.id}/assess-risk`,
  }),
  body: (visit) => ({
    code: visit.typed('code'),
    found: visit.typed('found'),
    source: visit.typed('source'),
  }),
  done: 'What was found out is recorded',
});
