import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Asks the requester for something before the request can go on. */
export const page = commandPage({
  command: 'access-requests/ask-requester',
  section: '/access-requests',
  opened: requestSubject,
  says: 'The clock stands still until the answer. Ask only for what is needed.',
  asks: [
    {
      name: 'for',
      label: 'What is asked for?',
      called: 'what is asked for',
      kind: 'radios',
      options: [
        { value: 'identity', text: 'Who asks, and in which right' },
        { value: 'clarification', text: 'What the request covers' },
      ],
    },
    { name: 'words', label: 'What did you ask?', called: 'what you asked', kind: 'text' },
  ],
  done: 'The requester is asked; the clock stands still.',
});
