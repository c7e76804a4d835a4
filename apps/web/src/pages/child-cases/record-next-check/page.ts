import { dueWords } from '../../../date-words.js';
import { enter, enterDate } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** What was found at the check that a removal or a closing fixed, and whether there is to be another. */
export const page = casePage({
  verb: 'record-next-check',
  fields: {
    found: enter('what was found'),
    nextCheck: enterDate('the date of the next check'),
  },
  model: ({ view }) => {
    const fixed = view.written.find(({ wrong, body }) => !wrong && typeof body.watcher === 'string');
    const clock = view.clocks?.find(({ rule }) => rule === 'next-check');
    return {
      watcher: fixed ? String(fixed.body.watcher) : null,
      due: clock ? dueWords(clock.due) : null,
    };
  },
  body: (visit) => ({ found: visit.typed('found'), nextCheck: visit.typedDate('nextCheck') }),
  done: 'The check is recorded',
});
