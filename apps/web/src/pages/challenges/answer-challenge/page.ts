import { challengeAnswers } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { answerWords, challengeSubject } from '../challenge.js';

/** Answers a challenge at its stage. */
export const page = commandPage({
  command: 'challenges/answer-challenge',
  section: '/challenges',
  opened: challengeSubject,
  says: 'Whoever raised it reads your answer, and settles it or takes it to the next stage.',
  asks: [
    {
      name: 'outcome',
      label: 'What do you say?',
      called: 'what you say',
      kind: 'radios',
      options: challengeAnswers.map((value) => ({ value, text: answerWords[value] ?? value })),
    },
    { name: 'words', label: 'Why, and what will change?', called: 'why, and what will change', kind: 'text' },
  ],
  done: 'Your answer is with whoever raised it.',
});
