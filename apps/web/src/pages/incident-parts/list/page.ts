import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import {
  committedWords,
  kindWords,
  outcomeWords,
  type PartView,
  withdrawnLines,
} from '../../incidents/incident.js';

const readsIncidents = [
  ...['police-desk', 'intelligence-officer', 'intelligence-supervisor'],
  ...['chair', 'deputy-chair', 'auditor', 'information-governance', 'caldicott-guardian'],
];

/** The incidents that a person of concern is said to have done, or that were at a location. */
export const page: Page = {
  id: 'incident-parts/list',
  url: '/incident-parts',
  section: '/incidents',

  async get(visit) {
    const { person, place = '' } = visit.query;
    const topic = person ? 'persons' : 'locations';
    const { body: about } = await visit.read<{ id: string; name: string }>(
      path`/api/v1/${topic}/${person ?? place}`,
    );
    const { body } = await visit.read<{ items: PartView[] }>('/api/v1/incident-parts', {
      aboutId: about.id,
      limit: 100,
    });
    const opens = (visit.who?.roles ?? []).some((role) => readsIncidents.includes(role));
    return show({
      title: 'Incidents that the police recorded',
      back: { href: `/${topic}/${about.id}`, text: about.name },
      model: {
        caption: about.name,
        isPerson: Boolean(person),
        withdrawn: withdrawnLines(body.items),
        lines: body.items.flatMap(({ state, incident, incidentId }) =>
          state === 'linked' && incident
            ? [
                {
                  href: opens ? `/incidents/${incidentId}` : null,
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
