import { setup } from 'xstate';
import { leavingSteps, withItems } from '../agenda-items/take-off.js';
import { keptWith, keptWithCase } from '../agenda-items/with-case.js';
import { graceUntil } from '../grace.js';
import { cleared } from '../intelligence/readers.js';
import { isRecord, type LinkEnd } from '../links/ends.js';
import type { Context, Missing, Reader, RecordRef, StoredRecord } from '../model.js';
import { byRole, longest, readerLines } from '../readers.js';
import {
  accessEvent,
  actionsFrom,
  type GuardContext,
  guardsFrom,
  missing,
  otherWay,
  type Step,
  type Topic,
} from '../topic.js';
import { heldPrincipals } from './held.js';
import { recorders } from './recorders.js';
import {
  blankCluster,
  type ClusterStanding,
  clusterSupport,
  clusterTitle,
  type ProposeClusterPayload,
  type ReceiveChangePayload,
} from './standing.js';

type Guard = GuardContext<ClusterStanding>;
type Cluster = StoredRecord<ClusterStanding>;

const rules = {
  isSupported: ({ choice }: Guard): Missing[] =>
    otherWay(choice === 'supported', 'a cluster of enough children'),
  isUnsupported: ({ choice }: Guard): Missing[] =>
    otherWay(choice === 'unsupported', 'a cluster that its links no longer support'),
  isDiscussed: ({ record }: Guard): Missing[] =>
    record.standing.discussion
      ? []
      : missing('discussion', 'The complex abuse discussion is not recorded yet.', 'the duty manager'),
  isDoneWith: ({ record }: Guard): Missing[] =>
    record.standing.discussion || record.standing.unsupportedAt
      ? []
      : missing('discussion', 'The complex abuse discussion is not recorded yet.', 'the duty manager'),
};

const hubNews = { 'receive-end-access': { actions: 'recordHubAccess' } } as const;
const grows = { 'receive-children': { actions: 'recordGrowth' }, ...hubNews } as const;
const changes = { 'receive-change': { actions: 'recordChange' } } as const;
const over = {
  'receive-children': { target: 'proposed', actions: 'recordProposal' },
  ...changes,
  ...hubNews,
} as const;

/** When a cluster may be asked what. Two regions: what is done about it, and the panel, before which it comes once confirmed. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'clusters',
  context: {} as Context,
  type: 'parallel',
  states: {
    work: {
      initial: 'unrecorded',
      states: {
        unrecorded: { on: { 'propose-cluster': { target: 'proposed', actions: 'recordProposal' } } },
        proposed: {
          on: {
            ...grows,
            'receive-change': [
              { guard: 'isSupported', actions: 'recordChange' },
              { guard: 'isUnsupported', target: 'withdrawn', actions: 'recordLoss' },
            ],
            'confirm-cluster': { target: 'discussing', actions: 'recordConfirmation' },
            'decline-cluster': { target: 'declined', actions: 'recordRefusal' },
          },
        },
        discussing: {
          on: {
            ...grows,
            ...changes,
            'record-cluster-discussion': { actions: 'recordDiscussion' },
            'record-cluster-meeting': { guard: 'isDiscussed', actions: 'recordMeeting' },
            'close-cluster': { guard: 'isDoneWith', target: 'closed', actions: 'recordClosing' },
            'record-panel-decision': { actions: 'recordPanelDecision' },
          },
        },
        declined: { on: over },
        closed: { on: over },
        withdrawn: { on: over },
      },
    },
    panel: {
      initial: 'notListed',
      states: {
        notListed: {
          on: {
            'confirm-cluster': { target: 'listed' },
            'receive-review-date': { actions: 'recordReviewDate' },
            'leave-agenda': { actions: 'recordOffAgenda' },
          },
        },
        listed: {
          on: {
            'join-agenda': { actions: 'recordOnAgenda' },
            'leave-agenda': { actions: 'recordOffAgenda' },
            'sitting-cancelled': { actions: 'recordSittingCancelled' },
            'receive-review-date': { actions: 'recordReviewDate' },
            'open-item': { target: 'beforePanel', actions: 'recordHearing' },
            'close-cluster': { target: 'notListed' },
          },
        },
        beforePanel: {
          on: {
            'record-panel-decision': { target: 'listed' },
            'return-to-list': { target: 'listed', actions: 'recordOffAgenda' },
          },
        },
      },
    },
  },
});

/** Whoever looks at a cluster before it is confirmed: the desk, the police desk and those who may confirm it. */
const lookers = [
  ...cleared,
  'police-desk',
  'coordinator',
  'duty-manager',
  'auditor',
  'information-governance',
];
const overseers = ['chair', 'deputy-chair', 'senior', 'caldicott-guardian'];

/**
 * Who reads a cluster: the desk, the duty manager and the coordinator from its proposal on; the chairs and senior
 * managers once it is confirmed, and those who hold one of its children that it is and what came of the discussion, until
 * 28 days after it was closed.
 */
function readers({ standing }: Cluster): Reader[] {
  const { decided, held, closedAt } = standing;
  const until = closedAt ? graceUntil(closedAt) : null;
  return longest([
    ...readerLines(byRole(lookers), ['sheet', 'case']),
    ...closedReaders(),
    ...(decided?.decision === 'confirmed'
      ? [
          ...readerLines(byRole(overseers), ['sheet', 'case']),
          ...readerLines(heldPrincipals(held), ['sheet'], until),
        ]
      : []),
  ]);
}

/** A cluster that rests on a closed link is the supervisor’s, whoever holds its children. */
const closedReaders = (): Reader[] =>
  readerLines(['role:intelligence-supervisor'], ['sheet', 'case', 'restricted']);

/** What is about a cluster is closed and opened with it. */
const itemSteps = ({ record, locked }: Context<ClusterStanding>): Step[] => {
  const payload = record.standing.access ?? {};
  return keptWith(locked, [record.id])
    .filter(({ standing }) => Boolean(standing.access?.closed) !== Boolean(payload.closed))
    .map(({ kind, id }) => ({ record: { kind, id }, event: accessEvent, payload }));
};

const hubRef = (hub: LinkEnd | null): RecordRef[] =>
  hub && isRecord(hub) ? [{ kind: hub.kind, id: hub.id }] : [];

/** The children of a proposal, and what they share where that is a record. */
export function namedByProposal({
  children,
  hub,
}: Pick<ProposeClusterPayload, 'children' | 'hub'>): RecordRef[] {
  return [...children.map((id): RecordRef => ({ kind: 'child', id })), ...hubRef(hub)];
}

const confirmers = {
  roles: [...cleared, 'coordinator', 'duty-manager', 'manager', 'senior'],
  words: 'the intelligence desk, the coordinator, or a manager',
} as const;
const leads = {
  roles: ['duty-manager', 'manager', 'senior', 'coordinator', 'intelligence-supervisor'],
  words: 'the manager who leads the discussion',
} as const;

/** The topic of clusters: several children who share a person, a place, a vehicle or a phone. */
export const clusters: Topic = {
  name: 'clusters',
  kind: 'cluster',
  machine,
  rules,
  recorders,
  policy: [
    ...['propose-cluster', 'receive-children', 'receive-change'].map((command) => ({
      command,
      ...({ roles: [], system: true, words: 'the weighing of links and reports' } as const),
    })),
    { command: 'confirm-cluster', ...confirmers },
    { command: 'decline-cluster', ...confirmers },
    { command: 'record-cluster-discussion', ...leads },
    { command: 'record-cluster-meeting', ...leads },
    { command: 'close-cluster', ...leads },
  ],
  commands: {
    'propose-cluster': { creates: true, locks: { named: namedByProposal } },
    'receive-children': { locks: { named: namedByProposal, about: keptWithCase }, also: itemSteps },
    'receive-change': {
      locks: { named: namedByProposal, about: keptWithCase },
      choice: ({ support }: ReceiveChangePayload) => support,
      choices: clusterSupport,
      also: itemSteps,
    },
    'confirm-cluster': {},
    'decline-cluster': {},
    'record-cluster-discussion': {},
    'record-cluster-meeting': {},
    'close-cluster': {
      locks: withItems,
      also: (context) => leavingSteps(context as never, 'The cluster is closed.'),
    },
  },
  eventAlso: { 'receive-end-access': itemSteps },
  blank: blankCluster,
  relations: () => [],
  readers,
  closedReaders,
  persons: ({ standing }: Cluster) => [...standing.children, ...hubRef(standing.hub).map(({ id }) => id)],
  summary: ({ count, proposedAt, closedAt, decided, reference }: ClusterStanding) => ({
    title: clusterTitle(count),
    reference: reference || null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: proposedAt || null,
    closedAt: closedAt ?? (decided?.decision === 'declined' ? decided.at : null),
  }),
};
