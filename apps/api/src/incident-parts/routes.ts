import { findTitles, type Tx } from '@mase/store';
import type { IncidentPartStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { command, ReasonBody, registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Optional } from '../fields.js';
import { partLines } from '../incidents/incident-view.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { askingOf } from '../view.js';
import { linkPart } from './link-part.js';

/** `POST /api/v1/incident-parts/:id/withdraw-part`. */
const withdrawPart = command('incident-parts/withdraw-part', ReasonBody);

/** Whose incidents a list shows: those of one person or one location. */
export class IncidentPartsQuery extends PageQuery {
  @Optional()
  @Id()
  aboutId?: string;
}

const schema = {
  querystring: dto(IncidentPartsQuery),
  tags: ['incident-parts'],
  operationId: 'incident-parts.list',
  summary:
    'Incidents that persons of concern are said to have done, or that were at a location, as far as the reader may know of them, the last linked first',
  response: {
    200: shownSchema('IncidentPartsView', 'list', 'One page of persons and locations with incidents'),
    ...answersOf(400, 401, 503),
  },
};

const named = async (tx: Tx, records: readonly StoredRecord[]) =>
  findTitles(
    tx,
    records.map(({ standing }) => (standing as IncidentPartStanding).aboutId),
  );

const personOf = ({ standing }: StoredRecord): string | null => {
  const { part, aboutId } = standing as IncidentPartStanding;
  return part === 'offender' ? aboutId : null;
};

/** Everything of persons and locations in incidents that can be asked over HTTP. */
export function incidentPartRoutes(app: FastifyInstance): void {
  registerCommands(app, [linkPart, withdrawPart]);
  app.get<{ Querystring: IncidentPartsQuery }>(
    '/api/v1/incident-parts',
    { schema },
    async (request, reply) => {
      const { profile } = await askingOf(app, request);
      return listed(app, request, reply, {
        action: 'incident-parts/list',
        asked: { kind: 'incidentPart', parentId: request.query.aboutId, sort: 'newest' },
        show: async (rows, tx) => {
          const records = rows.map(({ record }) => record);
          return partLines(records, await named(tx, records), profile);
        },
        persons: ({ record }) => personOf(record),
      });
    },
  );
  registerView(app, {
    kind: 'incidentPart',
    schema: 'IncidentPartView',
    summary: 'That a person of concern or a location is in an incident',
    show: async ({ record }, { profile }, tx) =>
      partLines([record], await named(tx, [record]), profile)[0] as object,
    persons: ({ record }) => [personOf(record)],
  });
}
