import { labelOf, roleNames } from '@mase/workflow/words';
import type { Subject } from '../../command-page.js';
import { dateWords, momentWords } from '../../date-words.js';
import { type PersonView, peopleOptions, readPeople } from '../../people.js';
import type { Visit } from '../../visit.js';
import { readUser, type UserView } from './user.js';

/** Somebody's absence, as the api shows it. */
export interface AbsenceLine {
  id: string;
  from: string;
  until: string;
  reason: string;
  standInId: string | null;
}

/** A part that somebody has given to another. */
export interface DelegationLine {
  id: string;
  role: keyof typeof roleNames;
  toId: string;
  from: string;
  until: string;
}

const lastDay = (until: string) => dateWords(new Date(Date.parse(until) - 1).toISOString());
const nameIn = (people: PersonView[], id: string) =>
  people.find((one) => one.id === id)?.name ?? 'Somebody who has left';

/** An absence in words. */
export function absenceWords({ from, until, reason, standInId }: AbsenceLine, people: PersonView[]): string {
  const standIn = standInId ? nameIn(people, standInId) : 'The manager of the team';
  return `${labelOf(reason)}, ${dateWords(from)} to ${lastDay(until)}. Stands in: ${standIn}`;
}

/** A delegation in words. */
export function delegationWords({ role, toId, from, until }: DelegationLine, people: PersonView[]): string {
  return `${roleNames[role]}: ${nameIn(people, toId)}, ${momentWords(from)} to ${lastDay(until)}`;
}

/** An account as the subject of what is recorded of absences and delegations, with those who could stand in. */
export async function standInSubject(visit: Visit): Promise<Subject & { user: UserView }> {
  const [{ user, etag }, people] = await Promise.all([readUser(visit), readPeople(visit)]);
  const others = people.filter(({ id, roles }) => id !== user.id && !roles.includes('administrator'));
  const colleagues = others.filter(({ agencyId }) => agencyId === user.agencyId);
  const chairs = user.roles.some((role) => role === 'chair' || role === 'deputy-chair');
  return {
    user,
    href: `/users/${user.id}`,
    caption: user.name,
    version: etag,
    allowed: user.allowed,
    options: {
      standInId: peopleOptions(colleagues, 'The manager of the team'),
      toId: peopleOptions(chairs ? others : colleagues, 'Choose a person'),
      role: user.roles.map((role) => ({ value: role, text: roleNames[role] })),
      absenceId: user.absences.map((one) => ({ value: one.id, text: absenceWords(one, people) })),
      delegationId: user.delegations.map((one) => ({ value: one.id, text: delegationWords(one, people) })),
    },
  };
}
