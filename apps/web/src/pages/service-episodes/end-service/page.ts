import { serviceOutcomes } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { readOnCase } from '../../../on-case.js';
import { type ServiceView, serviceOutcome, serviceSubject, whenAsked } from '../service.js';

/** Records how a service ended, why, and what the child says of it. */
export const page = commandPage({
  command: 'service-episodes/end-service',
  section: '/child-cases',
  opened: async (visit) => {
    const subject = await serviceSubject(visit);
    const { view } = await readOnCase<ServiceView>(visit, 'service-episodes');
    const fitting = serviceOutcomes.filter((one) => (one === 'not-begun') === (view.startedAt === null));
    return {
      ...subject,
      options: { outcome: fitting.map((value) => ({ value, text: serviceOutcome(value) })) },
    };
  },
  says: 'How it ended and why is read by those who hold the case and by those who oversee.',
  asks: [
    { name: 'outcome', label: 'How did it end?', called: 'how it ended', kind: 'radios' },
    { name: 'reason', label: 'Why?', called: 'why it ended', kind: 'text' },
    {
      name: 'childWords',
      label: 'What does the child say of it?',
      called: 'what the child says of it',
      kind: 'text',
      hint: 'In the child’s own words, if there are any',
    },
    whenAsked,
  ],
  done: 'It is recorded that the service has ended.',
});
