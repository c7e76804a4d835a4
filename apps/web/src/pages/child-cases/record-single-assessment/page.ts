import { singleAssessmentSteps } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';

const words: Record<string, string> = {
  opened: 'One was opened on a referral to social care',
  complete: 'It is complete',
};

/** The step that is next: opened where none runs, complete where one does. */
function steps({ allowed = [] }: CaseView) {
  const ways = allowed.filter(({ command }) => command === 'child-cases/record-single-assessment');
  return singleAssessmentSteps
    .filter((step) => ways.some(({ choice, available }) => choice === step && available))
    .map((value) => ({ value, text: words[value] }));
}

/** A single assessment of social care: it runs on its own 45 working days, and only where one was opened. */
export const page = casePage({
  verb: 'record-single-assessment',
  fields: { step: select('what happened'), on: enterDate('the day'), outcome: enter('what it found') },
  model: ({ view }) => {
    const clock = (view.clocks ?? []).find(({ rule }) => rule === 'single-assessment');
    return { steps: steps(view), due: clock?.due ?? null };
  },
  values: ({ view }) => ({ step: steps(view)[0]?.value ?? '' }),
  body: (visit) => ({
    step: visit.typed('step'),
    on: visit.typedDate('on'),
    outcome: visit.typed('outcome'),
  }),
  done: 'The single assessment is recorded',
});
