import { resumeReasons } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { resumeWords } from '../casework-words.js';
import { suspensionLine } from '../suspension-line.js';

/** Why a suspended case goes on. */
export const page = casePage({
  verb: 'resume',
  fields: { reason: select('why the case goes on'), words: enter('what happened') },
  model: ({ view }) => ({
    known: suspensionLine(view),
    reasons: resumeReasons.map((value) => ({ value, text: resumeWords[value] })),
  }),
  body: (visit) => ({ reason: visit.typed('reason'), words: visit.typed('words') }),
  done: 'The case goes on. Its worker and manager are told.',
});
