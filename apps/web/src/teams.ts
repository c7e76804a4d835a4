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

/** Every agency of the partnership as options of a select, by name; the first option asks to choose. */
export async function agencyOptions(visit: Visit): Promise<{ value: string; text: string }[]> {
  const named = [...(await readAgencies(visit))].sort((one, other) =>
    one.name.localeCompare(other.name, 'en-GB'),
  );
  return [
    { value: '', text: 'Choose the agency' },
    ...named.map(({ id, name }) => ({ value: id, text: name })),
  ];
}
