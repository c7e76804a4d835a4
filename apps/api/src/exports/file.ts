import { Readable } from 'node:stream';
import {
  auditReading,
  type ExportOutcome,
  findExportOutcome,
  findRecord,
  findRecordsById,
  holdExport,
  reading,
  readingOf,
  type Tx,
} from '@mase/store';
import type { ExportKind, ExportStanding, UserStanding } from '@mase/workflow';
import { Type } from 'class-transformer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { Optional, Whole } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted, ProblemError } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import type { ExportRun } from './export-pages.js';
import { exportBytes, type Watermark } from './export-text.js';
import { type ExportEnd, endOf, endWords } from './outcome.js';
import { packFile } from './pack-file.js';
import { mostSwallowed, resumed, type Sent } from './resumed.js';

/** From which byte on a file is wanted that broke off; from its beginning where it is left out. */
export class ExportFileQuery {
  @Optional()
  @Type(() => Number)
  @Whole(1, Number.MAX_SAFE_INTEGER)
  from?: number;
}

/** For how long a file that broke off may be taken up again. */
const resumedWithinMs = 24 * 3_600_000;

const schema = {
  params: idParams,
  querystring: dto(ExportFileQuery),
  tags: ['exports'],
  operationId: 'exports.file',
  summary:
    'The file of an export, once, for whoever asked for it and has begun the download; from a byte on where it broke off',
  response: {
    200: {
      type: 'null',
      description:
        'The file as text/csv or application/x-ndjson, the watermark in its first line, or application/zip, where a file of its own says it; a return as its format has it, marked in the header alone; a pack for a peer review as application/pdf, marked on every page',
      headers: {
        'export-watermark': {
          type: 'string',
          description: 'The id of the export, as its first line says it',
        },
        'content-disposition': { type: 'string', description: 'A file name that bears the id of the export' },
      },
    },
    ...answersOf(400, 401, 403, 404, 409, 503),
  },
};

const refused = (code: string, title: string, detail: string) =>
  new ProblemError({ status: 409, code, title, detail });
const notBegun = () =>
  refused(
    'NOT_BEGUN',
    'Not begun',
    'The file is made once somebody else has approved the export and the download is begun.',
  );
const fetched = () =>
  refused(
    'FETCHED',
    'Fetched already',
    'An export is carried out once. Where the download broke off, ask within a day for the rest, by the number of bytes that came; otherwise ask for the export again.',
  );
const gone = () =>
  refused('NOBODY_LEFT', 'Nobody left', 'Whoever asked for or approved the export has no access any more.');

const csv = { ending: 'csv', type: 'text/csv; charset=utf-8' };
const jsonLines = { ending: 'jsonl', type: 'application/x-ndjson; charset=utf-8' };
const forms: { readonly [what in ExportKind]: { ending: string; type: string } } = {
  ...{ list: csv, 'missing-return': csv, 'cin-factors': csv, 'inspection-list': csv },
  ...{ partnership: jsonLines, record: jsonLines },
  'ssd-tables': { ending: 'zip', type: 'application/zip' },
  'peer-review': { ending: 'pdf', type: 'application/pdf' },
};

interface Started {
  run: ExportRun;
  mark: Watermark;
  /** What left before, where the rest is asked for. */
  sent: Sent | null;
}

/** What left before of a download that is taken up again from a byte on; throws where there is none, or it is not over. */
function sentBefore(
  outcome: ExportOutcome,
  { from, begun, now, what }: { from: number; begun: string; now: string; what: ExportStanding['what'] },
): Sent {
  const end = endOf(outcome);
  // A pack is a file that is made whole.
  if (what === 'peer-review') throw fetched();
  const isLate = Date.parse(now) - Date.parse(begun) > resumedWithinMs;
  if (!outcome.startedAt || isLate) throw fetched();
  if (!end) throw refused('AT_WORK', 'Still at work', 'The download is not recorded as broken off yet.');
  if (from > end.bytes || end.bytes - from > mostSwallowed)
    throw refused(
      'NOT_THERE',
      'Not that byte',
      `${end.bytes} bytes left: the rest begins there, or a little before.`,
    );
  return end;
}

/** What is downloaded and under which mark; the only download of the export is written to the audit as begun. */
async function start(
  app: FastifyInstance,
  request: FastifyRequest,
  tx: Tx,
  id: string,
  from: number | undefined,
): Promise<Started | null> {
  const opened = await findRecord(tx, 'export', id);
  if (!opened) return null;
  const standing = opened.record.standing as ExportStanding;
  const { requested, approved, begun, recipient, childId } = standing;
  if (requested?.by !== request.reading.userId) throw notPermitted('whoever asked for the export');
  if (!begun || !approved) throw notBegun();
  await holdExport(tx, id);
  const by = { exportId: id, by: request.reading.userId, since: requested.at };
  const outcome = await findExportOutcome(tx, by);
  const now = app.store.clock();
  const sent =
    from === undefined ? null : sentBefore(outcome, { from, begun: begun.at, now, what: standing.what });
  if (!sent && outcome.startedAt) throw fetched();
  const people = await findRecordsById(tx, [requested.by ?? '', approved.by ?? '']);
  const [requester, approver] = [requested.by, approved.by].map((one) =>
    people.find((user) => user.id === one),
  );
  const isGone = (user: typeof requester) => !user || (user.standing as UserStanding).endedAt !== null;
  if (!requester || !approver || isGone(requester) || isGone(approver)) throw gone();
  const readingAs = (user: typeof requester) =>
    readingOf({ ...(user.standing as UserStanding), id: user.id }, request.reading.partnershipId);
  const act = {
    action: sent ? 'exports/resumed' : 'exports/started',
    record: { kind: 'export', id } as const,
  };
  await auditReading(tx, request.reading, { ...act, persons: childId ? [childId] : [] }, now);
  const { profile } = await askingOf(app, request);
  return {
    sent,
    run: {
      ...{ id, standing, timeZone: profile.timeZone },
      ...{ requester: readingAs(requester), approver: readingAs(approver) },
    },
    mark: {
      export: id,
      requester: (requester.standing as UserStanding).name,
      approver: (approver.standing as UserStanding).name,
      recipient: `${recipient?.name}, ${recipient?.organisation}`,
      begun: begun.at,
      marking: profile.protectiveMarking,
    },
  };
}

/** `GET /api/v1/exports/:id/file`: streamed; how many rows left and their digest are audited however it ends. */
export function exportFile(app: FastifyInstance): void {
  app.get<{ Querystring: ExportFileQuery }>(
    '/api/v1/exports/:id/file',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const record = { kind: 'export' as const, id };
      const { from } = request.query;
      const { run, mark, sent } = await audited(
        app,
        request,
        { action: 'exports/file', record },
        async (tx) => {
          const started = await start(app, request, tx, id, from);
          return started && { shown: started, persons: [] };
        },
      );
      const ended = async (end: ExportEnd) => {
        const act = { action: 'exports/ended', record, persons: [], reason: endWords(end) };
        await reading(app.store, run.requester, (tx) =>
          auditReading(tx, run.requester, act, app.store.clock()),
        );
      };
      const { ending, type } = forms[run.standing.what ?? 'partnership'];
      // The headers wait for what may be refused: an answer that says why is no file.
      const file =
        run.standing.what === 'peer-review'
          ? await packFile(app, request, run, ended)
          : Readable.from(
              sent && from
                ? await restOf(app, { run, mark }, { from, sent }, ended)
                : exportBytes(app.store, run, mark, ended),
              { objectMode: false, highWaterMark: 1 },
            );
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="export-${id}.${ending}"`)
        .header('export-watermark', id)
        .send(file);
    },
  );
}

/** The rest of a file from a byte on, once it is known that what left before is the same; what it was is not forgotten where it is not. */
async function restOf(
  app: FastifyInstance,
  { run, mark }: Pick<Started, 'run' | 'mark'>,
  about: { from: number; sent: Sent },
  ended: (end: ExportEnd) => Promise<void>,
): Promise<AsyncIterable<Buffer>> {
  let same = false;
  const made = exportBytes(app.store, run, mark, async (end) => {
    if (same) await ended(end);
  });
  const rest = resumed(made, about, () => {
    same = true;
  });
  const first = await rest.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* rest;
  })();
}
