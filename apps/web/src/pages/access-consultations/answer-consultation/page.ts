import { consultationAnswers, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { consultationSubject } from '../consultation.js';

/** Answers what speaks against giving out what the agency wrote. */
export const page = commandPage({
  command: 'access-consultations/answer-consultation',
  section: '/access-requests',
  opened: consultationSubject,
  says: 'Information governance decides, and knows what you say. Think of who could be hurt, who told you in confidence, and what an inquiry needs.',
  asks: [
    {
      name: 'answer',
      label: 'Does your agency object?',
      called: 'whether your agency objects',
      kind: 'radios',
      options: consultationAnswers.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'words', label: 'To what, and why?', called: 'to what, and why', kind: 'text' },
  ],
  done: 'Your answer is with information governance.',
});
