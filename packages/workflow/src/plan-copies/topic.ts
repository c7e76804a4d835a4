import { setup } from 'xstate';
import {
  byHolders,
  held,
  type OnCaseStanding,
  recordHolder,
  relationsOnCase,
  summaryOnCase,
} from '../child-cases/on-case.js';
import { worker } from '../child-cases/principals.js';
import { recordChildOfCase } from '../children/under-child.js';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type Effect, type GuardContext, guardsFrom, missing, type Topic } from '../topic.js';
import type { IssuePlainPayload, RecordReceiptPayload } from './plain-payloads.js';
import { blankPlanCopy, type IssueCopyPayload, type PlanCopyStanding } from './standing.js';

type Ctx<P extends object> = Context<PlanCopyStanding, P>;

const yearMs = 365 * 86_400_000;

const rules = {
  isRecipient: ({ record, actor }: GuardContext<PlanCopyStanding>): Missing[] =>
    holdsFor(actor, record.standing.recipientId)
      ? []
      : missing('recipient', 'Only its recipient opens the copy.', record.standing.recipientName),
  isPlain: ({ record }: GuardContext<PlanCopyStanding>): Missing[] =>
    record.standing.part === 'plain'
      ? []
      : missing('plain', 'This copy is opened by its recipient.', record.standing.recipientName),
};

/** A plain copy is of the safety part, in other words. */
const classOf = ({ part }: PlanCopyStanding) => (part === 'disruption' ? 'disruption' : 'safety');

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
      class: classOf(record.standing),
      body: { version: record.standing.version, by: record.standing.recipientName },
    },
    { do: 'set', patch: { openedAt: happened } },
  ],
  recordPlainIssue: ({ payload, happened }: Ctx<IssuePlainPayload>): Effect[] => {
    const { words, ...kept } = payload;
    const { version, number, to } = words;
    const issued = { issuedAt: happened, openedAt: null, endedAt: null };
    return [
      { do: 'set', patch: { ...kept, part: 'plain', named: false, version, number, to, ...issued } },
      { do: 'write', kind: 'plain-copy', class: 'safety', body: words },
    ];
  },
  recordReceipt: ({ record, payload, actor, happened }: Ctx<RecordReceiptPayload>): Effect[] => {
    const { version, recipientName } = record.standing;
    const body = { ...payload, version, by: recipientName, recordedBy: actor.name };
    return [
      { do: 'write', kind: 'receipt', class: 'safety', body },
      { do: 'set', patch: { openedAt: happened } },
    ];
  },
  recordWithdrawal: ({ happened }: Ctx<object>): Effect[] => [{ do: 'set', patch: { endedAt: happened } }],
};

const issuing = {
  'issue-copy': { target: 'issued', actions: 'recordIssue' },
  'issue-plain': { target: 'issued', actions: 'recordPlainIssue' },
} as const;
const replaced = {
  ...held,
  ...issuing,
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
    unrecorded: { on: issuing },
    issued: {
      on: {
        ...replaced,
        'open-copy': { guard: 'isRecipient', target: 'opened', actions: 'recordOpening' },
        'record-receipt': { guard: 'isPlain', target: 'opened', actions: 'recordReceipt' },
        'outdate-copy': { target: 'outdated' },
      },
    },
    opened: { on: { ...replaced, 'outdate-copy': { target: 'outdated' } } },
    outdated: { on: replaced },
    ended: { on: { ...held, ...issuing } },
  },
});

/**
 * Who reads a copy: its recipient, until 28 days after the part in the plan has ended and a year from its issue at the
 * most; those who hold the case and see who has not opened it; those who oversee.
 */
function readers({ standing }: StoredRecord<PlanCopyStanding>): Reader[] {
  const { team, workerId, former = {}, recipientId, endedAt, issuedAt } = standing;
  const part = classOf(standing);
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
    ...(standing.part === 'plain' || holders.includes(recipient) ? [] : [line(recipient, until)]),
    ...holders.map((principal) => line(principal, null)),
    ...Object.entries(former)
      .filter(([principal]) => principal !== recipient)
      .map(([principal, end]) => line(principal, end)),
    ...[...overseers, ...answerers].map((role) => line(`role:${role}`, null)),
    ...historians.map((role): Reader => ({ principal: `role:${role}`, class: 'case', until: null })),
  ];
}

/** A copy that nobody has opened stands in its recipient's list; a plain one that is to be given, or written anew, in the worker's. */
function queue({ state, standing }: StoredRecord<PlanCopyStanding>): QueueLine[] {
  const line = (step: string) => [{ principal: worker(standing), due: standing.issuedAt, step }];
  if (standing.part === 'plain' && state === 'issued') return line('record-receipt');
  if (standing.part === 'plain' && state === 'outdated') return line('write-plain-plan');
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
    { command: 'record-receipt', ...byHolders.lead },
    { command: 'record-receipt', ...byHolders.manages },
  ],
  commands: { 'open-copy': {}, 'record-receipt': {} },
  blank: blankPlanCopy,
  relations: (actor: Actor, record: StoredRecord<PlanCopyStanding>, locked): string[] => [
    ...(holdsFor(actor, record.standing.recipientId) ? ['recipient'] : []),
    ...relationsOnCase(actor, record, locked),
  ],
  readers,
  persons: ({ standing }: StoredRecord<PlanCopyStanding>) => [standing.childId],
  queue,
  summary: (standing: PlanCopyStanding) =>
    summaryOnCase(standing, {
      title:
        standing.part === 'plain'
          ? `Plan, version ${standing.version}: in plain words`
          : `Plan, version ${standing.version}: ${standing.part} part`,
      ownerId: standing.part === 'plain' ? standing.workerId : standing.recipientId,
      openedAt: standing.issuedAt || null,
      closedAt: standing.endedAt,
    }),
};
