import { commandPage } from '../../../command-page.js';
import { serviceSubject, whenAsked } from '../service.js';

/** Records that a service has begun. */
export const page = commandPage({
  command: 'service-episodes/start-service',
  section: '/child-cases',
  opened: serviceSubject,
  says: 'The waiting time ends on the day on which the service started.',
  asks: [
    {
      name: 'words',
      label: 'How did it start?',
      called: 'how it started',
      kind: 'text',
      hint: 'With whom, and how often. You can leave it empty.',
    },
    whenAsked,
  ],
  done: 'It is recorded that the service has started.',
});
