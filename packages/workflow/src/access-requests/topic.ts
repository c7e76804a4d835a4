import { setup } from 'xstate';
import { manager } from '../child-cases/principals.js';
import type { Actor, Context, QueueLine, Reader, SearchTerm, StoredRecord } from '../model.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, guardsFrom, type PolicyRow, type Topic } from '../topic.js';
import { decisionFaults, gatherFaults, issueFaults, letterFaults, recordFaults } from './faults.js';
import { openParts, stopParts } from './parts.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';
import {
  type AccessRequestStanding,
  blankAccessRequest,
  type RecordAccessRequestPayload,
} from './standing.js';

/** What an agency answers is taken whenever it comes. */
const consulted = { 'consultation-answered': { actions: 'recordConsulted' } } as const;
/** A request goes with the record that stands for the child. */
const child = { 'receive-child': { actions: 'recordChildNews' } } as const;
const answered = { ...child, ...consulted } as const;
const ending = {
  'withdraw-request': { target: 'withdrawn', actions: 'recordEnd' },
  'refuse-request': { guard: 'isNotRecorder', target: 'refused', actions: 'recordEnd' },
  'stop-part': { target: 'withdrawn', actions: 'recordStop' },
} as const;
const asking = {
  'ask-requester': { guard: 'isUnasked', actions: 'recordAsking' },
  'record-answer': { guard: 'isAsked', actions: 'recordAnswer' },
  'extend-time': { guard: 'isExtendable', actions: 'recordExtension' },
} as const;

/** When a request for access may be asked what: who asks is known before anything is gathered, and two people answer. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'access-requests',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'record-request': { target: 'received', actions: 'recordRequest' },
        'open-part': { target: 'inProgress', actions: 'recordPart' },
      },
    },
    received: {
      on: {
        ...child,
        'confirm-identity': { target: 'inProgress', actions: 'recordIdentity' },
        'ask-requester': asking['ask-requester'],
        'extend-time': asking['extend-time'],
        'withdraw-request': ending['withdraw-request'],
        'refuse-request': ending['refuse-request'],
      },
    },
    inProgress: {
      on: {
        ...child,
        ...asking,
        'gather-bundle': { actions: 'recordBundle' },
        'decide-items': { guard: 'hasBundle', actions: 'recordDecisions' },
        'ask-agency': { guard: 'hasBundle', actions: 'recordConsultation' },
        'approve-response': { guard: 'isAnswerApprovable', target: 'decided', actions: 'recordApproval' },
        ...consulted,
        ...ending,
      },
    },
    decided: {
      on: {
        ...child,
        'return-response': { target: 'inProgress', actions: 'recordReturn' },
        'issue-response': { target: 'issued', actions: 'recordIssue' },
        'withdraw-request': ending['withdraw-request'],
        'stop-part': ending['stop-part'],
        ...consulted,
      },
    },
    issued: { on: answered },
    refused: { on: answered },
    withdrawn: { on: answered },
  },
});

/** What a request reaches that its giver may not know of: every case of the child, and every part of the request. */
const unseen = {
  unseen: true,
  parent: 'share',
  underParent: ['childCase', 'accessRequest'],
  matched: {
    kind: 'child',
    terms: ({ sought }: AccessRequestStanding): SearchTerm[] =>
      sought
        ? [
            { kind: 'name', term: sought.name },
            { kind: 'birthDate', term: sought.birthDate },
          ]
        : [],
  },
} as const;

const runs = {
  roles: ['information-governance'],
  relation: 'request',
  words: 'information governance',
} as const;
const seconds = {
  roles: ['information-governance', 'caldicott-guardian'],
  relation: 'request',
  words: 'information governance or the Caldicott guardian',
} as const;
const named = { roles: caseRoles, relation: 'named', words: 'those whom the restriction names' } as const;
const holds = { roles: ['manager'], relation: 'holdingTeam', words: 'a manager of the team' } as const;
const above = { roles: ['senior'], relation: 'openPart', words: 'a senior manager' } as const;

const policy = {
  'record-request': [runs],
  'confirm-identity': [runs],
  'ask-requester': [runs],
  'record-answer': [runs],
  'extend-time': [runs, named, holds, above],
  'gather-bundle': [runs, named, holds, above],
  'decide-items': [runs, named, holds, above],
  'approve-response': [seconds, named, holds, above],
  'return-response': [seconds, named, holds, above],
  'issue-response': [runs, named, holds, above],
  'refuse-request': [seconds],
  'withdraw-request': [runs],
} as const;

type Request = StoredRecord<AccessRequestStanding>;

/** Whether the actor runs requests, or holds this part: by name, by the team of the case, or as a senior manager. */
function relations(actor: Actor, { standing }: Request): string[] {
  const { partOf, team, access } = standing;
  if (partOf === null) return ['request'];
  if (access?.closed)
    return access.named?.some(({ userId, until }) => userId === actor.userId && until === null)
      ? ['named']
      : [];
  return ['openPart', ...(team !== null && actor.teamId === team ? ['holdingTeam'] : [])];
}

const reader = (principal: string): Reader => ({ principal, class: 'case', until: null });

function readers({ standing }: Request): Reader[] {
  if (standing.partOf !== null) return ['role:senior', 'role:auditor', manager(standing.team)].map(reader);
  return ['information-governance', 'caldicott-guardian', 'auditor'].map((role) => reader(`role:${role}`));
}

/** Once nothing is left to decide, it waits for the second person; a part is in the list of its holder anyhow. */
function queue({ state, standing }: Request): QueueLine[] {
  const { partOf, bundle, undecided } = standing;
  if (partOf !== null || state !== 'inProgress' || !bundle || undecided > 0) return [];
  const due = standing.clocks.find(({ rule }) => rule === 'access-response')?.due ?? bundle.at;
  return [{ principal: 'role:caldicott-guardian', due, step: 'approve-response' }];
}

/** The topic of requests for access: what is held about a child, decided item by item, approved by a second person, issued. */
export const accessRequests: Topic = {
  name: 'access-requests',
  kind: 'accessRequest',
  machine,
  rules,
  recorders,
  policy: Object.entries(policy).flatMap(([command, rows]) =>
    (rows as readonly Omit<PolicyRow, 'command'>[]).map((row) => ({ command, ...row })),
  ),
  commands: {
    'record-request': {
      creates: true,
      parentOf: ({ childId }: RecordAccessRequestPayload) => (childId ? { parentId: childId } : {}),
      locks: {
        named: ({ childId }: RecordAccessRequestPayload) => (childId ? [{ kind: 'child', id: childId }] : []),
      },
      faults: recordFaults,
    },
    'confirm-identity': {},
    'ask-requester': { locks: unseen, faults: letterFaults },
    'record-answer': {},
    'extend-time': { locks: unseen, faults: letterFaults },
    'gather-bundle': { locks: unseen, reads: { written: true }, faults: gatherFaults, also: openParts },
    'decide-items': { reads: { written: true }, faults: decisionFaults },
    'approve-response': {},
    'return-response': {},
    'issue-response': { locks: unseen, faults: issueFaults },
    'refuse-request': { locks: unseen, faults: letterFaults, also: stopParts },
    'withdraw-request': { locks: unseen, also: stopParts },
  },
  blank: blankAccessRequest,
  relations,
  readers,
  persons: ({ standing }: Request) => (standing.childId ? [standing.childId] : []),
  summary: (standing: AccessRequestStanding) => ({
    title: standing.requester?.name ?? 'Access request',
    reference: null,
    grade: null,
    ownerId: null,
    teamId: standing.team,
    nextDue: null,
    nextStep: null,
    openedAt: standing.recorded?.at ?? standing.identity?.at ?? null,
    closedAt: standing.issued?.at ?? standing.ended?.at ?? null,
  }),
  queue,
};
