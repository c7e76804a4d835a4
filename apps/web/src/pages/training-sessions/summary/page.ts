import { labelOf } from '@mase/workflow/words';
import { registerSummary } from '../../../register.js';
import { training } from '../session.js';

/** Entries of some days, counted. */
export const page = registerSummary(training, {
  'sessions-by-audience': { heading: 'Sessions', first: 'For whom', words: labelOf },
  'people-by-audience': { heading: 'People', first: 'For whom', words: labelOf },
  'people-by-trade': { heading: 'People of a trade', first: 'Trade', words: labelOf },
  'people-by-origin': { heading: 'People by where they came from', first: 'From', words: (from) => from },
});
