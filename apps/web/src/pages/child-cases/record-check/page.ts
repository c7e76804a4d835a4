import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { checkWords } from '../triage-session/check-words.js';

/** What an agency's check of its own records brought to triage. */
export const page = casePage({
  verb: 'record-check',
  fields: {
    agency: enter('the agency'),
    result: select('what the check brought'),
    words: enter('what the agency knows'),
  },
  model: () => ({ results: Object.entries(checkWords).map(([value, text]) => ({ value, text })) }),
  body: (visit) => ({
    agency: visit.typed('agency'),
    result: visit.typed('result'),
    words: visit.typed('words'),
  }),
  done: 'The check is recorded',
});
