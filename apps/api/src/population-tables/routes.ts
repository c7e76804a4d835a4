import {
  type Characteristic,
  characteristics,
  type PopulationTableStanding,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { recordTable } from './record-table.js';
import { withdrawTable } from './withdraw-table.js';

const summary = 'Tables of the population with which the cohort is compared, the newest first';
const schema = {
  querystring: dto(RecordsQuery),
  tags: ['population-tables'],
  operationId: 'population-tables.list',
  summary,
  response: { 200: shownSchema('PopulationTablesView', 'list', summary), ...answersOf(400, 401, 503) },
};

function tableLine({ id, version, state, standing }: StoredRecord) {
  const { area, source, year, total, groups, recorded, withdrawnAt } = standing as PopulationTableStanding;
  const told = (characteristic: Characteristic) =>
    Object.entries(groups[characteristic] ?? {}).map(([group, count]) => ({ characteristic, group, count }));
  return {
    ...{ id, version, state, area, source, year, total, withdrawnAt },
    groups: characteristics.flatMap(told),
    recordedBy: recorded?.name ?? null,
    recordedAt: recorded?.at ?? null,
  };
}

/** Everything of tables of the population that can be asked over HTTP; files of them are imported (`imports/population`). */
export function populationTableRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordTable, withdrawTable]);
  app.get('/api/v1/population-tables', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'population-tables/list',
      asked: { kind: 'populationTable', sort: 'newest' },
      show: (rows) => rows.map(({ record }) => tableLine(record)),
      persons: () => null,
    }),
  );
  registerView(app, {
    kind: 'populationTable',
    schema: 'PopulationTableView',
    summary: 'One table of the population',
    show: ({ record, written, names }) => ({ ...tableLine(record), written: writtenView(written), names }),
    persons: () => [],
  });
}
