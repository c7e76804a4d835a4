import { commandPage } from '../../../command-page.js';
import { dateWords } from '../../../date-words.js';
import type { VictimView } from '../../incidents/incident.js';

/** Withdraws that a child is a victim of an incident. */
export const page = commandPage({
  command: 'incident-victims/withdraw-link',
  section: '/incidents',
  opened: async (visit) => {
    const id = encodeURIComponent(visit.params.id ?? '');
    const { body, etag } = await visit.read<VictimView>(`/api/v1/incident-victims/${id}`);
    const { incident } = body;
    return {
      href: `/children/${body.childId}/incidents`,
      caption: body.childName,
      version: etag,
      allowed: body.allowed,
      facts: incident
        ? [
            { key: 'Incident', text: `${incident.force}, ${incident.reference}` },
            { key: 'Recorded', text: dateWords(incident.recorded) },
            ...(body.withdrawn ? [{ key: 'Withdrawn', text: body.withdrawn.reason }] : []),
          ]
        : [],
    };
  },
  says: 'The child is then no longer shown as a victim of this incident. What was written stays in the history.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The link is withdrawn.',
  next: () => '/incidents',
});
