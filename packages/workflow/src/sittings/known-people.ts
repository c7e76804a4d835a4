import type { Context, StoredRecord } from '../model.js';
import { latestMembers } from '../panels/members.js';
import type { PanelMember, PanelStanding } from '../panels/standing.js';
import type { UserStanding } from '../users/standing.js';
import type { AttendanceEntry, SittingStanding } from './standing.js';

type Ctx = Pick<Context<SittingStanding>, 'record' | 'facts' | 'locked'>;
type Account = { id: string; name: string; agencyKind: string };

/** What the books know of whoever may come to a sitting: accounts, and the list of its panel; null under a free name. */
export interface KnownPeople {
  accounts: readonly Account[];
  list: { chairs: readonly string[]; members: readonly PanelMember[] } | null;
}

/** Whether two names are one, but for letters and spaces at the ends. */
export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Reads who is known from what a command locked and read: the panel with its list, and all accounts. */
export function knownPeople({ record, facts, locked }: Ctx): KnownPeople {
  const accounts = facts.related
    .filter(({ kind }) => kind === 'user')
    .map(({ id, standing }) => ({ id, ...(standing as UserStanding) }))
    .filter(({ endedAt }) => endedAt === null);
  const panel = locked.find(({ kind, id }) => kind === 'panel' && id === record.parentId) as
    | StoredRecord<PanelStanding>
    | undefined;
  if (!panel) return { accounts, list: null };
  const { chairId, deputyId } = panel.standing;
  const chairs = [record.standing.chairId, chairId, deputyId].filter((id) => id !== null);
  return { accounts, list: { chairs, members: latestMembers(facts) } };
}

/** The account of a line: the one it names, or the only one of that name, of that kind of agency where there are several. */
function accountOf(line: AttendanceEntry, accounts: readonly Account[]): Account | undefined {
  if (line.userId) return accounts.find(({ id }) => id === line.userId);
  const named = accounts.filter(({ name }) => sameName(name, line.name));
  const fits = named.length > 1 ? named.filter(({ agencyKind }) => agencyKind === line.agencyKind) : named;
  return fits.length === 1 ? fits[0] : undefined;
}

const counting: readonly string[] = ['member', 'substitute'];

/** As the list of the panel has somebody; who is not on it is heard and not counted, whatever is said. */
function asListed(line: AttendanceEntry, { list }: KnownPeople): AttendanceEntry {
  if (!list || !counting.includes(line.as)) return line;
  const { userId, name } = line;
  const on = list.members.find((one) =>
    one.userId || userId ? one.userId === userId : sameName(one.name, name),
  );
  if (on) return { ...line, as: on.as, agencyKind: userId ? line.agencyKind : on.agencyKind };
  return userId && list.chairs.includes(userId) ? line : { ...line, notListed: true };
}

/**
 * A line of attendance by what is known and not by what is typed: whoever has an account has it in the line, with the name
 * and the kind of agency of the account, so that a connection withdraws him or her; a panel’s list says who is on it.
 */
export function asKnown(said: AttendanceEntry, known: KnownPeople): AttendanceEntry {
  const { notListed: _before, ...line } = said;
  const account = accountOf(line, known.accounts);
  if (!account) return asListed(line, known);
  const { id: userId, name, agencyKind } = account;
  return asListed({ ...line, userId, name, agencyKind }, known);
}
