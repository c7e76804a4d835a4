import type { ConcludeSamplePayload } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command, ReasonBody, registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { drawAgainRoute } from './again.js';
import { drawSample } from './draw-sample.js';
import { sampledCases, sampleLine } from './sample-line.js';

/** What was learnt from the cases of a sample together. */
export class ConcludeSampleBody extends CommandBody implements ConcludeSamplePayload {
  @Text(5000)
  conclusions: string;
}

const summary = 'Samples of cases drawn by a kept seed, the newest first';
const schema = {
  querystring: dto(RecordsQuery),
  tags: ['dip-samples'],
  operationId: 'dip-samples.list',
  summary,
  response: { 200: shownSchema('DipSamplesView', 'list', summary), ...answersOf(400, 401, 503) },
};

/** Everything of dip samples that can be asked over HTTP. */
export function dipSampleRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    drawSample,
    command('dip-samples/conclude-sample', ConcludeSampleBody),
    command('dip-samples/withdraw-sample', ReasonBody),
  ]);
  app.get<{ Querystring: RecordsQuery }>('/api/v1/dip-samples', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'dip-samples/list',
      asked: { kind: 'dipSample', sort: 'newest' },
      show: (rows) => rows.map(({ record }) => sampleLine(record)),
      persons: () => null,
    }),
  );
  drawAgainRoute(app);
  registerView(app, {
    kind: 'dipSample',
    schema: 'DipSampleView',
    summary: 'One sample, with those of its cases that the reader sees and what became of each',
    show: async ({ record, written, names }, _asking, tx) => ({
      ...sampleLine(record),
      cases: await sampledCases(tx, record),
      written: writtenView(written),
      names,
    }),
    persons: (_opened, shown) =>
      (shown as { cases: { childId: string }[] }).cases.map(({ childId }) => childId),
  });
}
