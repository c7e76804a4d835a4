import { findTitles, type Tx } from '@mase/store';
import { type ClusterStanding, type ContentClass, isRecord, type StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { endView } from '../links/link-view.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { closeCluster } from './close-cluster.js';
import { confirmCluster } from './confirm-cluster.js';
import { declineCluster } from './decline-cluster.js';
import { recordClusterDiscussion } from './record-cluster-discussion.js';
import { recordClusterMeeting } from './record-cluster-meeting.js';

/** Which clusters a list shows: those in some states. */
export class ClustersQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const summary = 'Clusters of children who share a person, a place, a vehicle or a phone, the newest first';
const schema = {
  querystring: dto(ClustersQuery),
  tags: ['clusters'],
  operationId: 'clusters.list',
  summary,
  response: { 200: shownSchema('ClustersView', 'list', summary), ...answersOf(400, 401, 503) },
};

const recordsOf = ({ hub, children }: ClusterStanding): string[] => [
  ...children,
  ...(hub && isRecord(hub) ? [hub.id] : []),
];

const titlesFor = (tx: Tx, records: readonly StoredRecord[]) =>
  findTitles(
    tx,
    records.flatMap(({ standing }) => recordsOf(standing as ClusterStanding)),
  );

/** A cluster as it is shown; the children and what they share by the names that this reader may know. */
function clusterLine(
  record: StoredRecord,
  classes: readonly ContentClass[],
  titles: ReadonlyMap<string, string>,
) {
  const {
    hub,
    children,
    count,
    from,
    to,
    proposedAt,
    decided,
    discussion,
    metAt,
    closedAt,
    clocks,
    onAgenda,
    unsupportedAt = null,
  } = record.standing as ClusterStanding;
  const whole = classes.includes('case');
  const due = (rule: string) => clocks.find((clock) => clock.rule === rule)?.due ?? null;
  return {
    ...{ id: record.id, version: record.version, state: record.state },
    ...{ count, proposedAt, closedAt, decided, discussion, metAt, unsupportedAt },
    hub: hub && whole ? endView(hub, titles) : null,
    from: whole ? from : null,
    to: whole ? to : null,
    children: (whole ? children : children.filter((id) => titles.has(id))).map((id) => ({
      id,
      name: titles.get(id) ?? null,
    })),
    onAgenda: onAgenda ?? null,
    due: due('cluster-decision') ?? due('cluster-discussion') ?? due('cluster-meeting'),
  };
}

/** Everything of clusters that can be asked over HTTP. */
export function clusterRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    confirmCluster,
    declineCluster,
    recordClusterDiscussion,
    recordClusterMeeting,
    closeCluster,
  ]);
  app.get<{ Querystring: ClustersQuery }>('/api/v1/clusters', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'clusters/list',
      asked: { kind: 'cluster', phases: request.query.phase, sort: 'newest' },
      show: async (rows, tx) => {
        const titles = await titlesFor(
          tx,
          rows.map(({ record }) => record),
        );
        return rows.map(({ record, classes }) => clusterLine(record, classes, titles));
      },
      persons: ({ record }) => recordsOf(record.standing as ClusterStanding),
    }),
  );
  registerView(app, {
    kind: 'cluster',
    schema: 'ClusterView',
    summary: 'One cluster: what the children share, what was decided and discussed',
    show: async ({ record, classes, written, names }, _asking, tx) => ({
      ...clusterLine(record, classes, await titlesFor(tx, [record])),
      written: writtenView(written),
      names,
    }),
    persons: ({ record }) => recordsOf(record.standing as ClusterStanding),
  });
}
