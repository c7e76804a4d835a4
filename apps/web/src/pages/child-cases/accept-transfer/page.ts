import { enter } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { isReceiver, noticeRows } from '../transfer-words.js';

/** The receiving area takes the case on: its worker says so, or the sender records the answer of an area without an account. */
export const page = casePage({
  verb: 'accept-transfer',
  fields: {
    takenOnBy: enter('who takes the case on'),
    answeredBy: enter('who answered, and how'),
    handover: enter('who takes the open safety actions over'),
  },
  model: ({ view }) => ({
    notice: noticeRows(view),
    receiver: isReceiver(view),
    openSafety: view.standing?.actions.openSafety ?? 0,
    refuse: `/child-cases/${view.id}/refuse-transfer`,
  }),
  body: (visit) => ({
    takenOnBy: visit.typed('takenOnBy'),
    answeredBy: visit.typed('answeredBy'),
    handover: visit.typed('handover'),
  }),
  done: 'The transfer is accepted, and the case is closed here as moved.',
});
