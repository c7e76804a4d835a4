import { setup } from 'xstate';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { isRaised } from '../child-cases/standing.js';
import { localDate } from '../clocks/time-zone.js';
import type { Actor, Context, Fault, Missing, Reader, Standing, StoredRecord } from '../model.js';
import { caseRoles } from '../roles.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  missing,
  type Step,
  type Topic,
} from '../topic.js';
import {
  type AddActionPayload,
  actionEndings,
  blankPlanAction,
  type DeclineActionPayload,
  type EndActionPayload,
  type PlanActionStanding,
} from './standing.js';

type Ctx<P extends object> = Context<PlanActionStanding, P>;
type Guard = GuardContext<PlanActionStanding>;

interface Owner extends Standing {
  name: string;
  agencyId: string;
  teamId: string | null;
  endedAt: string | null;
}

function caseOf(context: Pick<Ctx<object>, 'locked'>): ChildCaseStanding | undefined {
  return context.locked.find((one) => one.kind === 'childCase')?.standing as ChildCaseStanding | undefined;
}

function gapsOf(payload: AddActionPayload, raised: boolean): string[] {
  const gaps: string[] = [];
  if (!payload.due) gaps.push('due');
  if (!payload.outcome) gaps.push('outcome');
  if (!payload.measure) gaps.push('measure');
  if (!payload.contingency && (raised ? payload.part === 'safety' : true)) gaps.push('contingency');
  return gaps;
}

const rules = {
  isOwner: ({ record, actor }: Guard): Missing[] =>
    record.standing.ownerId === actor.userId
      ? []
      : missing('owner', 'Only the owner answers for the action.', record.standing.ownerName || 'the owner'),
};

const recorders = {
  recordAction: (context: Ctx<AddActionPayload>): Effect[] => {
    const { payload, facts, actor } = context;
    const owner = facts.related.find((one) => one.id === payload.ownerId)?.standing as Owner;
    const about = caseOf(context) as ChildCaseStanding;
    const standing: Partial<PlanActionStanding> = {
      caseId: payload.caseId,
      childId: about.childId,
      reference: about.reference,
      part: payload.part,
      kind: payload.kind,
      what: payload.what.slice(0, 160),
      ownerId: payload.ownerId,
      ownerName: owner.name,
      ownerAgencyId: owner.agencyId,
      team: about.team,
      due: payload.due ?? null,
      gaps: gapsOf(payload, isRaised(about)),
    };
    const who = `user:${payload.ownerId}`;
    return [
      { do: 'set', patch: standing },
      { do: 'write', kind: 'action', class: payload.part, body: { ...payload, by: actor.name } },
      { do: 'start', rule: 'action-acceptance', who },
      ...(payload.due ? [{ do: 'start', rule: 'action-due', who, due: payload.due } as const] : []),
      { do: 'send', kind: 'action-given', principal: who },
    ];
  },
  recordAcceptance: (): Effect[] => [{ do: 'end', rule: 'action-acceptance' }],
  recordDecline: ({ payload, record, actor }: Ctx<DeclineActionPayload>): Effect[] => [
    { do: 'write', kind: 'decline', class: record.standing.part, body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'action-acceptance' },
    { do: 'endAll', reason: 'Declined by its owner' },
    { do: 'send', kind: 'action-declined', principal: `team:${record.standing.team}:manager` },
  ],
  recordEnding: ({ payload, record, happened, actor }: Ctx<EndActionPayload>): Effect[] => [
    { do: 'write', kind: 'ending', class: record.standing.part, body: { ...payload, by: actor.name } },
    ...(payload.how === 'done'
      ? ([
          { do: 'end', rule: 'action-due' },
          { do: 'end', rule: 'action-acceptance' },
        ] as const)
      : ([{ do: 'endAll', reason: `Ended: ${payload.how}` }] as const)),
    { do: 'set', patch: { ended: { how: payload.how, at: happened } } },
  ],
};

/** When an action of a plan may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'plan-actions',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'add-action': { target: 'offered', actions: 'recordAction' } } },
    offered: {
      on: {
        'accept-action': { guard: 'isOwner', target: 'accepted', actions: 'recordAcceptance' },
        'decline-action': { guard: 'isOwner', target: 'declined', actions: 'recordDecline' },
        'end-action': { target: 'ended', actions: 'recordEnding' },
      },
    },
    accepted: { on: { 'end-action': { target: 'ended', actions: 'recordEnding' } } },
    declined: { on: { 'end-action': { target: 'ended', actions: 'recordEnding' } } },
    ended: {},
  },
});

function addFaults(context: Ctx<AddActionPayload>): Fault[] {
  const { payload, facts, at, profile } = context;
  const faults: Fault[] = [];
  const owner = facts.related.find((one) => one.id === payload.ownerId)?.standing as Owner | undefined;
  if (!owner || owner.endedAt !== null)
    faults.push({ pointer: '/ownerId', code: 'noOwner', detail: 'The owner is somebody with an account.' });
  if (payload.due && payload.due < localDate(at, profile.timeZone))
    faults.push({ pointer: '/due', code: 'past', detail: 'The due date is today or later.' });
  if (!caseOf(context))
    faults.push({ pointer: '/caseId', code: 'noCase', detail: 'The case is not one that you may see.' });
  return faults;
}

function toCase(event: string) {
  return ({ record, payload }: Ctx<object>): Step[] => {
    const { caseId, part, ownerId } = {
      ...record.standing,
      ...(record.version === 0 ? payload : {}),
    } as AddActionPayload;
    return [
      { record: { kind: 'childCase', id: caseId }, event, payload: { actionId: record.id, part, ownerId } },
    ];
  };
}

function relations(actor: Actor, { standing }: StoredRecord<PlanActionStanding>): string[] {
  const found: string[] = [];
  if (standing.ownerId !== '' && standing.ownerId === actor.userId) found.push('owner');
  if (standing.team !== null && standing.team === actor.teamId) found.push('holdingTeam');
  return found;
}

function readers({ standing }: StoredRecord<PlanActionStanding>): Reader[] {
  const until = null;
  const classes = [standing.part] as const;
  const principals = [
    `user:${standing.ownerId}`,
    ...(standing.team ? [`team:${standing.team}:manager`, `team:${standing.team}:worker`] : []),
    ...['auditor', 'coordinator', 'chair', 'deputy-chair', 'senior'].map((role) => `role:${role}`),
  ];
  const seen =
    standing.part === 'disruption' ? principals.filter((one) => one !== 'role:coordinator') : principals;
  return seen.flatMap((principal) => classes.map((one) => ({ principal, class: one, until })));
}

const owner = { roles: caseRoles, relation: 'owner', words: 'the owner of the action' } as const;
const holders = {
  roles: ['manager', 'worker', 'senior'],
  relation: 'holdingTeam',
  words: 'the team holding the case',
} as const;

/** The topic of the actions of a plan: each is a record of its own, and its case counts it. */
export const planActions: Topic = {
  name: 'plan-actions',
  kind: 'planAction',
  machine,
  rules,
  recorders,
  policy: [
    {
      command: 'add-action',
      roles: ['worker', 'manager', 'senior', 'coordinator', 'chair', 'deputy-chair'],
      words: 'the worker, a manager, the coordinator or the chair',
    },
    { command: 'accept-action', ...owner },
    { command: 'decline-action', ...owner },
    { command: 'end-action', ...owner },
    { command: 'end-action', ...holders },
  ],
  commands: {
    'add-action': {
      creates: true,
      parentOf: (payload: AddActionPayload) => ({ parentId: payload.caseId }),
      locks: { named: (payload: AddActionPayload) => [{ kind: 'childCase', id: payload.caseId }] },
      reads: { named: (payload: AddActionPayload) => [{ kind: 'user', id: payload.ownerId }] },
      faults: addFaults,
      also: toCase('add-action'),
    },
    'accept-action': {},
    'decline-action': {},
    'end-action': {
      locks: { parent: 'update' },
      choice: (payload: EndActionPayload) => payload.how,
      choices: actionEndings,
      also: toCase('end-action'),
    },
  },
  blank: blankPlanAction,
  relations,
  readers,
  summary: (standing: PlanActionStanding, state) => ({
    title: standing.what,
    reference: standing.reference,
    grade: null,
    ownerId: standing.ownerId,
    teamId: standing.team,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: state === 'ended' ? (standing.ended?.at ?? null) : null,
  }),
};
