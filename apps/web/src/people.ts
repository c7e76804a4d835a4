import { labelOf, type Role, roleNames } from '@mase/workflow/words';
import { readList } from './read-list.js';
import type { Visit } from './visit.js';

/** Somebody with an account, as lists show him or her. */
export interface PersonView {
  id: string;
  version: number;
  name: string;
  agencyId: string;
  agencyName?: string | null;
  agencyKind: string;
  teamId: string | null;
  roles: Role[];
  endedAt: string | null;
}

/** Everybody who has access now, by name. */
export async function readPeople(visit: Visit): Promise<PersonView[]> {
  const people: PersonView[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const { items, next } = await readList<PersonView>(visit, '/api/v1/users', { after, limit: 100 });
    people.push(...items);
    after = next ?? undefined;
    more = after !== undefined;
  }
  return people
    .filter(({ endedAt }) => !endedAt)
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

/** A person's agency by name, or by kind where no name is shown. */
export function agencyWords({ agencyName, agencyKind }: PersonView): string {
  return agencyName ?? labelOf(agencyKind);
}

/** Roles in words: "Worker, Panel member". */
export function roleWords(roles: Role[]): string {
  return roles.map((role) => roleNames[role] ?? role).join(', ');
}

/** People as the options of a select, with their agencies; the first option asks to choose. */
export function peopleOptions(people: PersonView[], first: string): { value: string; text: string }[] {
  return [
    { value: '', text: first },
    ...people.map((one) => ({ value: one.id, text: `${one.name} – ${agencyWords(one)}` })),
  ];
}
