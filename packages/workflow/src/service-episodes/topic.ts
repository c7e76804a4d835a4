import { setup } from 'xstate';
import {
  byHolders,
  held,
  holdersRead,
  isOnOpenCase,
  relationsOnCase,
  summaryOnCase,
} from '../child-cases/on-case.js';
import { regionsOf } from '../child-cases/rules.js';
import type { Context, Fault, Missing, Reader, StoredRecord } from '../model.js';
import { longest } from '../readers.js';
import { actionsFrom, type GuardContext, guardsFrom, otherWay, type Topic } from '../topic.js';
import { agencyNamed, caseNamed, recorders } from './recorders.js';
import {
  blankServiceEpisode,
  type CarryServicePayload,
  type EndServicePayload,
  type ReferServicePayload,
  type ServiceEpisodeStanding,
} from './standing.js';

type Ctx<P extends object> = Context<ServiceEpisodeStanding, P>;

const rules = {
  isOnOpenCase,
  isOfDeath: ({ choice }: GuardContext): Missing[] => otherWay(choice === 'died', 'a child who has died'),
};

/** What a service learns of its case in every state: who holds it, who the child is, who the partners of the plan are. */
const told = { ...held, 'receive-partners': { actions: 'recordPartners' } } as const;

const goingOn = {
  ...told,
  'end-service': { target: 'ended', actions: 'recordEnd' },
  'carry-service': { actions: 'recordCarrying' },
  'close-case': [
    { guard: 'isOfDeath', target: 'ended', actions: 'recordDeath' },
    { actions: 'recordCaseClosed' },
  ],
} as const;

/** When a service to a child may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'service-episodes',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: { 'refer-service': { guard: 'isOnOpenCase', target: 'referred', actions: 'recordReferral' } },
    },
    referred: {
      on: {
        ...goingOn,
        'accept-service': { target: 'accepted', actions: 'recordAcceptance' },
        'decline-service': { target: 'declined', actions: 'recordDecline' },
        'start-service': { target: 'started', actions: 'recordStart' },
      },
    },
    accepted: {
      on: {
        ...goingOn,
        'decline-service': { target: 'declined', actions: 'recordDecline' },
        'start-service': { target: 'started', actions: 'recordStart' },
      },
    },
    started: { on: goingOn },
    declined: { on: told },
    ended: { on: told },
  },
});

function referralFaults(context: Ctx<ReferServicePayload>): Fault[] {
  if (agencyNamed(context)) return [];
  return [{ pointer: '/agencyId', code: 'noAgency', detail: 'Choose an agency on the books.' }];
}

/** A step of a service lies not before the one that it follows. */
function orderFaults({ record, happened }: Ctx<object>): Fault[] {
  const { referred, acceptedAt, startedAt } = record.standing;
  const before = startedAt ?? acceptedAt ?? referred?.at ?? happened;
  if (happened >= before) return [];
  const detail = 'This cannot lie before what was recorded of the service already.';
  return [{ pointer: '/happened', code: 'order', detail }];
}

function endFaults(context: Ctx<EndServicePayload>): Fault[] {
  const begun = context.record.standing.startedAt !== null;
  const told = context.payload.outcome === 'not-begun';
  const detail = begun ? 'The service has begun: say how it ended.' : 'The service has not begun: say so.';
  return [
    ...orderFaults(context),
    ...(begun === told ? [{ pointer: '/outcome', code: 'begun', detail }] : []),
  ];
}

/** A service goes on under another open case of the same child; from a restricted case only to one that is restricted too. */
function carryingFaults(context: Ctx<CarryServicePayload>): Fault[] {
  const next = caseNamed(context);
  const { standing, parentId } = context.record;
  const fits =
    next?.standing.childId === standing.childId && next.id !== parentId && regionsOf(next).work !== 'closed';
  const told = (code: string, detail: string): Fault[] => [{ pointer: '/caseId', code, detail }];
  if (!fits) return told('otherCase', 'Choose another open case of the same child.');
  if (standing.access?.closed && !next.standing.access?.closed)
    return told(
      'restricted',
      'The service hangs on a restricted case: it is not carried to one that is open to others.',
    );
  return [];
}

/**
 * Those who hold the case and those who oversee; a service that ended is read by them as the case is. A service belongs
 * to the plan, and what is written of it to the safety part: each plan partner reads that, as long as the safety part.
 */
const readers = ({ standing }: StoredRecord<ServiceEpisodeStanding>): Reader[] =>
  longest([
    ...holdersRead(standing, 'safety', 'case'),
    ...Object.entries(standing.partners ?? {}).map(
      ([userId, until]): Reader => ({ principal: `user:${userId}`, class: 'safety', until }),
    ),
  ]);

const { lead, manages, untaken } = byHolders;
const holders = [lead, manages, untaken];
const team = {
  roles: ['worker', 'manager', 'senior'],
  relation: 'holdingTeam',
  words: 'somebody of the team that holds or held the case',
} as const;
const coordinator = { roles: ['coordinator'], words: 'the coordinator' } as const;
const steps = ['refer-service', 'accept-service', 'decline-service', 'start-service', 'end-service'];

/** The topic of services to a child: asked for, accepted or declined, started, ended, carried forward. */
export const serviceEpisodes: Topic = {
  name: 'service-episodes',
  kind: 'serviceEpisode',
  machine,
  rules,
  recorders,
  policy: [
    ...steps.flatMap((command) => holders.map((who) => ({ command, ...who }))),
    ...[team, untaken, coordinator].map((who) => ({ command: 'carry-service', ...who })),
  ],
  commands: {
    'refer-service': {
      creates: true,
      parentOf: ({ caseId, agencyId }: ReferServicePayload) => ({ parentId: caseId, subjectId: agencyId }),
      locks: { named: ({ caseId }: ReferServicePayload) => [{ kind: 'childCase', id: caseId }] },
      reads: { named: ({ agencyId }: ReferServicePayload) => [{ kind: 'agency', id: agencyId }] },
      faults: referralFaults,
    },
    'accept-service': { faults: orderFaults },
    'decline-service': { faults: orderFaults },
    'start-service': { faults: orderFaults },
    'end-service': { faults: endFaults },
    'carry-service': {
      locks: { named: ({ caseId }: CarryServicePayload) => [{ kind: 'childCase', id: caseId }] },
      faults: carryingFaults,
    },
  },
  blank: blankServiceEpisode,
  relations: relationsOnCase,
  readers,
  persons: ({ standing }: StoredRecord<ServiceEpisodeStanding>) => [standing.childId],
  summary: (standing: ServiceEpisodeStanding) =>
    summaryOnCase(standing, {
      title: standing.service,
      ownerId: standing.workerId,
      openedAt: standing.referred?.at ?? null,
      closedAt: standing.ended?.at ?? null,
    }),
};
