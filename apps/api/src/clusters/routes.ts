import type { ClusterStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { closeCluster } from './close-cluster.js';
import {
  clusterLine,
  clusterRules,
  linksOfCluster,
  recordsOfCluster,
  titlesForClusters,
} from './cluster-line.js';
import { confirmCluster } from './confirm-cluster.js';
import { declineCluster } from './decline-cluster.js';
import { recordClusterDiscussion } from './record-cluster-discussion.js';
import { recordClusterMeeting } from './record-cluster-meeting.js';

/** Which clusters a list shows: those in some states. */
export class ClustersQuery extends RecordsQuery {
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
        const titles = await titlesForClusters(
          tx,
          rows.map(({ record }) => record),
        );
        return rows.map(({ record, classes }) => clusterLine(record, classes, titles));
      },
      persons: ({ record }) => recordsOfCluster(record.standing as ClusterStanding),
    }),
  );
  registerView(app, {
    kind: 'cluster',
    schema: 'ClusterView',
    summary: 'One cluster: what the children share, what was decided and discussed',
    show: async ({ record, classes, written, names }, { profile }, tx) => ({
      ...clusterRules(profile),
      ...clusterLine(record, classes, await titlesForClusters(tx, [record])),
      links: classes.includes('case') ? await linksOfCluster(tx, record) : [],
      written: writtenView(written),
      names,
    }),
    persons: ({ record }) => recordsOfCluster(record.standing as ClusterStanding),
  });
}
