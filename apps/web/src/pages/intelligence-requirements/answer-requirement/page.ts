import { labelOf, requirementAnswers } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { requirementSubject } from '../requirement.js';

/** Answers what an agency was asked. */
export const page = commandPage({
  command: 'intelligence-requirements/answer-requirement',
  section: '/intelligence',
  opened: requirementSubject,
  says: 'Whoever raised it and the intelligence desk read the answer. Say what you know already: do not ask a child.',
  asks: [
    {
      name: 'outcome',
      label: 'What is the answer?',
      called: 'what the answer is',
      kind: 'radios',
      options: requirementAnswers.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'answer', label: 'What is known (optional)', called: 'what is known', kind: 'text' },
    { name: 'reason', label: 'If it is refused: why', called: 'why it is refused', kind: 'text' },
  ],
  done: 'The requirement is answered.',
});
