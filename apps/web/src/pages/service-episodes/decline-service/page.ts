import { commandPage } from '../../../command-page.js';
import { serviceSubject, whenAsked } from '../service.js';

/** Records that a service does not take the child on, and why. */
export const page = commandPage({
  command: 'service-episodes/decline-service',
  section: '/child-cases',
  opened: serviceSubject,
  says: 'The reason stands with the case. Another service can be asked for at once.',
  asks: [
    { name: 'reason', label: 'Why does the service decline?', called: 'the reason', kind: 'text' },
    whenAsked,
  ],
  done: 'It is recorded that the service declines.',
});
