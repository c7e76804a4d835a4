import type { Context, Fault, Missing, RunningClock } from '../model.js';
import {
  type ClockExtension,
  type ClockRule,
  type ClockRuleId,
  extendableClockIds,
} from '../profile/clock-rule.js';
import type { Profile } from '../profile/profile.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { dayWords } from './day-words.js';
import { dueAt } from './due.js';
import { isEarlier } from './is-earlier.js';
import { clockLengthWords } from './length-words.js';
import { localDate } from './time-zone.js';

/** A second due date for a clock that runs, with the reason; the first is kept. */
export interface ExtendClockPayload {
  rule: ClockRuleId;
  /** The last day of the longer time, YYYY-MM-DD. */
  to: string;
  reason: string;
}

/** What the profile says of the extension of a clock; nothing where it may not be extended. */
export function extensionOf(profile: Pick<Profile, 'clocks'>, rule: string): ClockExtension | undefined {
  if (!extendableClockIds.some((id) => id === rule)) return undefined;
  return (profile.clocks[rule as ClockRuleId] as ClockRule | undefined)?.extension;
}

/** The last day (YYYY-MM-DD) to which a clock may be extended, counted from the day on which it was due first. */
export function latestExtension(
  clock: Pick<RunningClock, 'due'>,
  { amount, unit }: ClockExtension,
  area: Pick<Profile, 'timeZone' | 'nation'>,
): string {
  const options = { timeZone: area.timeZone, nation: area.nation };
  return localDate(dueAt(amount, unit, clock.due, options), area.timeZone);
}

/**
 * The last day to which a running clock may still be extended at an instant by somebody in these roles; null where it may
 * not be: what is overdue stays late, and a second due date is the last.
 */
export function extendableTo(
  clock: RunningClock,
  about: { profile: Pick<Profile, 'clocks' | 'timeZone' | 'nation'>; roles: readonly string[]; at: string },
): string | null {
  const extension = extensionOf(about.profile, clock.rule);
  if (!extension || clock.extended || isEarlier(clock.due, about.at)) return null;
  if (!extension.by.some((role) => about.roles.includes(role))) return null;
  return latestExtension(clock, extension, about.profile);
}

/** Something runs that this actor may extend. */
export function hasExtendableClock({ record, profile, actor, at }: GuardContext): Missing[] {
  const about = { profile, roles: actor.roles, at };
  if (record.standing.clocks.some((clock) => extendableTo(clock, about) !== null)) return [];
  return missing(
    'extendableClock',
    'No date that runs here may be put off by you: the area’s rules allow it for few, once, and before it is overdue.',
    'nobody',
  );
}

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** What is wrong with an extension: which clock, by whom, and until when. */
export function extensionFaults({ record, profile, actor, at, payload }: Context<never, never>): Fault[] {
  const { rule, to } = payload as ExtendClockPayload;
  const { clocks } = record.standing as { clocks: RunningClock[] };
  const clock = clocks.find((one) => one.rule === rule);
  const extension = extensionOf(profile, rule);
  if (!clock) return fault('/rule', 'notRunning', 'No such clock runs on this record.');
  if (!extension)
    return fault('/rule', 'notExtendable', 'The area’s rules do not let this clock be extended.');
  if (clock.extended)
    return fault('/rule', 'extendedBefore', 'This clock was extended before: a second due date is the last.');
  if (isEarlier(clock.due, at))
    return fault(
      '/rule',
      'overdue',
      'This clock is overdue: it can be met late, and not be put off any more.',
    );
  if (!extension.by.some((role) => actor.roles.includes(role)))
    return fault(
      '/rule',
      'otherRole',
      'The area’s rules let somebody else extend this clock: a senior manager.',
    );
  const due = localDate(clock.due, profile.timeZone);
  const latest = latestExtension(clock, extension, profile);
  if (to <= due) return fault('/to', 'notLater', `It is due on ${dayWords(due)}: choose a later day.`);
  if (to <= latest) return [];
  return fault(
    '/to',
    'tooLate',
    `At most ${clockLengthWords(extension)} after ${dayWords(due)}: ${dayWords(latest)}.`,
  );
}

/** Keeps the extension in the record’s own words, and gives the clock its second due date. */
export function recordExtension({ payload, record, actor }: Context<never, never>): Effect[] {
  const { rule, to, reason } = payload as ExtendClockPayload;
  const { clocks } = record.standing as { clocks: RunningClock[] };
  const was = clocks.find((one) => one.rule === rule)?.due;
  return [
    { do: 'write', kind: 'clock-extension', class: 'case', body: { rule, was, to, reason, by: actor.name } },
    { do: 'extend', rule, due: to, reason },
  ];
}

/** What a person reads of a clock that was extended; nothing of any other. */
export function extensionWords(
  clock: Pick<RunningClock, 'due' | 'extended'>,
  timeZone: string,
): string | null {
  if (!clock.extended) return null;
  const { from, by, reason } = clock.extended;
  const day = (instant: string) => dayWords(localDate(instant, timeZone));
  return `It was due on ${day(from)}, and was extended to ${day(clock.due)} by ${by} because: ${reason}`;
}
