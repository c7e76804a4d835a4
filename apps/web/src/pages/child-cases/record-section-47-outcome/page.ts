import { section47Outcomes } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { section47Words } from '../casework-words.js';
import { clockDue } from '../clock-due.js';

/** What the enquiry under section 47 came to: a conference, or why none is needed. */
export const page = casePage({
  verb: 'record-section-47-outcome',
  fields: { outcome: select('the outcome'), reasons: enter('the reasons') },
  model: ({ view }) => ({
    outcomes: section47Outcomes.map((value) => ({ value, text: section47Words[value] })),
    due: clockDue(view, 'conference'),
  }),
  body: (visit) => ({ outcome: visit.typed('outcome'), reasons: visit.typed('reasons') }),
  done: 'The outcome of the enquiry is recorded',
});
