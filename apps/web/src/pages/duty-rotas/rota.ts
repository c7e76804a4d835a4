import { type RotaRole, rotaFits } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { momentWords } from '../../date-words.js';
import type { PersonView } from '../../people.js';
import { readList } from '../../read-list.js';
import type { Visit } from '../../visit.js';

/** A place on a rota. */
export interface Shift {
  userId: string;
  from: string;
  until: string;
}

/** A duty rota as the api lists it. */
export interface RotaLine {
  id: string;
  version: number;
  name: string;
  role: RotaRole;
  agencyId: string;
  hours: 'always' | 'office-hours' | 'outside-office-hours';
  officeFrom: string;
  officeUntil: string;
  shifts: Shift[];
  gaps: { from: string; until: string }[];
  names: { [id: string]: string };
  allowed: Allowed[];
}

/** The hours of a rota in words. */
export function hoursWords({ hours, officeFrom, officeUntil }: RotaLine): string {
  if (hours === 'always') return 'At all hours';
  const office = `${officeFrom} to ${officeUntil} on working days`;
  return hours === 'office-hours' ? office : `At all hours but ${office}`;
}

/** From when until when, in words. */
export function spanWords({ from, until }: { from: string; until: string }): string {
  return `${momentWords(from)} to ${momentWords(until)}`;
}

/** Every rota with the names of those on it. */
export async function readRotas(visit: Visit): Promise<RotaLine[]> {
  const { items } = await readList<RotaLine>(visit, '/api/v1/duty-rotas', { after: undefined, limit: 100 });
  return items;
}

/** The rota of the address; none where it is not on the books. */
export async function readRota(visit: Visit): Promise<RotaLine | undefined> {
  return (await readRotas(visit)).find(({ id }) => id === visit.params.id);
}

/** Who could fill the part: people of the agency whose roles fit it, as an offer; the api decides. */
export function whoFits(people: readonly PersonView[], rota: RotaLine | undefined): PersonView[] {
  return people.filter(
    ({ agencyId, roles }) =>
      rota !== undefined &&
      agencyId === rota.agencyId &&
      !roles.includes('administrator') &&
      roles.some((role) => rotaFits[rota.role].includes(role)),
  );
}

/** Who keeps rotas, as an offer: the api decides. */
export function keepsRotas({ who }: Visit): boolean {
  const keepers = ['manager', 'duty-manager', 'senior', 'coordinator'];
  return who?.roles?.some((role) => keepers.includes(role)) ?? false;
}
