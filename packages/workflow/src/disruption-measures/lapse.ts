import { dateOf, epochDay } from '../clocks/calendar.js';
import { ruleDueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, StoredRecord } from '../model.js';
import type { ProtectionStanding } from '../protections/standing.js';
import type { Effect } from '../topic.js';
import { type CawnChild, cawn } from './cawn.js';
import { type CawnKept, codeOf, type MeasureStanding, ownerOf } from './standing.js';

type Ctx = Pick<Context<MeasureStanding>, 'at' | 'profile' | 'happened'>;

const noonOf = (day: string) => `${day}T12:00:00.000Z`;
const dayBefore = (day: string) => dateOf(epochDay(day) - 1);

/** Whether a measure is the notice that stands and lapses by a child’s age and legal status. */
export const isCawn = ({ code }: Pick<MeasureStanding, 'code'>): boolean => code === 'cawn';

const kept = ({ on, stands, ground, lapsesOn, because, beyondPoliceAdvice }: CawnKept): CawnKept => ({
  ...{ on, stands, ground, lapsesOn, because, beyondPoliceAdvice },
});

const isAgeAlone = ({ ageAlone, ground, because }: CawnKept): boolean =>
  ageAlone ?? (ground === 'under-16' && because === 'sixteenth-birthday');

/** What a notice given on a day stands on, as its standing keeps it. */
export function cawnKept(child: CawnChild, on: string): CawnKept {
  const found = kept(cawn(child, on));
  return isAgeAlone(found) ? { ...found, ageAlone: true } : found;
}

/** A notice on the child’s age alone, as its paper has it; where the child is in care at 16, what a new one would stand for. */
function cawnOnAge(child: CawnChild, on: string): CawnKept {
  const found = { ...kept(cawn(child, on, ['under-16'])), ageAlone: true };
  const anewUntil = found.lapsesOn && cawn(child, found.lapsesOn).lapsesOn;
  return anewUntil ? { ...found, anewUntil } : found;
}

/** The child whom a notice protects, as the locked record of the protection knows it; null where there is none. */
export function childOfNotice(locked: readonly StoredRecord[], measureId: string): CawnChild | null {
  const protection = locked.find((one) => one.kind === 'protection' && one.subjectId === measureId);
  return protection ? (protection.standing as ProtectionStanding) : null;
}

/**
 * What a notice stands on now. One served on the child’s age alone lapses at 16 whatever order is recorded later: its
 * paper cites the Child Abduction Act 1984 s2, and whoever holds it goes by that. Where a notice proves to have no ground,
 * or nobody can tell any more, the day on which it would have lapsed is kept: what is learnt of a child never lengthens a
 * notice that stands on nothing.
 */
export function cawnNow(child: CawnChild, before: CawnKept): CawnKept {
  const now = isAgeAlone(before) ? cawnOnAge(child, before.on) : cawnKept(child, before.on);
  return now.stands === 'yes' ? now : { ...now, lapsesOn: before.lapsesOn, because: before.because };
}

/** Whether a notice rests on nothing: by what is known, the child’s age and legal status gave it no ground. */
export const isWithoutGround = ({ cawn: kept }: Pick<MeasureStanding, 'cawn'>): boolean =>
  kept?.stands === 'no';

/** A notice that turns out to rest on nothing is looked at again today; once it has its ground again, it is not. */
export function groundClocks(context: Ctx, before: MeasureStanding, after: MeasureStanding): Effect[] {
  const [was, is] = [isWithoutGround(before), isWithoutGround(after)];
  if (was === is) return [];
  const rule = 'measure-review';
  const today = localDate(context.at, context.profile.timeZone);
  if (is) return [{ do: 'start', rule, who: ownerOf(after), due: today, sooner: true }];
  return after.expiresOn === null ? [] : [{ do: 'end', rule, reason: 'It has its ground again' }];
}

/** The last day of a measure: the one given, cut short for a notice by the day before it lapses. */
export function lastDayOf(given: string | null, kept: CawnKept | null): string | null {
  const lapse = kept?.lapsesOn ? dayBefore(kept.lapsesOn) : null;
  return given !== null && (lapse === null || given < lapse) ? given : lapse;
}

/** The last day after something was told of it: the one told, none where that is said, and else the one that stands. */
export function lastDayTold(
  { expiresOn, cawn: kept }: MeasureStanding,
  told: { lastDay?: string; noLastDay?: boolean },
): string | null {
  if (told.lastDay === undefined && !told.noLastDay) return expiresOn;
  return lastDayOf(told.lastDay ?? null, kept);
}

/** The last day after what a notice stands on has changed: reckoned anew, unless an earlier one was given. */
export function lastDayAfter({ expiresOn, cawn }: MeasureStanding, now: CawnKept): string | null {
  const given = expiresOn === lastDayOf(null, cawn) ? null : expiresOn;
  return lastDayOf(given, now);
}

const tooShort = ['hours', 'days'];

/** The warning before the end: 28 days ahead, or today where less than that remains; none for what lasts days by law. */
function warning(context: Ctx, standing: MeasureStanding, lastDay: string): Effect[] {
  const rule = 'order-expiry-warning';
  const who = ownerOf(standing);
  const { at, profile } = context;
  if (tooShort.includes(codeOf(standing).most?.unit ?? '')) return [];
  const due = ruleDueAt(profile.clocks[rule], noonOf(lastDay), profile);
  const today = localDate(at, profile.timeZone);
  if (due !== null && due > at) return [{ do: 'start', rule, who, start: noonOf(lastDay) }];
  return lastDay < today ? [] : [{ do: 'start', rule, who, due: today }];
}

/**
 * The clocks of a measure in force: its last day, with the warning before it; or, where it has no last day, when
 * somebody looks at it again. With a reason those before are cancelled, not met.
 */
export function lifeClocks(context: Ctx, standing: MeasureStanding, reason?: string): Effect[] {
  const { expiresOn } = standing;
  const who = ownerOf(standing);
  const gone: Effect[] = ['measure-next-step', 'order-expiry-warning', 'measure-review'].map((rule) => ({
    do: 'end',
    rule,
    ...(reason ? { reason } : {}),
  }));
  if (expiresOn === null)
    return [
      ...gone,
      { do: 'end', rule: 'measure-expiry', reason: 'It has no last day now' },
      { do: 'start', rule: 'measure-review', who },
    ];
  return [
    ...gone,
    { do: 'start', rule: 'measure-expiry', who, due: expiresOn, again: true },
    ...warning(context, standing, expiresOn),
  ];
}
