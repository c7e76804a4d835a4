import type { IncidentVictimStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { command, ReasonBody, registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Optional } from '../fields.js';
import { victimLine } from '../incidents/incident-view.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { askingOf } from '../view.js';
import { linkVictim } from './link-victim.js';

/** `POST /api/v1/incident-victims/:id/withdraw-link`. */
const withdrawLink = command('incident-victims/withdraw-link', ReasonBody);

/** Whose incidents a list shows. */
export class IncidentVictimsQuery extends PageQuery {
  @Optional()
  @Id()
  childId?: string;
}

const schema = {
  querystring: dto(IncidentVictimsQuery),
  tags: ['incident-victims'],
  operationId: 'incident-victims.list',
  summary:
    'Incidents of which children are victims, as far as the reader may know of them, the last linked first',
  response: {
    200: shownSchema('IncidentVictimsView', 'list', 'One page of children and incidents'),
    ...answersOf(400, 401, 503),
  },
};

/** Everything of children who are victims of incidents that can be asked over HTTP. */
export function incidentVictimRoutes(app: FastifyInstance): void {
  registerCommands(app, [linkVictim, withdrawLink]);
  app.get<{ Querystring: IncidentVictimsQuery }>(
    '/api/v1/incident-victims',
    { schema },
    async (request, reply) => {
      const { profile } = await askingOf(app, request);
      return listed(app, request, reply, {
        action: 'incident-victims/list',
        asked: { kind: 'incidentVictim', parentId: request.query.childId, sort: 'newest' },
        show: (rows) => rows.map(({ record }) => victimLine(record, profile)),
        persons: ({ record }) => (record.standing as IncidentVictimStanding).childId,
      });
    },
  );
  registerView(app, {
    kind: 'incidentVictim',
    schema: 'IncidentVictimView',
    summary: 'That a child is a victim of an incident, and what those who work with the child are told of it',
    show: ({ record }, { profile }) => victimLine(record, profile),
    persons: ({ record }) => [(record.standing as IncidentVictimStanding).childId],
  });
}
