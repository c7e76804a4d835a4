import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { auditReading, findExportOutcome, reading } from '@mase/store';
import type { ExportKind } from '@mase/workflow';
import { Type } from 'class-transformer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { Optional, Whole } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { ProblemError } from '../problem.js';
import { audited, idOf } from '../view.js';
import { beginFile, type FileAsked, type Started } from './begun-download.js';
import { exportBytes } from './export-text.js';
import { type ExportEnd, endWords, isAtWork } from './outcome.js';
import { packFile } from './pack-file.js';
import { lengthOf, pastTheEnd, rangeAsked } from './range.js';
import { resumed } from './resumed.js';

/**
 * From which byte on a file is wanted that was fetched before: 0 is the whole of it again. Left out, the file is fetched
 * for the first time.
 */
export class ExportFileQuery {
  @Optional()
  @Type(() => Number)
  @Whole(0, Number.MAX_SAFE_INTEGER)
  from?: number;
}

const schema = {
  params: idParams,
  querystring: dto(ExportFileQuery),
  tags: ['exports'],
  operationId: 'exports.file',
  summary:
    'The file of an export, once, for whoever asked for it and has begun the download; within a day from a byte on where it broke off, or the whole again from byte 0',
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
        etag: { type: 'string', description: 'The tag of the file, for If-Range; a pack has none' },
      },
    },
    206: {
      type: 'null',
      description:
        'The rest of the file, asked for by Range (bytes=N-) within a day: where If-Range is not its tag, it comes whole',
      headers: {
        etag: { type: 'string', description: 'The tag of the file' },
        'content-range': { type: 'string', description: 'Which bytes these are, of how many' },
      },
    },
    ...answersOf(400, 401, 403, 404, 409, 416, 503),
  },
};

const csv = { ending: 'csv', type: 'text/csv; charset=utf-8' };
const jsonLines = { ending: 'jsonl', type: 'application/x-ndjson; charset=utf-8' };
const forms: { readonly [what in ExportKind]: { ending: string; type: string } } = {
  ...{ list: csv, 'missing-return': csv, 'cin-factors': csv, 'inspection-list': csv },
  ...{ partnership: jsonLines, record: jsonLines },
  'ssd-tables': { ending: 'zip', type: 'application/zip' },
  'peer-review': { ending: 'pdf', type: 'application/pdf' },
};

/** `GET /api/v1/exports/:id/file`: streamed; how many rows left and their digest are audited however it ends. */
export function exportFile(app: FastifyInstance): void {
  app.get<{ Querystring: ExportFileQuery }>(
    '/api/v1/exports/:id/file',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const record = { kind: 'export' as const, id };
      const range = rangeAsked(request.headers);
      if (range) await untilEnded(app, request, id);
      const begin = (asked: Omit<FileAsked, 'id'>) =>
        audited(app, request, { action: 'exports/file', record }, async (tx) => {
          const shown = await beginFile(app, request, tx, { id, ...asked });
          return shown && { shown, persons: [] };
        });
      let started = await begin({ from: request.query.from, range });
      const { requester } = started.run;
      const ended = async (end: ExportEnd) => {
        const act = { action: 'exports/ended', record, persons: [], reason: endWords(end) };
        await reading(app.store, requester, (tx) => auditReading(tx, requester, act, app.store.clock()));
      };
      if (range && started.rest) {
        const { from, sent } = started.rest;
        const length = await lengthFor(app, started, sent);
        if (length === null || from >= length) await ended(sent);
        if (length !== null && from >= length) throw pastTheEnd(length);
        if (length === null) started = await begin({ from: 0, range: null });
        else
          reply
            .code(206)
            .header('content-range', `bytes ${from}-${length - 1}/${length}`)
            .header('content-length', length - from);
      }
      const { run, mark, rest, tag } = started;
      if (tag) reply.header('accept-ranges', 'bytes').header('etag', tag);
      const { ending, type } = forms[run.standing.what ?? 'partnership'];
      // The headers wait for what may be refused: an answer that says why is no file.
      const file =
        run.standing.what === 'peer-review'
          ? await packFile(app, request, run, ended)
          : Readable.from(
              rest ? await restOf(app, started, rest, ended) : exportBytes(app.store, run, mark, ended),
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

/** How long a file is of which something left before; null where that does not come out the same any more. */
async function lengthFor(
  app: FastifyInstance,
  { run, mark }: Started,
  sent: ExportEnd,
): Promise<number | null> {
  if (sent.complete) return sent.bytes;
  const unseen = { ...run, progress: { ...run.progress }, unseen: true } as const;
  try {
    return await lengthOf(
      exportBytes(app.store, unseen, mark, async () => undefined),
      sent,
    );
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'BOOKS_CHANGED') return null;
    throw error;
  }
}

/** A client goes on the moment its connection broke: what left is recorded a little later. */
async function untilEnded(app: FastifyInstance, request: FastifyRequest, id: string): Promise<void> {
  const of = { exportId: id, by: request.reading.userId, since: '1970-01-01T00:00:00.000Z' };
  for (let left = 40; left > 0; left -= 1) {
    const outcome = await reading(app.store, request.reading, (tx) => findExportOutcome(tx, of));
    if (!isAtWork(outcome, app.store.clock())) return;
    await setTimeout(250);
  }
}

/** The rest of a file from a byte on, once it is known that what left before is the same; what it was stays said where it is not. */
async function restOf(
  app: FastifyInstance,
  { run, mark }: Pick<Started, 'run' | 'mark'>,
  about: NonNullable<Started['rest']>,
  ended: (end: ExportEnd) => Promise<void>,
): Promise<AsyncIterable<Buffer>> {
  let same = false;
  const made = exportBytes(app.store, run, mark, (end) => ended(same ? end : about.sent));
  const rest = resumed(made, about, () => {
    same = true;
  });
  const first = await rest.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* rest;
  })();
}
