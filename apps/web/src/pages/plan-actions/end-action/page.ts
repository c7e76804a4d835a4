import { actionEndings } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { actionSubject, endingWords } from '../action.js';

/** Ends an action in one of five ways, with evidence. */
export const page = commandPage({
  command: 'plan-actions/end-action',
  section: '/plan-actions',
  opened: actionSubject,
  says: 'What you write here is what the panel and the plan will show.',
  asks: [
    {
      name: 'how',
      label: 'How did it end?',
      called: 'how it ended',
      kind: 'radios',
      options: actionEndings.map((value) => ({
        value,
        text: endingWords[value]?.text ?? value,
        hint: { text: endingWords[value]?.hint ?? '' },
      })),
    },
    {
      name: 'evidence',
      label: 'Evidence, or the reason',
      called: 'the evidence or the reason',
      kind: 'text',
      hint: 'What was done and what came of it; otherwise why not, or who has it now.',
    },
  ],
  done: 'The action has ended.',
});
