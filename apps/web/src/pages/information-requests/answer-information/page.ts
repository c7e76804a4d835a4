import { informationAnswers } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { outcomeWords, requestSubject } from '../information-request.js';

/** Answers what the agency was asked; whoever holds the case records an answer that came another way. */
export const page = commandPage({
  command: 'information-requests/answer-information',
  section: '/information-requests',
  opened: requestSubject,
  says: 'What you write is read by those who hold the case and by those who oversee. It is a line of the sharing ledger.',
  asks: [
    {
      name: 'outcome',
      label: 'What is the answer?',
      called: 'what the answer is',
      kind: 'radios',
      options: informationAnswers.map((value) => ({ value, text: outcomeWords[value] ?? value })),
    },
    {
      name: 'answer',
      label: 'What is given',
      called: 'what is given',
      kind: 'text',
      hint: 'What is known, since when and from where. Leave it empty where it is refused.',
    },
    {
      name: 'reason',
      label: 'If not all of it is given: why not',
      called: 'why not all of it is given',
      kind: 'text',
    },
    {
      name: 'decider',
      label: 'Who decided, if it was not you',
      called: 'who decided',
      kind: 'line',
      hint: 'Name and role. It is asked for where you record an answer that came by telephone or letter.',
    },
  ],
  done: 'The answer is recorded. The worker is told.',
});
