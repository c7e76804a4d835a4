import { readList } from './read-list.js';
import type { Visit } from './visit.js';

/** An agency with its teams, as the api lists it. */
export interface AgencyView {
  id: string;
  name: string;
  teams: { id: string; name: string }[];
}

/** Every agency of the partnership with its teams. */
export async function readAgencies(visit: Visit): Promise<AgencyView[]> {
  const { items } = await readList<AgencyView>(visit, '/api/v1/agencies', { after: undefined, limit: 100 });
  return items;
}

/** Every team of the partnership as options of a select, with its agency. */
export async function readTeams(visit: Visit): Promise<{ value: string; text: string }[]> {
  return (await readAgencies(visit)).flatMap(({ name, teams }) =>
    teams.map((team) => ({ value: team.id, text: `${team.name}, ${name}` })),
  );
}
