import { enter } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** A named person answers for the danger and says what is being done. */
export const page = casePage({
  verb: 'acknowledge-danger',
  fields: { doing: enter('what you are doing') },
  model: ({ view }) => ({
    raised: view.written.filter(({ kind, wrong }) => kind === 'danger' && !wrong).slice(0, 1),
    raisedAt: view.standing?.danger?.raisedAt ?? null,
  }),
  body: (visit) => ({ doing: visit.typed('doing') }),
  done: 'You have acknowledged the danger. A strategy discussion is still due',
});
