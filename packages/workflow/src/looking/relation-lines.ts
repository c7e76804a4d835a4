import { localDate } from '../clocks/time-zone.js';
import { isWorkingDay } from '../clocks/working-days.js';
import type { Profile } from '../profile/profile.js';
import { localHour } from './local-hour.js';
import type { LookedAt, Looker, RefusedAt } from './looked.js';
import { grouped, lineOf, times } from './looked-groups.js';
import { type LookingLimits, type LookingLine, looksAcross, worksAllHours } from './looking-line.js';

const hasAny = (looker: Looker | undefined, some: readonly string[]) =>
  looker?.roles.some((role) => some.includes(role)) ?? false;

/** Looks at a child by somebody whom neither the child’s record nor a case names, where the role does not go across all. */
export function relationLines(opened: readonly LookedAt[], people: Map<string, Looker>): LookingLine[] {
  const strange = opened.filter((one) => !one.tied && !hasAny(people.get(one.userId), looksAcross));
  return [...grouped(strange, (one) => `${one.userId} ${one.personId}`).values()].map((looks) => {
    const often = times(looks.reduce((sum, one) => sum + one.looks, 0));
    const words = `Opened ${often} the record of a child and has, now and in the last 28 days, no part in the child’s case, its team or its plan.`;
    return lineOf('noRelation', looks[0]?.personId ?? '', looks, words);
  });
}

/** Looks outside the hours of work, and looks that were refused again and again within one day. */
export function timeLines(
  opened: readonly LookedAt[],
  refused: readonly RefusedAt[],
  people: Map<string, Looker>,
  area: Pick<Profile, 'timeZone' | 'nation'>,
  limits: LookingLimits,
): LookingLine[] {
  const dayOf = (hour: string) => localDate(hour, area.timeZone);
  const isOutside = ({ hour }: LookedAt) => {
    const local = localHour(hour, area.timeZone);
    return local < limits.hours.from || local >= limits.hours.to || !isWorkingDay(dayOf(hour), area.nation);
  };
  const late = opened.filter((one) => !hasAny(people.get(one.userId), worksAllHours) && isOutside(one));
  const outside = [...grouped(late, (one) => `${one.userId} ${dayOf(one.hour)}`).values()].flatMap(
    (looks) => {
      const children = new Set(looks.map((one) => one.personId)).size;
      if (children < limits.outsideHoursChildren) return [];
      const day = dayOf(looks[0]?.hour ?? '');
      const when = isWorkingDay(day, area.nation)
        ? `before ${limits.hours.from}:00 or after ${limits.hours.to}:00`
        : 'on a day that is no working day';
      return [
        lineOf('outsideHours', day, looks, `Opened the records of ${children} children on ${day}, ${when}.`),
      ];
    },
  );
  const days = grouped(refused, (one) => `${one.userId} ${dayOf(one.hour)}`);
  const again = [...days.values()].flatMap((tries): LookingLine[] => {
    const [{ userId, hour }] = tries as [RefusedAt];
    const looks = tries.reduce((sum, one) => sum + one.looks, 0);
    if (looks < limits.refused) return [];
    const day = dayOf(hour);
    const last =
      tries
        .map((one) => one.last)
        .sort()
        .at(-1) ?? hour;
    const words = `Asked ${looks} times on ${day} for records that are not there, or not for him or her. Nothing was shown.`;
    return [
      {
        line: `refused:${userId}:${day}`,
        rule: 'refused',
        userId,
        personIds: [],
        looks,
        first: hour,
        last,
        words,
      },
    ];
  });
  return [...outside, ...again];
}
