import { commandPage } from '../../../command-page.js';
import { serviceSubject, whenAsked } from '../service.js';

/** Records that a service takes the child on. */
export const page = commandPage({
  command: 'service-episodes/accept-service',
  section: '/child-cases',
  opened: serviceSubject,
  says: 'The child waits until the service has started: the waiting time stands beside it until then.',
  asks: [
    {
      name: 'words',
      label: 'What did the service say?',
      called: 'what the service said',
      kind: 'text',
      hint: 'When it begins and with whom, if you know. You can leave it empty.',
    },
    whenAsked,
  ],
  done: 'It is recorded that the service accepts.',
});
