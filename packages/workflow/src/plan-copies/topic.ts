import { setup } from 'xstate';
import { held, type OnCaseStanding, recordHolder, summaryOnCase } from '../child-cases/on-case.js';
import { recordChildOfCase } from '../children/under-child.js';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type Effect, type GuardContext, guardsFrom, missing, type Topic } from '../topic.js';
import { blankPlanCopy, type IssueCopyPayload, type PlanCopyStanding } from './standing.js';

type Ctx<P extends object> = Context<PlanCopyStanding, P>;

const yearMs = 365 * 86_400_000;

const rules = {
  isRecipient: ({ record, actor }: GuardContext<PlanCopyStanding>): Missing[] =>
    holdsFor(actor, record.standing.recipientId)
      ? []
      : missing('recipient', 'Only its recipient opens the copy.', record.standing.recipientName),
};

const recorders = {
  recordChildOfCase,
  recordHolder: recordHolder() as (context: Context<OnCaseStanding, never>) => Effect[],
  recordIssue: ({ payload, happened }: Ctx<IssueCopyPayload>): Effect[] => {
    const { words, ...kept } = payload;
    return [
      {
        do: 'set',
        patch: { ...kept, version: words.version, issuedAt: happened, openedAt: null, endedAt: null },
      },
      { do: 'write', kind: 'copy', class: payload.part, body: words },
      {
        do: 'send',
        kind: words.forwarded ? 'plan-forwarded' : 'plan-shared',
        principal: `user:${payload.recipientId}`,
      },
    ];
  },
  recordOpening: ({ record, happened }: Ctx<object>): Effect[] => [
    {
      do: 'write',
      kind: 'receipt',
      class: record.standing.part,
      body: { version: record.standing.version, by: record.standing.recipientName },
    },
    { do: 'set', patch: { openedAt: happened } },
  ],
  recordWithdrawal: ({ happened }: Ctx<object>): Effect[] => [{ do: 'set', patch: { endedAt: happened } }],
};

const replaced = {
  ...held,
  'issue-copy': { target: 'issued', actions: 'recordIssue' },
  'withdraw-copy': { target: 'ended', actions: 'recordWithdrawal' },
} as const;

/** When a copy of a plan may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'plan-copies',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'issue-copy': { target: 'issued', actions: 'recordIssue' } } },
    issued: {
      on: {
        ...replaced,
        'open-copy': { guard: 'isRecipient', target: 'opened', actions: 'recordOpening' },
      },
    },
    opened: { on: replaced },
    ended: { on: { ...held, 'issue-copy': replaced['issue-copy'] } },
  },
});

/**
 * Who reads a copy: its recipient, until 28 days after the part in the plan has ended and a year from its issue at the
 * most; those who hold the case and see who has not opened it; those who oversee.
 */
function readers({ standing }: StoredRecord<PlanCopyStanding>): Reader[] {
  const { part, team, workerId, former = {}, recipientId, endedAt, issuedAt } = standing;
  const overseers = [
    'auditor',
    'senior',
    'chair',
    'deputy-chair',
    ...(part === 'safety' ? ['coordinator'] : []),
  ];
  const answerers = part === 'safety' ? ['information-governance', 'caldicott-guardian'] : [];
  const holders = team
    ? [`team:${team}:manager`, `team:${team}:worker`, ...(workerId ? [`user:${workerId}`] : [])]
    : ['role:triage-social-worker', 'role:triage-officer'];
  const recipient = `user:${recipientId}`;
  const until = endedAt ? graceUntil(endedAt) : instantOf(instantMs(issuedAt) + yearMs);
  const line = (principal: string, end: string | null): Reader => ({ principal, class: part, until: end });
  const historians = ['auditor', 'senior', ...(part === 'safety' ? ['information-governance'] : [])];
  return [
    ...(holders.includes(recipient) ? [] : [line(recipient, until)]),
    ...holders.map((principal) => line(principal, null)),
    ...Object.entries(former)
      .filter(([principal]) => principal !== recipient)
      .map(([principal, end]) => line(principal, end)),
    ...[...overseers, ...answerers].map((role) => line(`role:${role}`, null)),
    ...historians.map((role): Reader => ({ principal: `role:${role}`, class: 'case', until: null })),
  ];
}

/** A copy that nobody has opened stands in its recipient's list. */
function queue({ state, standing }: StoredRecord<PlanCopyStanding>): QueueLine[] {
  if (state !== 'issued') return [];
  return [{ principal: `user:${standing.recipientId}`, due: standing.issuedAt, step: 'open-copy' }];
}

/** The topic of copies of plans: one for each person and part, whatever its version; opening it is its receipt. */
export const planCopies: Topic = {
  name: 'plan-copies',
  kind: 'planCopy',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'open-copy', roles: caseRoles, relation: 'recipient', words: 'the recipient of the copy' },
  ],
  commands: { 'open-copy': {} },
  blank: blankPlanCopy,
  relations: (actor: Actor, { standing }: StoredRecord<PlanCopyStanding>): string[] =>
    holdsFor(actor, standing.recipientId) ? ['recipient'] : [],
  readers,
  persons: ({ standing }: StoredRecord<PlanCopyStanding>) => [standing.childId],
  queue,
  summary: (standing: PlanCopyStanding) =>
    summaryOnCase(standing, {
      title: `Plan, version ${standing.version}: ${standing.part} part`,
      ownerId: standing.recipientId,
      openedAt: standing.issuedAt || null,
      closedAt: standing.endedAt,
    }),
};
