import { path } from '../../../api-client.js';
import { commandPage } from '../../../command-page.js';
import { onCaseCaption, readOnCase } from '../../../on-case.js';
import { type ServiceView, serviceTopic } from '../service.js';

interface CasesOfChild {
  cases: { id: string; reference: string; state: { work: string } }[];
}

/** Carries a service forward to another open case of the child, so that it is not begun anew. */
export const page = commandPage({
  command: 'service-episodes/carry-service',
  section: '/child-cases',
  opened: async (visit) => {
    const { view, etag } = await readOnCase<ServiceView>(visit, 'service-episodes');
    const { body } = await visit.read<CasesOfChild>(path`/api/v1/children/${view.childId}`);
    const others = body.cases.filter(({ id, state }) => id !== view.caseId && state.work !== 'closed');
    return {
      href: `/service-episodes/${view.id}`,
      caption: onCaseCaption(view),
      version: etag,
      allowed: view.allowed,
      facts: [
        ...serviceTopic.facts(view),
        ...(others.length === 0
          ? [{ key: 'Other cases', text: 'The child has no other open case that you may see.' }]
          : []),
      ],
      options: { caseId: others.map(({ id, reference }) => ({ value: id, text: reference })) },
    };
  },
  says: 'The service goes on under the other case with its dates and all that was recorded of it; nothing is asked for anew.',
  asks: [{ name: 'caseId', label: 'Under which case does it go on?', called: 'the case', kind: 'radios' }],
  done: 'The service is carried forward.',
});
