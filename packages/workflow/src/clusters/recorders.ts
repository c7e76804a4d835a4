import type { EndAccessNews } from '../links/end-news.js';
import { isRecord, nodeOf } from '../links/ends.js';
import type { Access, Context, StoredRecord } from '../model.js';
import { strandReference } from '../reference.js';
import { strandPanelRecorders } from '../strand-cases/record-panel.js';
import type { Effect } from '../topic.js';
import { heldPrincipals, holdersIn } from './held.js';
import {
  type CloseClusterPayload,
  type ClusterStanding,
  type ConfirmClusterPayload,
  childrenListed,
  clusterTitle,
  type DeclineClusterPayload,
  type ProposeClusterPayload,
  type RecordClusterDiscussionPayload,
  type RecordClusterMeetingPayload,
} from './standing.js';

type Ctx<P extends object> = Context<ClusterStanding, P>;

const desk = 'role:intelligence-officer';
const lead = 'role:duty-manager';

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

const isClosed = (locked: readonly StoredRecord[], ids: readonly string[]): boolean =>
  locked.some(({ id, standing }) => ids.includes(id) && standing.access?.closed);

/** Who reads a cluster besides the rules: nobody where it rests on what is closed; never who has withdrawn from it. */
const accessOf = (restsOnClosed: boolean, { without }: Access = {}): Access => ({
  ...(restsOnClosed ? { closed: true, named: [] } : {}),
  ...(without ? { without } : {}),
});

/**
 * Whether what is told rests on what is closed: by its links, as they were counted, or by a child or by what they share,
 * which may have been closed since.
 */
function rests({ payload, locked }: Pick<Ctx<ProposeClusterPayload>, 'payload' | 'locked'>): boolean {
  const { hub, children, restsOnClosed } = payload;
  return restsOnClosed || isClosed(locked, [...children, ...(isRecord(hub) ? [hub.id] : [])]);
}

/** What was told, in a row: the children stand in the standing alone, which those read who read the cluster now. */
const told = (kind: string, { payload, ...context }: Ctx<ProposeClusterPayload>): Effect => ({
  do: 'write',
  kind,
  class: rests({ payload, ...context }) ? 'restricted' : 'case',
  body: { count: payload.children.length, from: payload.from, to: payload.to },
});

const childTerms = (ids: readonly string[]) => ids.map((term) => ({ kind: 'clusterChild', term }) as const);

/** A cluster is found by its children, so that it is closed with each in the same command. */
function foundByChildren({ payload, record }: Ctx<ProposeClusterPayload>): Effect[] {
  const gone = record.standing.children.filter((id) => !payload.children.includes(id));
  return [
    { do: 'find', terms: childTerms(payload.children) },
    ...(gone.length > 0 ? [{ do: 'lose', terms: childTerms(gone) } as const] : []),
  ];
}

const said = ({ payload, locked, record }: Ctx<ProposeClusterPayload>): Partial<ClusterStanding> => ({
  hub: payload.hub,
  children: payload.children.slice(0, childrenListed),
  count: payload.children.length,
  from: payload.from,
  to: payload.to,
  held: holdersIn(locked, payload.children),
  restsOnClosed: rests({ payload, locked }),
  access: accessOf(rests({ payload, locked }), record.standing.access),
  unsupportedAt: null,
});

/** The recorders of clusters; the panel’s are those of a person’s or a place’s case. */
export const recorders = {
  recordOnAgenda: strandPanelRecorders.recordOnAgenda,
  recordOffAgenda: strandPanelRecorders.recordOffAgenda,
  recordSittingCancelled: strandPanelRecorders.recordSittingCancelled,
  recordHearing: strandPanelRecorders.recordHearing,
  recordReviewDate: strandPanelRecorders.recordReviewDate,
  recordPanelDecision: strandPanelRecorders.recordPanelDecision,
  recordProposal: (context: Ctx<ProposeClusterPayload>): Effect[] => [
    told('cluster-proposed', context),
    {
      do: 'set',
      patch: {
        ...said(context),
        proposedAt: context.happened,
        decided: null,
        reference: strandReference('K', context.record.id),
      },
    },
    { do: 'find', terms: [{ kind: 'hub', term: nodeOf(context.payload.hub) }] },
    ...foundByChildren(context),
    { do: 'start', rule: 'cluster-decision', who: desk },
    { do: 'send', kind: 'cluster-proposed', principal: desk },
  ],
  // Children who join a cluster that was confirmed are told of to those who hold them, as the others were.
  recordGrowth: (context: Ctx<ProposeClusterPayload>): Effect[] => {
    const { record } = context;
    const after = said(context);
    const before = heldPrincipals(record.standing.held);
    const joined = heldPrincipals(after.held ?? []).filter((one) => !before.includes(one));
    return [
      told('cluster-grew', context),
      { do: 'set', patch: after },
      ...foundByChildren(context),
      ...(record.standing.decided?.decision === 'confirmed' && !after.restsOnClosed
        ? joined.map((principal): Effect => ({ do: 'send', kind: 'cluster-confirmed', principal }))
        : []),
    ];
  },
  // What is known of it has changed and no child has joined: fewer are left, or it rests on what was closed or opened.
  recordChange: (context: Ctx<ProposeClusterPayload>): Effect[] => {
    const { choice, happened, record } = context;
    const { count, unsupportedAt } = record.standing;
    const lost = choice === 'unsupported';
    return [
      ...(lost && !unsupportedAt
        ? [told('cluster-unsupported', context)]
        : context.payload.children.length === count
          ? []
          : [told('cluster-changed', context)]),
      { do: 'set', patch: { ...said(context), unsupportedAt: lost ? (unsupportedAt ?? happened) : null } },
      ...foundByChildren(context),
      ...(lost && !unsupportedAt && record.standing.decided?.decision === 'confirmed'
        ? [{ do: 'send', kind: 'cluster-unsupported', principal: lead } as const]
        : []),
    ];
  },
  recordLoss: (context: Ctx<ProposeClusterPayload>): Effect[] => [
    told('cluster-unsupported', context),
    { do: 'set', patch: { ...said(context), unsupportedAt: context.happened } },
    ...foundByChildren(context),
    { do: 'endAll', reason: 'Its links no longer stand' },
  ],
  // Closed in the same command as what they share, one of the children or one of its links. What is open of it again, the
  // weighing of its links finds.
  recordHubAccess: ({ payload, record }: Ctx<EndAccessNews>): Effect[] =>
    payload.access.closed
      ? [{ do: 'set', patch: { restsOnClosed: true, access: accessOf(true, record.standing.access) } }]
      : [],
  recordConfirmation: ({ payload, actor, happened, record }: Ctx<ConfirmClusterPayload>): Effect[] => [
    write('cluster-confirmed', { ...payload, by: actor.name }),
    { do: 'set', patch: { decided: { decision: 'confirmed', by: actor.userId, at: happened } } },
    { do: 'end', rule: 'cluster-decision' },
    { do: 'start', rule: 'cluster-discussion', who: lead },
    { do: 'start', rule: 'cluster-meeting', who: lead },
    {
      do: 'set',
      patch: {
        listing: { basis: 'cluster', asked: clusterTitle(record.standing.count), at: happened, until: null },
      },
    },
    ...[
      lead,
      'role:coordinator',
      ...(record.standing.restsOnClosed ? [] : heldPrincipals(record.standing.held)),
    ].map((principal): Effect => ({ do: 'send', kind: 'cluster-confirmed', principal })),
  ],
  recordRefusal: ({ payload, actor, happened }: Ctx<DeclineClusterPayload>): Effect[] => [
    write('cluster-declined', { ...payload, by: actor.name }),
    { do: 'set', patch: { decided: { decision: 'declined', by: actor.userId, at: happened } } },
    { do: 'end', rule: 'cluster-decision' },
  ],
  recordDiscussion: ({ payload, actor, happened }: Ctx<RecordClusterDiscussionPayload>): Effect[] => [
    write('cluster-discussion', { ...payload, by: actor.name }),
    { do: 'set', patch: { discussion: { outcome: payload.outcome, at: happened } } },
    { do: 'end', rule: 'cluster-discussion' },
  ],
  recordMeeting: ({ payload, actor, happened }: Ctx<RecordClusterMeetingPayload>): Effect[] => [
    write('cluster-meeting', { ...payload, by: actor.name }),
    { do: 'set', patch: { metAt: happened } },
    { do: 'end', rule: 'cluster-meeting' },
  ],
  recordClosing: ({ payload, actor, happened }: Ctx<CloseClusterPayload>): Effect[] => [
    write('cluster-closed', { ...payload, by: actor.name }),
    { do: 'set', patch: { closedAt: happened } },
    { do: 'endAll', reason: 'The cluster was closed' },
  ],
};
