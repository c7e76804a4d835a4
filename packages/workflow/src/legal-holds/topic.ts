import { setup } from 'xstate';
import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Reader, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import {
  blankHold,
  type LegalHoldStanding,
  type LiftHoldPayload,
  type PlaceHoldPayload,
  type ReviewHoldPayload,
} from './standing.js';

type Ctx<P extends object> = Context<LegalHoldStanding, P>;

const governance = ['information-governance', 'caldicott-guardian'] as const;

const recorders = {
  recordHold: ({ payload, actor, happened }: Ctx<PlaceHoldPayload>): Effect[] => {
    const { words, childId = null, teamId = null, theme = null, ...rest } = payload;
    return [
      { do: 'write', kind: 'hold-placed', class: 'case', body: { words, by: actor.name } },
      {
        do: 'set',
        patch: { ...rest, childId, teamId, theme, placed: { by: actor.userId, at: happened } },
      },
    ];
  },
  recordReview: ({ payload, actor }: Ctx<ReviewHoldPayload>): Effect[] => [
    { do: 'write', kind: 'hold-reviewed', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { reviewBy: payload.reviewBy } },
  ],
  recordLifting: ({ payload, actor, happened }: Ctx<LiftHoldPayload>): Effect[] => [
    { do: 'write', kind: 'hold-lifted', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { lifted: { by: actor.userId, at: happened } } },
  ],
};

/** When a legal hold may be asked what: it stays in force until somebody lifts it, also past its review. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'legal-holds',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'place-hold': { target: 'inForce', actions: 'recordHold' } } },
    inForce: {
      on: {
        'review-hold': { actions: 'recordReview' },
        'lift-hold': { target: 'lifted', actions: 'recordLifting' },
      },
    },
    lifted: {},
  },
});

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

function scopeFaults({ payload, locked }: Ctx<PlaceHoldPayload>): Fault[] {
  const needed = { person: 'childId', team: 'teamId', theme: 'theme' } as const;
  const own = needed[payload.scope];
  const others = Object.values(needed).filter((name) => name !== own && payload[name] !== undefined);
  if (payload[own] === undefined) return fault(`/${own}`, 'scope', 'Say what the hold covers.');
  if (others.length > 0)
    return fault(
      `/${others[0]}`,
      'scope',
      'A hold covers one person, or one team, or one kind of exploitation.',
    );
  if (own === 'childId' && !locked.some((one) => one.kind === 'child' && one.id === payload.childId))
    return fault('/childId', 'noChild', 'This is no child whom you may see.');
  return [];
}

function reviewFaults({ payload, profile, at }: Ctx<ReviewHoldPayload>): Fault[] {
  const today = localDate(at, profile.timeZone);
  const most = profile.retention.holdReviewMonths;
  if (payload.reviewBy <= today) return fault('/reviewBy', 'past', 'The review lies ahead.');
  return payload.reviewBy > dateOf(addMonths(epochDay(today), most))
    ? fault('/reviewBy', 'late', `A hold is looked at again within ${most} months.`)
    : [];
}

/** The topic of legal holds: what one covers is not disposed of. */
export const legalHolds: Topic = {
  name: 'legal-holds',
  kind: 'legalHold',
  machine,
  rules: {},
  recorders,
  policy: ['place-hold', 'review-hold', 'lift-hold'].map((command) => ({
    command,
    roles: governance,
    words: 'information governance or the Caldicott guardian',
  })),
  commands: {
    'place-hold': {
      creates: true,
      parentOf: ({ childId }: PlaceHoldPayload) => (childId ? { subjectId: childId } : {}),
      locks: { named: ({ childId }: PlaceHoldPayload) => (childId ? [{ kind: 'child', id: childId }] : []) },
      faults: (context: Ctx<PlaceHoldPayload>) => [...scopeFaults(context), ...reviewFaults(context)],
    },
    'review-hold': { faults: reviewFaults },
    'lift-hold': {},
  },
  blank: blankHold,
  relations: () => [],
  readers: () =>
    [...governance, 'auditor'].map(
      (role): Reader => ({ principal: `role:${role}`, class: 'case', until: null }),
    ),
  persons: ({ standing }: StoredRecord<LegalHoldStanding>) => (standing.childId ? [standing.childId] : []),
  summary: (standing: LegalHoldStanding) => ({
    title: 'Legal hold',
    reference: null,
    grade: null,
    ownerId: null,
    teamId: standing.teamId,
    nextDue: null,
    nextStep: null,
    openedAt: standing.placed?.at ?? null,
    closedAt: standing.lifted?.at ?? null,
  }),
  queue: ({ state, standing }: StoredRecord<LegalHoldStanding>) =>
    state === 'inForce'
      ? [
          {
            principal: 'role:information-governance',
            due: `${standing.reviewBy}T12:00:00.000Z`,
            step: 'review-hold',
          },
        ]
      : [],
};
