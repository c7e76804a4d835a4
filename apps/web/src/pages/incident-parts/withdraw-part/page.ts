import { commandPage } from '../../../command-page.js';
import { dateWords } from '../../../date-words.js';
import type { PartView } from '../../incidents/incident.js';

/** Withdraws that a person of concern, or a location, is in an incident. */
export const page = commandPage({
  command: 'incident-parts/withdraw-part',
  section: '/incidents',
  opened: async (visit) => {
    const id = encodeURIComponent(visit.params.id ?? '');
    const { body, etag } = await visit.read<PartView>(`/api/v1/incident-parts/${id}`);
    const { incident, part } = body;
    return {
      href: `/incidents/${body.incidentId}`,
      caption: body.name ?? 'A record that you do not see',
      version: etag,
      allowed: body.allowed,
      facts: incident
        ? [
            { key: 'Incident', text: `${incident.force}, ${incident.reference}` },
            { key: 'Linked as', text: part === 'place' ? 'Where it was' : `Offender ${body.number}` },
            { key: 'Recorded', text: dateWords(incident.recorded) },
            ...(body.withdrawn ? [{ key: 'Withdrawn', text: body.withdrawn.reason }] : []),
          ]
        : [],
    };
  },
  says: 'The record is then no longer counted for this incident. What was written stays in the history.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The link is withdrawn.',
  next: () => '/incidents',
});
