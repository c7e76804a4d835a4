import type { BreakGlassStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { classesOf } from '../classes-of.js';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { type Asking, askingOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { closeRecord } from './close-record.js';
import { decideReview } from './decide-review.js';
import { openRecord } from './open-record.js';

/** Which break-glasses a list shows. */
export class BreakGlassQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 3)
  phase?: string[];
}

/** Whether this reader reads the whole of a break-glass; who asked, and does not oversee, reads his or her own words. */
const readsWhole = (record: StoredRecord, asking: Asking) => classesOf(record, asking).includes('case');

/**
 * A break-glass as it is shown to whoever reviews and the case’s manager; to whoever asked without how often before and
 * what the review says.
 */
function glassLine(record: StoredRecord, asking: Asking) {
  const { id, version, state, standing } = record;
  const { clocks, access: _access, manager: _manager, ...glass } = standing as BreakGlassStanding;
  const { timesBefore, triesBefore, review, ...own } = glass;
  const line = { id, version, state, ...own, open: own.caseId !== null && asking.now < own.until };
  if (!readsWhole(record, asking)) return line;
  const reviewDue = clocks.find(({ rule }) => rule === 'break-glass-review')?.due ?? null;
  return { ...line, timesBefore, triesBefore, review, reviewDue };
}

const persons = ({ standing }: StoredRecord) => (standing as BreakGlassStanding).childId;

const schema = {
  querystring: dto(BreakGlassQuery),
  tags: ['break-glass'],
  operationId: 'break-glass.list',
  summary: 'Records that were opened in an emergency, the newest first',
  response: {
    200: shownSchema('BreakGlassesView', 'list', 'One page of break-glasses'),
    ...answersOf(400, 401, 503),
  },
};

/** Everything of break-glass that can be asked over HTTP. */
export function breakGlassRoutes(app: FastifyInstance): void {
  registerCommands(app, [openRecord, closeRecord, decideReview]);
  app.get<{ Querystring: BreakGlassQuery }>('/api/v1/break-glass', { schema }, async (request, reply) => {
    const asking = await askingOf(app, request);
    return listed(app, request, reply, {
      action: 'break-glass/list',
      asked: { kind: 'breakGlass', phases: request.query.phase, sort: 'newest' },
      show: (rows) => rows.map((row) => glassLine(row.record, asking)),
      persons: (row) => persons(row.record),
    });
  });
  registerView(app, {
    kind: 'breakGlass',
    schema: 'BreakGlassView',
    summary: 'One break-glass',
    show: ({ record, written }, asking) => ({ ...glassLine(record, asking), written: writtenView(written) }),
    persons: ({ record }) => [persons(record)],
  });
}
