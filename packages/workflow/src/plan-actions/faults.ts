import { asked } from '../child-cases/intake-faults.js';
import { mostOwners, openOwners } from '../child-cases/owners.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { keptOfHome, knowsWhatItIsAbout, mayKnowOfClosed, seesToApart } from './given-apart.js';
import { caseOf } from './recorders.js';
import type {
  AddActionPayload,
  ChangeActionPayload,
  EndActionPayload,
  PlanActionStanding,
} from './standing.js';

type Ctx<P extends object> = Context<PlanActionStanding, P>;

function dayFaults({ at, profile }: Pick<Ctx<object>, 'at' | 'profile'>, due: string | undefined): Fault[] {
  if (!due || due >= localDate(at, profile.timeZone)) return [];
  return [{ pointer: '/due', code: 'past', detail: 'The due date is today or later.' }];
}

/** Whether an action is about a closed record of which somebody may not know: having it, or covering for whoever has it, would tell that it is there. */
function mayNotKnow({ record, at }: Ctx<object>, who: { userId: string; roles: readonly string[] }): boolean {
  const { caseKind, access } = record.standing;
  return Boolean(caseKind && access?.closed) && !mayKnowOfClosed(access, who, at);
}

function ownerFaults(context: Ctx<object>, ownerId: string, field: string): Fault[] {
  const pointer = `/${field}`;
  const person = findPerson(context.facts, ownerId);
  if (!person) return [{ pointer, code: 'noOwner', detail: 'The owner is somebody with an account.' }];
  if (mayNotKnow(context, { userId: ownerId, roles: person.roles }))
    return [
      {
        pointer,
        code: 'closed',
        detail:
          'Only those named may know of what this is about, and whoever had it would learn that it is there: give it to one of them, or to the supervisor of the intelligence desk.',
      },
    ];
  const about = caseOf(context);
  const owners = about ? openOwners(about.partners, about.disruptionOwners) : new Set();
  if (owners.size < mostOwners || owners.has(ownerId)) return [];
  return [
    {
      pointer,
      code: 'owners',
      detail: `${mostOwners} people own open actions of this plan already: give this one to one of them.`,
    },
  ];
}

function coverFaults(context: Ctx<object>, coverId: string | undefined, ownerId: string): Fault[] {
  if (!coverId) return [];
  const pointer = '/coverId';
  if (coverId === ownerId)
    return [{ pointer, code: 'self', detail: 'Somebody other than the owner covers in absence.' }];
  const person = findPerson(context.facts, coverId);
  if (!person) return [{ pointer, code: 'noPerson', detail: 'Whoever covers is somebody with an account.' }];
  if (!mayNotKnow(context, { userId: coverId, roles: person.roles })) return [];
  return [
    {
      pointer,
      code: 'closed',
      detail:
        'Only those named may know of what this is about, and whoever covers would learn that it is there: name one of them, or the supervisor of the intelligence desk.',
    },
  ];
}

function addFaults(context: Ctx<AddActionPayload>): Fault[] {
  const { payload } = context;
  const { ownerId, coverId, due, agencyId } = payload;
  return [
    ...(agencyId ? [] : ownerFaults(context, ownerId, 'ownerId')),
    ...dayFaults(context, due),
    ...coverFaults(context, coverId, ownerId),
    ...(caseOf(context) || keptOfHome(context, payload)
      ? []
      : [{ pointer: '/caseId', code: 'noCase', detail: 'The case is not one that you may see.' }]),
  ];
}

/** What an owner changes alone: what fills a gap. What is done, until when and by whom is for those who plan. */
const forOwner: readonly string[] = ['outcome', 'measure', 'contingency', 'coverId', 'reason'];

/** Whether somebody changes it as the lead of the agency that was given it, and for no other reason. */
function isLeadAlone({ actor, record }: Ctx<object>): boolean {
  const { ownerId, workerId, team, ownerAgencyId, caseKind } = record.standing;
  const otherwise =
    (ownerId && holdsFor(actor, ownerId)) ||
    holdsFor(actor, workerId) ||
    (team !== null && actor.teamId === team) ||
    seesToApart(actor, record) ||
    actor.roles.some((role) => ['coordinator', 'chair', 'deputy-chair'].includes(role));
  return !otherwise && (team !== null || Boolean(caseKind)) && actor.agencyId === ownerAgencyId;
}

/** The lead of an agency names the owner of what it was given, somebody of that agency, and changes nothing else. */
function leadFaults(context: Ctx<ChangeActionPayload>, changed: readonly string[]): Fault[] {
  const { payload, record, facts } = context;
  if (!isLeadAlone(context)) return [];
  if (record.state !== 'awaitingOwner')
    return [
      {
        pointer: '',
        code: 'notYours',
        detail:
          'Your agency names the owner of what it was given; once there is one, those who planned it change it.',
      },
    ];
  const owner = findPerson(facts, payload.ownerId);
  return [
    ...changed
      .filter((field) => field !== 'ownerId' && field !== 'due')
      .map((field) => ({
        pointer: `/${field}`,
        code: 'notYours',
        detail: 'You name the owner, and the day; the owner fills what is missing.',
      })),
    ...(owner && owner.agencyId !== record.standing.ownerAgencyId
      ? [{ pointer: '/ownerId', code: 'otherAgency', detail: 'The owner is somebody of your agency.' }]
      : []),
  ];
}

function changeFaults(context: Ctx<ChangeActionPayload>): Fault[] {
  const { payload, record, actor } = context;
  const { standing } = record;
  const ownerId = payload.ownerId ?? standing.ownerId;
  const given = Object.entries(payload).filter(([, value]) => value !== undefined);
  const changed = given.map(([field]) => field).filter((field) => field !== 'reason');
  const { team, workerId } = standing;
  const ownerOnly =
    holdsFor(actor, standing.ownerId) &&
    !holdsFor(actor, workerId) &&
    (team === null || actor.teamId !== team) &&
    !seesToApart(actor, record) &&
    !actor.roles.some((role) => ['coordinator', 'chair', 'deputy-chair'].includes(role));
  const waits = standing.escalation && !standing.escalation.answered;
  return [
    ...(changed.length === 0
      ? [{ pointer: '', code: 'nothing', detail: 'Say what changes: nothing does.' }]
      : []),
    ...leadFaults(context, changed),
    ...(ownerOnly ? changed.filter((field) => !forOwner.includes(field)) : []).map((field) => ({
      pointer: `/${field}`,
      code: 'notYours',
      detail: 'The owner fills what is missing; this is for the worker or the manager of the case.',
    })),
    ...(payload.ownerId ? ownerFaults(context, payload.ownerId, 'ownerId') : []),
    ...(payload.ownerId === standing.ownerId && record.state !== 'declined'
      ? [{ pointer: '/ownerId', code: 'sameOwner', detail: 'It is theirs already.' }]
      : []),
    ...dayFaults(context, payload.due),
    ...(payload.ownerId && !payload.due ? dayFaults(context, standing.due ?? undefined) : []),
    ...(payload.due && waits && !payload.ownerId
      ? [
          {
            pointer: '/due',
            code: 'escalated',
            detail: 'It is escalated: answer the escalation with the new date.',
          },
        ]
      : []),
    ...coverFaults(context, payload.coverId, ownerId),
  ];
}

function handedOver(context: Ctx<EndActionPayload>): Fault[] {
  const { payload, record, at, profile } = context;
  const { newOwnerId, handover, due = record.standing.due ?? undefined } = payload;
  const past = due !== undefined && due < localDate(at, profile.timeZone);
  return [
    ...asked(newOwnerId, 'newOwnerId', 'Name who has it from now on.'),
    ...(newOwnerId ? ownerFaults(context, newOwnerId, 'newOwnerId') : []),
    ...(newOwnerId && newOwnerId === record.standing.ownerId
      ? [{ pointer: '/newOwnerId', code: 'sameOwner', detail: 'It is theirs already.' }]
      : []),
    ...asked(handover, 'handover', 'Write the handover.'),
    ...(past
      ? [
          {
            pointer: '/due',
            code: 'past',
            detail: 'Its day has passed: give the new owner a day, today or later.',
          },
        ]
      : []),
  ];
}

function superseded({ payload, record, facts, actor, at }: Ctx<EndActionPayload>): Fault[] {
  const { byActionId } = payload;
  // That two actions are about the same would be told by whether one may stand in the other's place.
  if (record.standing.caseKind && !knowsWhatItIsAbout(actor, record, at))
    return [
      {
        pointer: '/how',
        code: 'notYours',
        detail:
          'Which action stands in its place is for the chair or the coordinator to say: end it as done, not done or handed over.',
      },
    ];
  const pointer = '/byActionId';
  if (!byActionId) return asked(undefined, 'byActionId', 'Name the action that stands in its place.');
  const other = facts.related.find((one) => one.kind === 'planAction' && one.id === byActionId);
  if (byActionId === record.id)
    return [{ pointer, code: 'same', detail: 'An action cannot stand in its own place.' }];
  if (!other || other.parentId !== record.parentId)
    return [{ pointer, code: 'noAction', detail: 'Name another action of the same plan.' }];
  if (other.state === 'ended')
    return [{ pointer, code: 'ended', detail: 'That action has ended: name one that is open.' }];
  return [];
}

/** What each way of ending asks for. */
const endings: Record<EndActionPayload['how'], (context: Ctx<EndActionPayload>) => Fault[]> = {
  done: ({ payload }) => asked(payload.evidence, 'evidence', 'Write what was done and what came of it.'),
  'not-done': ({ payload }) => asked(payload.reason, 'reason', 'Write why it was not done.'),
  'no-longer-possible': ({ payload }) =>
    asked(payload.changed, 'changed', 'Write what changed, so that it is no longer possible.'),
  'handed-over': handedOver,
  superseded,
};

/** The payload rules of each command of an action: all faults at once. */
export const actionFaults = {
  add: addFaults,
  change: changeFaults,
  end: (context: Ctx<EndActionPayload>): Fault[] =>
    context.payload.withCase ? [] : endings[context.payload.how](context),
};
