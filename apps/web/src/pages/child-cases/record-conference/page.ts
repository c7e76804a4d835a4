import { conferenceOutcomes, labelOf, protectionCategories } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { conferenceWords } from '../casework-words.js';

/** What the initial child protection conference decided, and the category of its plan. */
export const page = casePage({
  verb: 'record-conference',
  fields: {
    outcome: select('what the conference decided'),
    category: select('the category of the plan'),
    reasons: enter('the reasons'),
  },
  model: () => ({
    categories: protectionCategories.map((value) => ({ value, text: labelOf(value) })),
    words: conferenceWords,
    outcomes: conferenceOutcomes,
  }),
  body: (visit) => {
    const outcome = visit.typed('outcome');
    return {
      outcome,
      ...(outcome === 'protection-plan' ? { category: visit.typed('category') } : {}),
      reasons: visit.typed('reasons'),
    };
  },
  done: 'The conference is recorded',
});
