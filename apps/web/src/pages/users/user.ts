import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { agencyWords, type PersonView, roleWords } from '../../people.js';
import { readAgencies } from '../../teams.js';
import type { Visit } from '../../visit.js';
import type { AbsenceLine, DelegationLine } from './standing-in.js';

/** An account as its own page shows it. */
export interface UserView extends PersonView {
  allowed: Allowed[];
  teamName: string | null;
  absences: AbsenceLine[];
  delegations: DelegationLine[];
}

/** Reads one account. */
export async function readUser(visit: Visit): Promise<{ user: UserView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const [{ body, etag }, agencies] = await Promise.all([
    visit.read<UserView>(`/api/v1/users/${id}`),
    readAgencies(visit),
  ]);
  const agency = agencies.find((one) => one.id === body.agencyId);
  const team = agency?.teams.find((one) => one.id === body.teamId);
  return { user: { ...body, agencyName: agency?.name ?? null, teamName: team?.name ?? null }, etag };
}

/** The account as the subject of one of its commands. */
export async function userSubject(visit: Visit): Promise<Subject> {
  const { user, etag } = await readUser(visit);
  return {
    href: `/users/${user.id}`,
    caption: user.name,
    version: etag,
    allowed: user.allowed,
    facts: [
      { key: 'Agency', text: agencyWords(user) },
      { key: 'Roles', text: roleWords(user.roles) || 'None' },
    ],
  };
}
