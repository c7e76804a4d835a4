import { type ChildStanding, holdersOf } from '../children/standing.js';
import { nodeOf } from '../links/ends.js';
import type { Context, StoredRecord } from '../model.js';
import { strandReference } from '../reference.js';
import { strandPanelRecorders } from '../strand-cases/record-panel.js';
import type { Effect } from '../topic.js';
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

/** Those who hold the children, as their locked records say. */
function holdersIn(locked: readonly StoredRecord[], children: readonly string[]): string[] {
  const held = locked
    .filter(({ kind, id }) => kind === 'child' && children.includes(id))
    .flatMap(({ standing }) => holdersOf(standing as ChildStanding));
  return [...new Set(held)].sort();
}

const said = ({ payload, locked, record }: Ctx<ProposeClusterPayload>): Partial<ClusterStanding> => ({
  hub: payload.hub,
  children: payload.children.slice(0, childrenListed),
  count: payload.children.length,
  from: payload.from,
  to: payload.to,
  held: holdersIn(locked, payload.children).slice(0, childrenListed),
  restsOnClosed: payload.restsOnClosed,
  ...(payload.restsOnClosed ? { access: { ...record.standing.access, closed: true, named: [] } } : {}),
});

/** The recorders of clusters; the panel’s are those of a person’s or a place’s case. */
export const recorders = {
  recordOnAgenda: strandPanelRecorders.recordOnAgenda,
  recordOffAgenda: strandPanelRecorders.recordOffAgenda,
  recordSittingCancelled: strandPanelRecorders.recordSittingCancelled,
  recordHearing: strandPanelRecorders.recordHearing,
  recordPanelDecision: strandPanelRecorders.recordPanelDecision,
  recordProposal: (context: Ctx<ProposeClusterPayload>): Effect[] => [
    write('cluster-proposed', context.payload),
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
    { do: 'start', rule: 'cluster-decision', who: desk },
    { do: 'send', kind: 'cluster-proposed', principal: desk },
  ],
  // Children who join a cluster that was confirmed are told of to those who hold them, as the others were.
  recordGrowth: (context: Ctx<ProposeClusterPayload>): Effect[] => {
    const { record, payload } = context;
    const after = said(context);
    const joined = (after.held ?? []).filter((one) => !record.standing.held.includes(one));
    return [
      write('cluster-grew', payload),
      { do: 'set', patch: after },
      ...(record.standing.decided?.decision === 'confirmed' && !payload.restsOnClosed
        ? joined.map((principal): Effect => ({ do: 'send', kind: 'cluster-confirmed', principal }))
        : []),
    ];
  },
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
    ...[lead, 'role:coordinator', ...(record.standing.restsOnClosed ? [] : record.standing.held)].map(
      (principal): Effect => ({ do: 'send', kind: 'cluster-confirmed', principal }),
    ),
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
