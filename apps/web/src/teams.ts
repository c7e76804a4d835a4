import { readList } from './read-list.js';
import type { Visit } from './visit.js';

/** An agency with its teams, as the api lists it. */
interface AgencyView {
  id: string;
  name: string;
  teams: { id: string; name: string }[];
}

/** Every team of the partnership as options of a select, with its agency. */
export async function readTeams(visit: Visit): Promise<{ value: string; text: string }[]> {
  const { items } = await readList<AgencyView>(visit, '/api/v1/agencies', { after: undefined, limit: 100 });
  return items.flatMap(({ name, teams }) =>
    teams.map((team) => ({ value: team.id, text: `${team.name}, ${name}` })),
  );
}
