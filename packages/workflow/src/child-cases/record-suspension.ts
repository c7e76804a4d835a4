import { dateOf, epochDay } from '../clocks/calendar.js';
import { ruleDueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import { findPerson } from '../person-named.js';
import { type Effect, type GuardContext, otherWay } from '../topic.js';
import type { CheckSuspensionPayload, ResumePayload, SuspendPayload } from './casework-payloads.js';
import { asked } from './intake-faults.js';
import { manager, worker } from './principals.js';
import { asksPlan, type ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
type Record = Ctx<object>['record'];

const works = ['assessing', 'planning', 'monitoring'] as const;

/** Where a case that leaves its work goes back to: the last of assessing, planning and monitoring. */
export function returnFrom({ state, standing }: Record): ChildCaseStanding['returnTo'] {
  const { work } = state as unknown as { work: string };
  return works.find((one) => one === work) ?? standing.returnTo;
}

/** Ends a suspension, whatever takes its place; met where somebody looked, cancelled with the reason otherwise. */
export function suspensionEnds({ suspension }: ChildCaseStanding, reason?: string): Effect[] {
  if (!suspension) return [];
  return [
    { do: 'set', patch: { suspension: null } },
    { do: 'end', rule: 'suspension-check', ...(reason ? { reason } : {}) },
  ];
}

/** The reassessment is due before the child is free or back; one that is due earlier stays so. */
function reassessedBefore({ standing }: Record, expected: string | null): Effect[] {
  if (!expected || !standing.confirmed) return [];
  const due = dateOf(epochDay(expected) - 1);
  const running = standing.clocks.find(({ rule }) => rule === 'reassessment');
  const start = running ? { start: running.start } : {};
  return [{ do: 'start', rule: 'reassessment', who: worker(standing), due, sooner: true, ...start }];
}

function resumesTo({ record, profile }: GuardContext<ChildCaseStanding>, state: string): Missing[] {
  const { returnTo, confirmed } = record.standing;
  const movesOn = returnTo === 'assessing' && confirmed;
  const next = movesOn ? (asksPlan(profile, confirmed.grade) ? 'planning' : 'monitoring') : returnTo;
  return otherWay(next === state, `a case that goes on ${state}`);
}

/** Where a suspended case goes on: what it was, or the next where its grade was confirmed meanwhile. */
export const suspensionRules = {
  resumesAssessing: (context: GuardContext<ChildCaseStanding>) => resumesTo(context, 'assessing'),
  resumesPlanning: (context: GuardContext<ChildCaseStanding>) => resumesTo(context, 'planning'),
  resumesMonitoring: (context: GuardContext<ChildCaseStanding>) => resumesTo(context, 'monitoring'),
};

/** The recorders of suspending, of looking again, and of going on. Contact, actions and clocks run on all the while. */
export const suspensionRecorders = {
  recordSuspension: ({ payload, record, actor, facts, happened }: Ctx<SuspendPayload>): Effect[] => {
    const { reason, ownerId, checkBy, expected = null } = payload;
    const ownerName = findPerson(facts, ownerId)?.name;
    const dropped = record.standing.closure ? { dropped: 'closure' } : {};
    return [
      {
        do: 'write',
        kind: 'suspension',
        class: 'sheet',
        body: { ...payload, ownerName, ...dropped, by: actor.name },
      },
      {
        do: 'set',
        patch: {
          returnTo: returnFrom(record),
          closure: null,
          suspension: { reason, at: happened, ownerId, expected },
        },
      },
      { do: 'start', rule: 'suspension-check', who: `user:${ownerId}`, due: checkBy },
      ...reassessedBefore(record, expected),
      { do: 'send', kind: 'case-suspended', principal: `user:${ownerId}` },
    ];
  },
  recordSuspensionCheck: ({ payload, record, actor, facts }: Ctx<CheckSuspensionPayload>): Effect[] => {
    const { suspension } = record.standing;
    if (!suspension) return [];
    const { ownerId = suspension.ownerId, checkBy, expected = suspension.expected } = payload;
    const ownerName = findPerson(facts, payload.ownerId)?.name;
    return [
      {
        do: 'write',
        kind: 'suspension-check',
        class: 'sheet',
        body: { ...payload, ...(ownerName ? { ownerName } : {}), by: actor.name },
      },
      { do: 'set', patch: { suspension: { ...suspension, ownerId, expected } } },
      { do: 'end', rule: 'suspension-check' },
      { do: 'start', rule: 'suspension-check', who: `user:${ownerId}`, due: checkBy },
      ...reassessedBefore(record, expected),
    ];
  },
  recordResumption: ({ payload, record, actor }: Ctx<ResumePayload>): Effect[] => {
    const { standing } = record;
    const was = standing.suspension?.reason;
    const told = [...new Set([worker(standing), manager(standing.team)])];
    return [
      { do: 'write', kind: 'resumption', class: 'sheet', body: { ...payload, was, by: actor.name } },
      ...suspensionEnds(standing),
      ...told.map((principal) => ({ do: 'send', kind: 'case-resumed', principal }) as const),
    ];
  },
};

/** A check lies ahead, no later than the profile’s weeks and than the release or return. */
function checkFaults({ at, profile }: Ctx<object>, checkBy: string, expected: string | null): Fault[] {
  const pointer = '/checkBy';
  const rule = profile.clocks['suspension-check'];
  const latest = localDate(ruleDueAt(rule, at, profile) ?? at, profile.timeZone);
  if (checkBy <= localDate(at, profile.timeZone))
    return [{ pointer, code: 'past', detail: 'The check lies ahead: choose a day after today.' }];
  if (checkBy > latest)
    return [{ pointer, code: 'tooLate', detail: `The check is on ${latest} at the latest.` }];
  if (expected && checkBy > expected)
    return [
      { pointer, code: 'afterRelease', detail: 'The check is no later than the expected release or return.' },
    ];
  return [];
}

/** Whoever looks again reads the case: the allocated worker, or somebody of the team that holds it. */
function ownerFaults({ record, facts }: Ctx<object>, ownerId: string): Fault[] {
  const { workerId, team } = record.standing;
  const owner = findPerson(facts, ownerId);
  if (owner && (ownerId === workerId || owner.teamId === team)) return [];
  return [
    {
      pointer: '/ownerId',
      code: 'noOwner',
      detail: 'The owner is the allocated worker, or somebody of the team holding the case.',
    },
  ];
}

function expectedFaults({ at, profile }: Ctx<object>, expected: string | undefined): Fault[] {
  if (!expected || expected > localDate(at, profile.timeZone)) return [];
  return [
    {
      pointer: '/expected',
      code: 'past',
      detail: 'The expected release or return lies ahead: once it has come, the case resumes.',
    },
  ];
}

function suspension(context: Ctx<SuspendPayload>): Fault[] {
  const { expected, whyUnknown, checkBy, ownerId } = context.payload;
  return [
    ...expectedFaults(context, expected),
    ...asked(
      expected ?? whyUnknown,
      'expected',
      'Give the expected release or return, or why it is not known.',
    ),
    ...checkFaults(context, checkBy, expected ?? null),
    ...ownerFaults(context, ownerId),
  ];
}

/** A release that has changed is no check: the case resumes at once. */
function suspensionCheck(context: Ctx<CheckSuspensionPayload>): Fault[] {
  const { payload, record } = context;
  const known = record.standing.suspension?.expected ?? null;
  const changed = known !== null && payload.expected !== undefined && payload.expected !== known;
  return [
    ...expectedFaults(context, payload.expected),
    ...(changed
      ? [
          {
            pointer: '/expected',
            code: 'releaseChanged',
            detail:
              'The release or return has changed: resume the case, and suspend it anew where it must wait.',
          },
        ]
      : []),
    ...checkFaults(context, payload.checkBy, payload.expected ?? known),
    ...(payload.ownerId ? ownerFaults(context, payload.ownerId) : []),
  ];
}

/** The payload rules of suspending and of looking again. */
export const suspensionFaults = { suspension, suspensionCheck };
