import { birthdayAt } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import {
  type Adulthood,
  type ContinueAsAdultPayload,
  clocksFromBirth,
  type RecordAdultPathwayPayload,
} from './adulthood.js';
import { childRead, hasReached } from './child-read.js';
import { asked } from './intake-faults.js';
import { manager, worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const noPathway: Adulthood = { since: null, pathway: null };

/** Whether the adult pathway has an outcome: a referral that awaits its answer is none yet. */
export function hasPathwayOutcome({ adult }: Pick<ChildCaseStanding, 'adult'>): boolean {
  return Boolean(adult?.pathway && adult.pathway.decision !== 'referred');
}

type About = Pick<Ctx<object>, 'record' | 'facts' | 'locked' | 'at' | 'profile'>;

/** The dates of the prompts on the way to adulthood, earliest first. */
function promptDates(birthDate: string, { transitionPrompts }: Profile): string[] {
  return transitionPrompts.map(({ years, months }) => birthdayAt(birthDate, years, months)).sort();
}

/**
 * The date of the next prompt that does not lie behind and that the pathway on record does not answer already: what is
 * recorded since the prompt before answers the one that comes.
 */
export function nextPrompt(
  birthDate: string,
  about: { profile: Profile; today: string; recorded: string | null },
): string | undefined {
  const dates = promptDates(birthDate, about.profile);
  const answered = (index: number) => about.recorded !== null && about.recorded >= (dates[index - 1] ?? '');
  return dates.find((date, index) => date >= about.today && !answered(index));
}

/** A record of the pathway answers the prompt that runs, or is overdue, and lets the next begin; one made before its time leaves it. */
function promptAnswered(context: About, birthDate: string, happened: string): Effect[] {
  const { record, at, profile } = context;
  const day = (instant: string) => localDate(instant, profile.timeZone);
  const running = record.standing.clocks.find(({ rule }) => rule === 'transition-prompt');
  if (!running) return [];
  const dates = promptDates(birthDate, profile);
  const due = day(running.due);
  const before = dates.filter((date) => date < due).at(-1) ?? '';
  if (day(happened) < before) return [];
  const next = dates.find((date) => date > due && date >= day(at));
  return [
    { do: 'end', rule: 'transition-prompt' },
    ...(next ? [from(birthDate, 'transition-prompt', worker(record.standing), next)] : []),
  ];
}

const from = (birthDate: string, rule: string, who: string, due: string): Effect => ({
  do: 'start',
  rule,
  who,
  start: `${birthDate}T12:00:00.000Z`,
  due,
});

/** What marks a case as that of an adult: nothing closes itself, a decision is due. */
function adultEffects(standing: ChildCaseStanding, since: string): Effect[] {
  const { team, adult = noPathway } = standing;
  return [
    { do: 'set', patch: { adult: { ...(adult ?? noPathway), since } } },
    { do: 'end', rule: 'transition-prompt', reason: 'The young person is 18' },
    { do: 'start', rule: 'adult-decision', who: manager(team) },
    ...[...new Set([worker(standing), manager(team)])].map(
      (principal) => ({ do: 'send', kind: 'turned-18', principal }) as const,
    ),
  ];
}

/**
 * The clocks on the way to adulthood, counted from the birth date where it is known: the next prompt and the 18th
 * birthday; those past are left out. Somebody who is 18 already is marked adult at once.
 */
export function transitionEffects(context: About): Effect[] {
  return effectsFrom(context, childRead(context)?.birthDate, context.record.standing);
}

function effectsFrom(
  { at, profile }: Pick<About, 'at' | 'profile'>,
  birthDate: string | null | undefined,
  standing: ChildCaseStanding,
): Effect[] {
  if (!birthDate || standing.adult?.since) return [];
  const eighteenth = birthdayAt(birthDate, 18);
  const today = localDate(at, profile.timeZone);
  if (eighteenth <= today) return adultEffects(standing, at);
  const recordedAt = standing.adult?.pathway?.at;
  const recorded = recordedAt ? localDate(recordedAt, profile.timeZone) : null;
  const prompt = nextPrompt(birthDate, { profile, today, recorded });
  return [
    ...(prompt ? [from(birthDate, 'transition-prompt', worker(standing), prompt)] : []),
    from(birthDate, 'eighteenth-birthday', manager(standing.team), eighteenth),
  ];
}

/**
 * The clocks on the way to adulthood, begun anew where the birth date is set right, in a case that somebody works on:
 * who was marked an adult by the wrong date, and is none, is no longer.
 */
export function birthDateEffects(context: About, birthDate: string | null): Effect[] {
  const { record, at, profile } = context;
  const { standing, state } = record;
  const { work } = state as unknown as { work: string };
  if ((childRead(context)?.birthDate ?? null) === birthDate) return [];
  if (work === 'awaitingTriage' || work === 'closed') return [];
  const { adult } = standing;
  if (adult?.since && birthDate && birthdayAt(birthDate, 18) <= localDate(at, profile.timeZone)) return [];
  const young = adult?.since ? { ...adult, since: null } : (adult ?? null);
  const reason = 'The birth date was set right';
  return [
    ...[...clocksFromBirth, 'adult-decision'].map((rule) => ({ do: 'end', rule, reason }) as const),
    ...(adult?.since ? [{ do: 'set', patch: { adult: young } } as const] : []),
    ...effectsFrom(context, birthDate, { ...standing, adult: young }),
  ];
}

/** Ends the wait for a decision about an adult, or begins it anew, as a closure is proposed or refused. */
export const adultDecision = {
  met: (): Effect[] => [{ do: 'end', rule: 'adult-decision' }],
  again: ({ adult, team }: ChildCaseStanding): Effect[] =>
    adult?.since ? [{ do: 'start', rule: 'adult-decision', who: manager(team) }] : [],
};

/** The recorders on the way to adulthood. */
export const adultRecorders = {
  recordAdultPathway: (context: Ctx<RecordAdultPathwayPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const pathway = { decision: payload.decision, at: happened };
    const adult: Adulthood = { ...(record.standing.adult ?? noPathway), pathway };
    const birthDate = childRead(context)?.birthDate;
    return [
      { do: 'write', kind: 'adult-pathway', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { adult } },
      ...(birthDate && !adult.since
        ? promptAnswered(context, birthDate, happened)
        : [{ do: 'end', rule: 'transition-prompt' } as const]),
    ];
  },
  recordAdult: ({ record, happened }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'adult', class: 'case', body: {} },
    { do: 'end', rule: 'eighteenth-birthday' },
    ...adultEffects(record.standing, happened),
  ],
  recordContinuedAsAdult: ({ payload, record, actor }: Ctx<ContinueAsAdultPayload>): Effect[] => [
    { do: 'write', kind: 'continued-as-adult', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'adult-decision' },
    { do: 'start', rule: 'adult-decision', who: manager(record.standing.team), due: payload.until },
  ],
};

/** The rules on the way to adulthood, by the names that the chart uses. */
export const adultRules = {
  isEighteen: (context: GuardContext<ChildCaseStanding>): Missing[] =>
    hasReached(context, { years: 18, months: 0 }) === false
      ? missing('under18', 'By the birth date on record the young person is not 18 yet.', 'time')
      : [],
  isAdult: ({ record }: GuardContext<ChildCaseStanding>): Missing[] =>
    record.standing.adult?.since ? [] : missing('notAdult', 'The young person is not 18 yet.', 'time'),
};

/** The payload rules on the way to adulthood. */
export const adultFaults = {
  adultPathway: ({ payload }: Ctx<RecordAdultPathwayPayload>): Fault[] =>
    payload.decision === 'referred'
      ? []
      : asked(payload.decidedBy, 'decidedBy', 'Name who decided, for adult services or as the young person.'),
  continuing: ({ payload, at, profile }: Ctx<ContinueAsAdultPayload>): Fault[] =>
    payload.until > localDate(at, profile.timeZone)
      ? []
      : [{ pointer: '/until', code: 'future', detail: 'The day of the next decision is still to come.' }],
};
