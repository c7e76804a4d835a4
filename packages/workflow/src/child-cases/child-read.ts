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
const shortBreaks = ['V3', 'V4'];

/** Whether the child, where it was read, is looked after today; short breaks alone do not count. */
export function isLookedAfter({ at, profile, ...read }: Read & Pick<Ctx, 'at' | 'profile'>): boolean {
  const status = childRead(read)?.status;
  if (!status || shortBreaks.includes(status.legalStatus)) return false;
  return status.until === null || status.until > localDate(at, profile.timeZone);
}
