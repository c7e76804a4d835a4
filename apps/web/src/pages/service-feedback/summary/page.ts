import { labelOf } from '@mase/workflow/words';
import { registerSummary } from '../../../register.js';
import { feedback } from '../feedback.js';

/** Entries of some days, counted. */
export const page = registerSummary(feedback, {
  giver: { heading: 'Who said it', first: 'From', words: labelOf },
  good: { heading: 'What is good', first: 'Theme', words: labelOf },
  mixed: { heading: 'What is mixed', first: 'Theme', words: labelOf },
  'not-good': { heading: 'What is not good', first: 'Theme', words: labelOf },
});
