import { agencyKinds, labelOf, strategyOutcomes } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { outcomeOf } from '../code-words.js';

/** A strategy discussion: which agencies took part, how, and what they decided. */
export const page = casePage({
  verb: 'record-strategy-discussion',
  fields: {
    how: select('how it was held'),
    agencies: select('the agencies that took part'),
    outcome: select('the outcome'),
    summary: enter('what was decided and why'),
    crimeReference: enter('the crime reference'),
    noCrimeReason: enter('why there is no crime reference'),
  },
  model: ({ view }) => ({
    agencies: agencyKinds.map((kind) => ({ value: kind, text: labelOf(kind) })),
    outcomes: strategyOutcomes.map((outcome) => ({ value: outcome, text: outcomeOf(outcome) })),
    currentHarm: view.currentHarm ?? false,
  }),
  body: (visit) => ({
    how: visit.typed('how'),
    agencies: visit.typedList('agencies'),
    outcome: visit.typed('outcome'),
    summary: visit.typed('summary'),
    crimeReference: visit.typed('crimeReference'),
    noCrimeReason: visit.typed('noCrimeReason'),
  }),
  done: 'The strategy discussion is recorded',
});
