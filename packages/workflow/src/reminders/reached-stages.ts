import { dueAt } from '../clocks/due.js';
import { instantAt, instantMs, instantOf, localDate } from '../clocks/time-zone.js';
import { type ClockRule, type ClockRuleId, clockLength } from '../profile/clock-rule.js';
import type { Profile, Recipient, ReminderStage } from '../profile/profile.js';

/** A stage at which clocks of one rule remind, and between which due times it is the latest that has come. */
export interface ReachedStage {
  rule: string;
  stage: string;
  to: Recipient[];
  /** Whatever is due by this instant has reached the stage. */
  dueUpTo: string;
  /** Whatever is due by this instant has reached a later stage; null for the last. */
  dueAfter: string | null;
}

/** A day's reminder comes in the morning, not at midnight: local time. */
const morning = '07:00';
/** Further than any stage of a profile lies from its due time. */
const furthestMs = 400 * 24 * 3_600_000;

type Area = Pick<Profile, 'timeZone' | 'nation'>;

/** When a clock that is due at an instant reaches a stage: hours exactly, days on the morning of the day. */
export function reminderAt(due: string, { amount, unit, when }: ReminderStage, area: Area): string {
  const direction = when === 'before' ? { direction: 'before' as const } : {};
  const reached = dueAt(amount, unit, due, { ...area, ...direction });
  if (unit === 'hours') return reached;
  return instantAt(localDate(reached, area.timeZone), morning, area.timeZone);
}

/** The last instant for which a clock due then has reached the stage; later due times reach it later. */
function dueUpTo(now: string, stage: ReminderStage, area: Area): string {
  let reached = instantMs(now) - furthestMs;
  let ahead = instantMs(now) + furthestMs;
  while (ahead - reached > 1) {
    const middle = Math.floor((reached + ahead) / 2);
    if (reminderAt(instantOf(middle), stage, area) <= now) reached = middle;
    else ahead = middle;
  }
  return instantOf(reached);
}

function stagesOf({ reminders }: Profile, rule: ClockRule): ReminderStage[] {
  const own = reminders.byClock[rule.id];
  if (own) return own;
  const length = clockLength(rule) ?? ('unit' in rule ? rule : null);
  return length?.unit === 'hours' ? reminders.hours : reminders.days;
}

/**
 * Every stage of every rule at an instant, so that the due time alone says which clocks have reached it. The profile
 * says when and to whom (`reminders`); a clock counted in hours reminds by hours.
 */
export function reachedStages(profile: Profile, now: string): ReachedStage[] {
  const known = new Map<ReminderStage, string>();
  const upTo = (stage: ReminderStage): string => {
    const found = known.get(stage) ?? dueUpTo(now, stage, profile);
    known.set(stage, found);
    return found;
  };
  return Object.keys(profile.clocks).flatMap((rule) =>
    inOrder(stagesOf(profile, profile.clocks[rule as ClockRuleId])).map((stage, place, stages) => ({
      rule,
      stage: stage.id,
      to: stage.to,
      dueUpTo: upTo(stage),
      dueAfter:
        stages
          .slice(place + 1)
          .map(upTo)
          .sort()
          .at(-1) ?? null,
    })),
  );
}

/** So many hours from the due time, roughly: only the order of the stages of one clock follows from it. */
const hoursFrom = ({ when, amount, unit }: ReminderStage): number => {
  const hours = { hours: 1, calendarDays: 24, workingDays: 30, weeks: 168, months: 730 }[unit] * amount;
  return when === 'before' ? -hours : hours;
};

function inOrder(stages: readonly ReminderStage[]): ReminderStage[] {
  return [...stages].sort((one, other) => hoursFrom(one) - hoursFrom(other));
}
