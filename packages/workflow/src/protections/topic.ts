import { setup } from 'xstate';
import { type ChildStanding, holdersOf } from '../children/standing.js';
import { type ChildNews, childNewsEffects } from '../children/under-child.js';
import { findMeasureCode } from '../disruption-measures/measure-codes.js';
import type { Leavers } from '../grace.js';
import type { Context, Reader, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { legalOrdersOf } from './legal-orders.js';
import {
  blankProtection,
  type MeasureNews,
  type OpenProtectionPayload,
  type ProtectionStanding,
  type StatusNews,
} from './standing.js';

type Ctx<P extends object> = Context<ProtectionStanding, P>;

const recorders = {
  recordOpening: ({ payload, locked }: Ctx<OpenProtectionPayload>): Effect[] => {
    const child = locked.find((one) => one.id === payload.childId)?.standing as ChildStanding;
    const { former } = child;
    return [
      {
        do: 'set',
        patch: {
          ...payload,
          birthDate: child.birthDate,
          orders: legalOrdersOf(child),
          holders: holdersOf(child),
          ...(former ? { former } : {}),
        },
      },
    ];
  },
  recordMeasure: ({ payload }: Ctx<MeasureNews>): Effect[] => {
    const { conditions, ...patch } = payload;
    return [
      { do: 'set', patch },
      ...(patch.since ? [{ do: 'draw' } as const] : []),
      ...(conditions
        ? [{ do: 'write', kind: 'measure-conditions', class: 'safety', body: { conditions } } as const]
        : []),
    ];
  },
  recordStatus: ({ payload }: Ctx<StatusNews>): Effect[] => [{ do: 'set', patch: payload }],
  recordHolder: ({ payload }: Ctx<{ holders: string[]; former: Leavers }>): Effect[] => [
    { do: 'set', patch: payload },
  ],
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, null),
};

const kept = {
  'receive-child': { actions: 'recordChildNews' },
  'receive-holder': { actions: 'recordHolder' },
  'receive-status': { actions: 'recordStatus' },
} as const;

/** What the measure and the child tell the protection; nobody gives it a command of its own. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'protections',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'open-protection': { target: 'planned', actions: 'recordOpening' } } },
    planned: {
      on: {
        ...kept,
        'receive-measure': { target: 'inForce', actions: 'recordMeasure' },
        'receive-ending': { target: 'dropped', actions: 'recordMeasure' },
      },
    },
    inForce: {
      on: {
        ...kept,
        'receive-measure': { actions: 'recordMeasure' },
        'receive-ending': { target: 'ended', actions: 'recordMeasure' },
      },
    },
    // A measure that was recorded in error is told as that, whatever had become of it.
    ended: { on: { ...kept, 'receive-ending': { actions: 'recordMeasure' } } },
    dropped: { on: { ...kept, 'receive-ending': { actions: 'recordMeasure' } } },
  },
});

const seen: readonly string[] = ['inForce', 'ended'];

const police = ['intelligence-officer', 'intelligence-supervisor', 'police-desk'];
const overseers = [
  ...['coordinator', 'chair', 'deputy-chair', 'senior'],
  ...['auditor', 'information-governance', 'caldicott-guardian'],
];

/**
 * Who reads that a child is protected, and what the measure asks: police and those who oversee from the beginning; those
 * who hold a case of the child once it is in force. A measure that is only thought of, or came to nothing, is not told.
 */
function readers({ state, standing }: StoredRecord<ProtectionStanding>): Reader[] {
  const roles = [...police, ...overseers].map((role): [string, string | null] => [`role:${role}`, null]);
  const own: [string, string | null][] = seen.includes(state as string)
    ? [
        ...Object.entries(standing.former ?? {}),
        ...standing.holders.map((principal): [string, null] => [principal, null]),
      ]
    : [];
  return [...own, ...roles].map(([principal, until]) => ({ principal, class: 'safety', until }));
}

/** The topic of protections: what a measure is to the child whom it protects. */
export const protections: Topic = {
  name: 'protections',
  kind: 'protection',
  machine,
  rules: {},
  recorders,
  policy: [],
  commands: {},
  blank: blankProtection,
  relations: () => [],
  readers,
  persons: ({ standing }: StoredRecord<ProtectionStanding>) => [standing.childId],
  summary: ({ code, since, ended }: ProtectionStanding) => ({
    title: findMeasureCode(code)?.title ?? '',
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: since ? `${since}T12:00:00.000Z` : null,
    closedAt: ended ? `${ended.on}T12:00:00.000Z` : null,
  }),
};
