import { type ExportOutcome, findExportOutcome, findNames, findRecord } from '@mase/store';
import type { ExportStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { recordBase } from '../record-view.js';
import { askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { approveExport, beginDownload, refuseExport, withdrawExport } from './decide-export.js';
import { exportFile } from './file.js';
import { againUntil, endOf, isAtWork, progressOf } from './outcome.js';
import { getPeerReview, packView } from './peer-review.js';
import { requestExport } from './request-export.js';

/** Which exports a list shows. */
export class ExportsQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const listSchema = {
  querystring: dto(ExportsQuery),
  tags: ['exports'],
  operationId: 'exports.list',
  summary: 'Exports in bulk, the newest first',
  response: { 200: shownSchema('ExportsView', 'list', 'One page of exports'), ...answersOf(400, 401, 503) },
};
const viewSchema = {
  params: idParams,
  tags: ['exports'],
  operationId: 'exports.view',
  summary: 'One export: what, for whom, why, who decided, and how its download ended',
  response: { 200: shownSchema('ExportView', 'record', 'The export'), ...answersOf(401, 404, 503) },
};

/** One export as lists and its own page show it. */
function exportLine({ id, version, state, standing }: StoredRecord) {
  const { clocks, access: _access, cases: _cases, ...rest } = standing as ExportStanding;
  return {
    id,
    version,
    state,
    from: null,
    to: null,
    ...rest,
    until: clocks.find(({ rule }) => rule === 'export-download')?.due ?? null,
  };
}

/** How far a download is: none before it was begun. */
function downloadView(outcome: ExportOutcome | null, begun: string, now: string) {
  if (!outcome)
    return { startedAt: null, endedAt: null, atWork: false, progress: null, again: null, end: null };
  const { startedAt, endedAt } = outcome;
  const again = againUntil(begun);
  return {
    ...{ startedAt, endedAt, atWork: isAtWork(outcome, now), progress: progressOf(outcome) },
    ...{ again: startedAt && now <= again ? again : null, end: endOf(outcome) },
  };
}

const childOf = ({ standing }: StoredRecord) => (standing as ExportStanding).childId;

/** Everything of exports in bulk that can be asked over HTTP. */
export function exportRoutes(app: FastifyInstance): void {
  registerCommands(app, [requestExport, approveExport, refuseExport, withdrawExport, beginDownload]);
  app.get<{ Querystring: ExportsQuery }>('/api/v1/exports', { schema: listSchema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'exports/list',
      asked: { kind: 'export', phases: request.query.phase, sort: 'newest' },
      show: (rows) => rows.map(({ record }) => exportLine(record)),
      persons: ({ record }) => childOf(record),
    }),
  );
  app.get('/api/v1/exports/:id', { schema: viewSchema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'exports/view', record: { kind: 'export' as const, id } };
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'export', id);
      if (!opened) return null;
      const { requested, approved, begun, ended, childId } = opened.record.standing as ExportStanding;
      const outcome = begun
        ? await findExportOutcome(tx, { exportId: id, by: begun.by ?? '', since: requested?.at ?? begun.at })
        : null;
      const { cases, copies, persons } = await packView(tx, id, opened.record.standing as ExportStanding);
      const shown = {
        ...recordBase(opened, asking),
        ...exportLine(opened.record),
        ...{ cases, copies },
        download: downloadView(outcome, begun?.at ?? '', app.store.clock()),
        written: writtenView(opened.written),
        names: {
          ...opened.names,
          ...(await findNames(tx, [
            ...[requested, approved, begun, ended].map((one) => one?.by),
            ...copies.map((one) => one.recipientId),
          ])),
        },
      };
      return { shown, persons: childId ? [childId] : persons };
    });
    reply.header('etag', view.etag);
    return view;
  });
  exportFile(app);
  getPeerReview(app);
}
