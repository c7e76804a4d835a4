import type { KnownParent } from '../children/carers.js';
import { birthdayAt } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { Age } from '../profile/profile.js';
import type { GuardContext } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = GuardContext<ChildCaseStanding>;
type Read = Pick<Ctx, 'facts' | 'locked' | 'record'>;

/** What a case's rules read of the child on the books. */
interface ChildRead {
  name?: string;
  birthDate?: string | null;
  status?: { legalStatus: string; until: string | null } | null;
  parents?: KnownParent[];
  lines?: { 'looked-after'?: { until: string | null } };
}

/** What is known of the child of a case; undefined where the child's record was not read. */
export function childRead({ locked, facts, record }: Read): ChildRead | undefined {
  const { childId } = record.standing;
  const children = [...locked, ...facts.related].filter((one) => one.kind === 'child');
  return children.find(({ id }) => id === childId)?.standing as ChildRead | undefined;
}

/** Whether the child on the books, where it was read, has reached an age in years and months today. */
export function hasReached(context: Read & Pick<Ctx, 'at' | 'profile'>, age: Age): boolean | null {
  const child = childRead(context);
  if (!child?.birthDate) return null;
  return (
    birthdayAt(child.birthDate, age.years, age.months) <= localDate(context.at, context.profile.timeZone)
  );
}

/** Codes of short breaks (SSDA903): such a child lives at home and moves with the family. */
export const shortBreaks: readonly string[] = ['V3', 'V4'];

/** Ends of what is recorded of being looked after, as a return gives it and as a line of status; short breaks do not count. */
function endsOfCare(read: Read): (string | null)[] {
  const { status, lines } = childRead(read) ?? {};
  const returned = status && !shortBreaks.includes(status.legalStatus) ? [status] : [];
  return [...returned, ...(lines?.['looked-after'] ? [lines['looked-after']] : [])].map(({ until }) => until);
}

/** Whether the child, where it was read, is looked after today, by the return or by the line of status. */
export function isLookedAfter({ at, profile, ...read }: Read & Pick<Ctx, 'at' | 'profile'>): boolean {
  const today = localDate(at, profile.timeZone);
  return endsOfCare(read).some((until) => until === null || until > today);
}

/** Whether it is recorded that the child was looked after, and is no longer. */
export function hasLeftCare(context: Read & Pick<Ctx, 'at' | 'profile'>): boolean {
  return endsOfCare(context).length > 0 && !isLookedAfter(context);
}
