import { setup } from 'xstate';
import { relationsToCase } from '../child-cases/access.js';
import type { HolderNews } from '../child-cases/holder-steps.js';
import { mostOwners, openOwners } from '../child-cases/owners.js';
import { manager, triage } from '../child-cases/principals.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { isRaised } from '../child-cases/standing.js';
import { localDate } from '../clocks/time-zone.js';
import { graceUntil } from '../grace.js';
import type { Actor, Context, Fault, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import { findPerson, type Person } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { caseRoles } from '../roles.js';
import { shortened } from '../shortened.js';
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
    holdsFor(actor, record.standing.ownerId)
      ? []
      : missing('owner', 'Only the owner answers for the action.', record.standing.ownerName || 'the owner'),
};

const recorders = {
  recordAction: (context: Ctx<AddActionPayload>): Effect[] => {
    const { payload, facts, actor } = context;
    const owner = findPerson(facts, payload.ownerId) as Person;
    const about = caseOf(context) as ChildCaseStanding;
    const standing: Partial<PlanActionStanding> = {
      caseId: payload.caseId,
      childId: about.childId,
      reference: about.reference,
      part: payload.part,
      kind: payload.kind,
      what: shortened(payload.what, 160),
      ownerId: payload.ownerId,
      ownerName: owner.name,
      ownerAgencyId: owner.agencyId,
      team: about.team,
      workerId: about.workerId,
      ...(about.former ? { former: about.former } : {}),
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
  recordHolder: ({ payload }: Ctx<HolderNews>): Effect[] => [
    { do: 'set', patch: { ...payload, former: payload.former ?? {} } },
  ],
  recordAcceptance: (): Effect[] => [{ do: 'end', rule: 'action-acceptance' }],
  recordDecline: ({ payload, record, actor, happened }: Ctx<DeclineActionPayload>): Effect[] => [
    { do: 'write', kind: 'decline', class: record.standing.part, body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'action-acceptance' },
    { do: 'endAll', reason: 'Declined by its owner' },
    { do: 'set', patch: { declinedAt: happened } },
    { do: 'send', kind: 'action-declined', principal: manager(record.standing.team) },
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

/** An action learns who holds its case, whatever has become of the action. */
const held = { 'receive-holder': { actions: 'recordHolder' } } as const;

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
        ...held,
        'accept-action': { guard: 'isOwner', target: 'accepted', actions: 'recordAcceptance' },
        'decline-action': { guard: 'isOwner', target: 'declined', actions: 'recordDecline' },
        'end-action': { target: 'ended', actions: 'recordEnding' },
      },
    },
    accepted: { on: { ...held, 'end-action': { target: 'ended', actions: 'recordEnding' } } },
    declined: { on: { ...held, 'end-action': { target: 'ended', actions: 'recordEnding' } } },
    ended: { on: held },
  },
});

function addFaults(context: Ctx<AddActionPayload>): Fault[] {
  const { payload, facts, at, profile } = context;
  const faults: Fault[] = [];
  if (!findPerson(facts, payload.ownerId))
    faults.push({ pointer: '/ownerId', code: 'noOwner', detail: 'The owner is somebody with an account.' });
  if (payload.due && payload.due < localDate(at, profile.timeZone))
    faults.push({ pointer: '/due', code: 'past', detail: 'The due date is today or later.' });
  const about = caseOf(context);
  const owners = about ? openOwners(about.partners, about.disruptionOwners) : new Set();
  if (owners.size >= mostOwners && !owners.has(payload.ownerId))
    faults.push({
      pointer: '/ownerId',
      code: 'owners',
      detail: `${mostOwners} people own open actions of this plan already: give this one to one of them.`,
    });
  if (!about)
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

/**
 * The relations to an action: its owner; the team that holds its case, as it is now where the case was locked; and,
 * for an action that is still to be given, whoever works with the case.
 */
function relations(
  actor: Actor,
  record: StoredRecord<PlanActionStanding>,
  locked: readonly StoredRecord[],
): string[] {
  const { ownerId, team } = record.standing;
  const about = locked.find((one) => one.kind === 'childCase' && one.id === record.parentId);
  const toCase = about ? relationsToCase(actor, about as StoredRecord<ChildCaseStanding>) : [];
  const found = toCase.filter((one) => ['lead', 'holdingTeam', 'untaken'].includes(one));
  if (holdsFor(actor, ownerId)) found.push('owner');
  const heldElsewhere = !about || (about.standing as ChildCaseStanding).team === null;
  if (heldElsewhere && team !== null && team === actor.teamId) found.push('holdingTeam');
  return found;
}

function readers({ standing }: StoredRecord<PlanActionStanding>): Reader[] {
  const { part, team, workerId, former = {}, ownerId, ended } = standing;
  const overseers = [
    'auditor',
    'chair',
    'deputy-chair',
    'senior',
    ...(part === 'safety' ? ['coordinator'] : []),
  ];
  // The history asks for the class of the whole case; no row of an action has it. The disruption part is not for all.
  const historians = ['auditor', 'senior', ...(part === 'safety' ? ['information-governance'] : [])];
  const holders = team
    ? [`team:${team}:manager`, `team:${team}:worker`, ...(workerId ? [`user:${workerId}`] : [])]
    : [triage, 'role:triage-officer'];
  // What of the safety part a request for access covers is read by those who answer it.
  const answerers = part === 'safety' ? ['information-governance', 'caldicott-guardian'] : [];
  const owner = `user:${ownerId}`;
  const line = (principal: string, until: string | null): Reader => ({ principal, class: part, until });
  return [
    ...(holders.includes(owner) ? [] : [line(owner, ended ? graceUntil(ended.at) : null)]),
    ...holders.map((principal) => line(principal, null)),
    ...Object.entries(former).map(([principal, until]) => line(principal, until)),
    ...[...overseers, ...answerers].map((role) => line(`role:${role}`, null)),
    ...historians.map((role): Reader => ({ principal: `role:${role}`, class: 'case', until: null })),
  ];
}

/** A declined action waits for the manager: no clock of its owner's runs on it any more. */
function queue({ state, standing }: StoredRecord<PlanActionStanding>): QueueLine[] {
  if (state !== 'declined' || !standing.declinedAt) return [];
  return [{ principal: manager(standing.team), due: standing.declinedAt, step: 'end-action' }];
}

const owner = { roles: caseRoles, relation: 'owner', words: 'the owner of the action' } as const;
const lead = { roles: ['worker', 'manager'], relation: 'lead', words: 'the allocated worker' } as const;
const manages = {
  roles: ['manager', 'senior'],
  relation: 'holdingTeam',
  words: 'a manager of the team holding the case',
} as const;
const untaken = {
  roles: ['triage-social-worker', 'triage-officer', 'manager'],
  relation: 'untaken',
  words: 'triage or a manager, while no team holds the case',
} as const;
const panel = {
  roles: ['coordinator', 'chair', 'deputy-chair'],
  words: 'the coordinator or the chair',
} as const;

/** The topic of the actions of a plan: each is a record of its own, and its case counts it. */
export const planActions: Topic = {
  name: 'plan-actions',
  kind: 'planAction',
  machine,
  rules,
  recorders,
  policy: [
    ...[lead, manages, untaken, panel].map((who) => ({ command: 'add-action', ...who })),
    { command: 'accept-action', ...owner },
    { command: 'decline-action', ...owner },
    ...[owner, lead, manages, untaken].map((who) => ({ command: 'end-action', ...who })),
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
  persons: ({ standing }: StoredRecord<PlanActionStanding>) => [standing.childId],
  queue,
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
