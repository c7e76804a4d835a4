import { type Allowed, canDo } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import {
  committedWords,
  kindWords,
  outcomeWords,
  type VictimView,
  withdrawnLines,
} from '../../incidents/incident.js';

const police = ['police-desk', 'intelligence-officer', 'intelligence-supervisor'];

/** The incidents of which a child is a victim, as those who work with the child are told of them. */
export const page: Page = {
  id: 'incident-victims/list',
  url: '/children/:id/incidents',
  section: '/children',

  async get(visit) {
    const id = visit.params.id ?? '';
    const { body: child } = await visit.read<{ id: string; name: string; begins: Allowed[] }>(
      path`/api/v1/children/${id}`,
    );
    const { body } = await visit.read<{ items: VictimView[] }>('/api/v1/incident-victims', {
      childId: id,
      limit: 100,
    });
    const isPolice = (visit.who?.roles ?? []).some((role) => police.includes(role));
    const lines = body.items.filter(({ state, incident }) => state === 'linked' && incident);
    return show({
      title: 'Incidents that the police recorded',
      back: { href: `/children/${child.id}`, text: child.name },
      model: {
        caption: child.name,
        link: canDo(child.begins, 'incident-victims/link-victim')
          ? `/incident-victims/link-victim?child=${encodeURIComponent(child.id)}`
          : null,
        withdrawn: withdrawnLines(body.items),
        lines: lines.flatMap(({ incident, incidentId }) =>
          incident
            ? [
                {
                  href: isPolice ? `/incidents/${incidentId}` : null,
                  reference: incident.reference,
                  force: incident.force,
                  offence: incident.offence,
                  kind: kindWords[incident.kind],
                  recorded: dateWords(incident.recorded),
                  committed: committedWords(incident),
                  outcome: outcomeWords(incident.outcome),
                },
              ]
            : [],
        ),
      },
    });
  },
};
