import { setup } from 'xstate';
import { qualityLeads } from '../case-audits/recorders.js';
import { held } from '../child-cases/on-case.js';
import { localDate } from '../clocks/time-zone.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Fault, Missing, Reader, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { byRole, longest, readerLines } from '../readers.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type GuardContext, guardsFrom, missing, otherWay, type Topic } from '../topic.js';
import { auditNamed, caseNamed, recorders } from './recorders.js';
import {
  type AddAuditActionPayload,
  type AnswerProofPayload,
  type AuditActionStanding,
  blankAuditAction,
  type HandOverPayload,
  proofAnswers,
} from './standing.js';

type Ctx<P extends object> = Context<AuditActionStanding, P>;
type Action = StoredRecord<AuditActionStanding>;
type Guard = GuardContext<AuditActionStanding>;

const byAnother = ({ record, actor }: Guard): Missing[] =>
  record.standing.ownerId === actor.userId
    ? missing('samePerson', 'Nobody accepts his or her own proof.', 'another quality lead')
    : [];

const rules = {
  isProvenToAnother: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'accepted', 'a proof that is accepted'),
    ...byAnother(context),
  ],
  isNotProvenToAnother: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'sent-back', 'a proof that goes back'),
    ...byAnother(context),
  ],
};

/** When an action from an audit may be asked what: it runs until it is proven, or ended with why it was not. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'audit-actions',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'add-action': { target: 'toDo', actions: 'recordAction' } } },
    toDo: {
      on: {
        ...held,
        'give-proof': { target: 'proofGiven', actions: 'recordProof' },
        'hand-over': { actions: 'recordHandingOver' },
        'end-action': { target: 'endedUnproven', actions: 'recordEnd' },
      },
    },
    proofGiven: {
      on: {
        ...held,
        'answer-proof': [
          { guard: 'isProvenToAnother', target: 'proven', actions: 'recordProven' },
          { guard: 'isNotProvenToAnother', target: 'toDo', actions: 'recordNotProven' },
        ],
      },
    },
    proven: { on: held },
    endedUnproven: { on: held },
  },
});

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** The owner has an account, and the day lies ahead. */
function ownerFaults({ payload, facts, profile, at }: Ctx<HandOverPayload>): Fault[] {
  const owner = findPerson(facts, payload.ownerId);
  return [
    ...(owner ? [] : fault('/ownerId', 'noPerson', 'Choose somebody with an account.')),
    ...(payload.due < localDate(at, profile.timeZone)
      ? fault('/due', 'past', 'The day by which it is done is over.')
      : []),
  ];
}

function addFaults(context: Ctx<AddAuditActionPayload>): Fault[] {
  const audit = auditNamed(context);
  const isOfCase = audit && caseNamed(context) && audit.standing.caseId === context.payload.caseId;
  const returned = audit?.state === 'awaitingModeration' || audit?.state === 'moderated';
  return [
    ...(isOfCase ? [] : fault('/auditId', 'noAudit', 'This is no audit of this case that you may see.')),
    ...(isOfCase && !returned
      ? fault('/auditId', 'notReturned', 'An action answers a finding: the audit is not returned yet.')
      : []),
    ...ownerFaults(context as never),
  ];
}

function answerFaults({ payload, profile, at }: Ctx<AnswerProofPayload>): Fault[] {
  const { answer, due } = payload;
  if (answer === 'accepted') return due ? fault('/due', 'accepted', 'What is proven has no new day.') : [];
  if (!due) return fault('/due', 'due', 'Say until when it is to be done.');
  return due < localDate(at, profile.timeZone)
    ? fault('/due', 'past', 'The day by which it is done is over.')
    : [];
}

/** The owner reads what is asked until 28 days after its end, and nothing of the case; those who answer for quality, and the manager who holds the case, read whose case it came from. */
function readers({ standing }: Action): Reader[] {
  const { ownerId, ended, team } = standing;
  return longest([
    ...readerLines(byRole([...qualityLeads, 'information-governance', 'caldicott-guardian']), [
      'own',
      'case',
    ]),
    ...(team ? readerLines([`team:${team}:manager`], ['own', 'case']) : []),
    ...readerLines([`user:${ownerId}`], ['own'], ended ? graceUntil(ended.at) : null),
  ]);
}

/** An action whose case is restricted goes on: its owner keeps it. */
const closedReaders = ({ standing }: Action): Reader[] =>
  readerLines([`user:${standing.ownerId}`], ['own'], standing.ended ? graceUntil(standing.ended.at) : null);

const relations = (actor: Actor, { standing, version }: Action): string[] =>
  version > 0 && holdsFor(actor, standing.ownerId) ? ['owner'] : [];

const leads = { roles: qualityLeads, words: 'the partnership’s auditor or a senior manager' } as const;

/** The topic of actions from audits: what a finding led to, who does it, by when, and the proof. */
export const auditActions: Topic = {
  name: 'audit-actions',
  kind: 'auditAction',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'add-action', ...leads },
    { command: 'give-proof', roles: caseRoles, relation: 'owner', words: 'its owner' },
    { command: 'answer-proof', ...leads },
    { command: 'hand-over', ...leads },
    { command: 'hand-over', roles: caseRoles, relation: 'owner', words: 'its owner' },
    { command: 'end-action', ...leads },
  ],
  commands: {
    'add-action': {
      creates: true,
      parentOf: ({ caseId, auditId }: AddAuditActionPayload) => ({ parentId: caseId, subjectId: auditId }),
      locks: {
        named: ({ caseId, auditId }: AddAuditActionPayload) => [
          { kind: 'childCase', id: caseId },
          { kind: 'caseAudit', id: auditId },
        ],
      },
      reads: { named: ({ ownerId }: AddAuditActionPayload) => [{ kind: 'user', id: ownerId }] },
      faults: addFaults,
    },
    'give-proof': {},
    'answer-proof': {
      choice: ({ answer }: AnswerProofPayload) => answer,
      choices: proofAnswers,
      faults: answerFaults,
    },
    'hand-over': {
      reads: { named: ({ ownerId }: HandOverPayload) => [{ kind: 'user', id: ownerId }] },
      faults: ownerFaults,
    },
    'end-action': {},
  },
  blank: blankAuditAction,
  relations,
  readers,
  closedReaders,
  persons: ({ standing }: Action) => [standing.childId],
  // Lists show the summary to the owner, who is not told whose case it came from.
  summary: ({ what, ownerId, given, ended }: AuditActionStanding) => ({
    ...{ title: what, reference: null, grade: null, ownerId: ownerId || null, teamId: null },
    ...{ nextDue: null, nextStep: null, openedAt: given?.at ?? null, closedAt: ended?.at ?? null },
  }),
};
