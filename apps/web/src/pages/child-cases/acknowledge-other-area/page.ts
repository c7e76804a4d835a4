import { enter } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { entryLines } from '../entry-words.js';

/** What another area answered to a referral that was passed on: until then triage keeps asking. */
export const page = casePage({
  verb: 'acknowledge-other-area',
  fields: { answeredBy: enter('who answered'), doing: enter('what they do') },
  model: ({ view }) => {
    const triage = view.written.find(({ kind, wrong }) => kind === 'triage' && !wrong);
    return { told: triage ? entryLines(triage).filter(({ label }) => label === 'Other area') : [] };
  },
  body: (visit) => ({ answeredBy: visit.typed('answeredBy'), doing: visit.typed('doing') }),
  done: 'The other area’s answer is recorded',
});
