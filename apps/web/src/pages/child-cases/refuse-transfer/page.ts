import { transferAnswers } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { isReceiver, noticeRows } from '../transfer-words.js';

const words: Record<string, string> = {
  refused: 'The receiving area refuses',
  withdrawn: 'We withdraw the request',
};

/** The ways that are open to this reader; the others say why they are not. */
function answers({ allowed = [] }: CaseView) {
  const ways = allowed.filter(({ command }) => command === 'child-cases/refuse-transfer');
  return transferAnswers.map((value) => {
    const way = ways.find(({ choice }) => choice === value);
    const missing = way && !way.available ? way.missing.map((one) => one.words).join(' ') : '';
    return {
      value,
      text: words[value],
      ...(missing ? { hint: { text: `Not possible now. ${missing}` } } : {}),
    };
  });
}

/** A transfer that is not accepted: the case goes back to where it was. */
export const page = casePage({
  verb: 'refuse-transfer',
  fields: {
    answer: select('who ends it'),
    reason: enter('the reason'),
    answeredBy: enter('who answered, and how'),
  },
  model: ({ view }) => ({ notice: noticeRows(view), receiver: isReceiver(view), answers: answers(view) }),
  body: (visit) => ({
    answer: visit.typed('answer'),
    reason: visit.typed('reason'),
    answeredBy: visit.typed('answeredBy'),
  }),
  done: 'The transfer is ended. The case goes on where it was.',
  leadsTo: (visit) => (visit.who?.roles?.includes('receiving-area-worker') ? '/' : undefined),
});
