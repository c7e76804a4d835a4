import { suspensionReasons } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { suspensionWords } from '../casework-words.js';
import { dateAhead, suspensionOwners } from '../suspension-owners.js';

/** Why the work waits, until when, and who looks again. */
export const page = casePage({
  verb: 'suspend',
  fields: {
    reason: select('where the child is'),
    words: enter('what is known'),
    expected: enterDate('the expected release or return'),
    whyUnknown: enter('why the release or return is not known'),
    checkBy: enterDate('the date of the check'),
    ownerId: select('who looks again'),
  },
  model: async ({ view }, visit) => ({
    reasons: suspensionReasons.map((value) => ({ value, text: suspensionWords[value] })),
    owners: await suspensionOwners(view, visit),
    closing: view.state.work === 'closing',
  }),
  values: ({ view }) => ({ ...dateAhead('checkBy', 14), ownerId: view.standing?.workerId ?? '' }),
  body: (visit) => ({
    reason: visit.typed('reason'),
    words: visit.typed('words'),
    expected: visit.typedDate('expected'),
    whyUnknown: visit.typed('whyUnknown'),
    checkBy: visit.typedDate('checkBy'),
    ownerId: visit.typed('ownerId'),
  }),
  done: 'The case is suspended. Contact, actions and dates run on.',
});
