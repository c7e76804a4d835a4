import { enter, enterDate } from '../../../error-words.js';
import { casePage } from '../case-page.js';

/** The manager's decision to go on with somebody who is 18, until a day on which it is decided again. */
export const page = casePage({
  verb: 'continue-as-adult',
  fields: { reasons: enter('the reasons'), until: enterDate('the day of the next decision') },
  model: ({ view }) => ({ close: `/child-cases/${view.id}/propose-closure` }),
  body: (visit) => ({ reasons: visit.typed('reasons'), until: visit.typedDate('until') }),
  done: 'The case goes on. The next decision has its date.',
});
