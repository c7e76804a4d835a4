import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { suspensionLine } from '../suspension-line.js';
import { dateAhead, suspensionOwners } from '../suspension-owners.js';

/** What somebody found who looked at a suspension again, and when the next look is. */
export const page = casePage({
  verb: 'check-suspension',
  fields: {
    found: enter('what was found'),
    expected: enterDate('the expected release or return'),
    checkBy: enterDate('the date of the next check'),
    ownerId: select('who looks again'),
  },
  model: async ({ view }, visit) => ({
    known: suspensionLine(view),
    asksExpected: !view.standing?.suspension?.expected,
    owners: await suspensionOwners(view, visit),
  }),
  values: ({ view }) => ({
    ...dateAhead('checkBy', 14),
    ownerId: view.standing?.suspension?.ownerId ?? '',
  }),
  body: (visit) => ({
    found: visit.typed('found'),
    expected: visit.typedDate('expected'),
    checkBy: visit.typedDate('checkBy'),
    ownerId: visit.typed('ownerId'),
  }),
  done: 'The check is recorded, and the next one set',
});
