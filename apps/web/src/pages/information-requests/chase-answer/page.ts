import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../information-request.js';

/** Chases an answer that has not come. */
export const page = commandPage({
  command: 'information-requests/chase-answer',
  section: '/information-requests',
  opened: requestSubject,
  says: 'Whoever was asked and the managers of the agency are told again. The time to answer stays what it was.',
  asks: [
    { name: 'words', label: 'What do you say to them? (optional)', called: 'what you say', kind: 'text' },
  ],
  done: 'The agency is told again.',
});
