import { peopleOptions, readPeople } from '../../people.js';
import type { Visit } from '../../visit.js';
import type { CaseView } from './case-view.js';

/** Who may look at a suspension again: the allocated worker first, then the team that holds the case. */
export async function suspensionOwners({ standing }: CaseView, visit: Visit) {
  const people = await readPeople(visit);
  const lead = people.filter(({ id }) => id === standing?.workerId);
  const team = people.filter(({ id, teamId }) => teamId === standing?.team && id !== standing?.workerId);
  return peopleOptions([...lead, ...team], 'Choose who');
}

/** The fields of a date as a form shows them, so many days from today. */
export function dateAhead(name: string, days: number): Record<string, string> {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
