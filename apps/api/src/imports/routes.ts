import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import multipart from '@fastify/multipart';
import { UnreadableFileError } from '@mase/exchange';
import { holdImport } from '@mase/store';
import { localDate } from '@mase/workflow';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answersOf } from '../description/answers.js';
import { ProblemError } from '../problem.js';
import { cinCensusImport } from './cin-census-import.js';
import type { ImportKind } from './import-kind.js';
import type { ImportLine } from './import-lines.js';
import { incidentsImport } from './incidents-import.js';
import { intelligenceImport } from './intelligence-import.js';
import type { Importer } from './known-children.js';
import { populationImport } from './population-import.js';
import { type Received, receiveFiles } from './receive-files.js';
import { runImport } from './run-import.js';
import { ssda903Import } from './ssda903-import.js';
import { locationsImport, personsImport } from './strand-import.js';

/** Every sort of file that is taken from outside, by hand: a table of contents. */
export const importKinds: readonly ImportKind[] = [
  ssda903Import,
  cinCensusImport,
  incidentsImport,
  personsImport,
  locationsImport,
  intelligenceImport,
  populationImport,
];

const urlOf = ({ name }: ImportKind) => `/api/v1/imports/${name}`;
const megabyte = 1024 * 1024;

/** `POST /api/v1/imports/<kind>`: files as a form; answers JSON lines while the import is at work. */
export async function importRoutes(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { files: 3, fields: 4, fieldSize: 100, parts: 8 } });
  for (const kind of importKinds) importRoute(app, kind);
}

function importRoute(app: FastifyInstance, kind: ImportKind): void {
  const fileSize = kind.megabytes * megabyte;
  const schema = {
    tags: ['imports'],
    operationId: `imports.${kind.name}`,
    summary: kind.summary,
    consumes: ['multipart/form-data'],
    description:
      `${kind.description}, asAt (YYYY-MM-DD) and preview (true or false). ` +
      'Answers JSON lines: progress, a line for every reason, proposals, and a summary or a problem as the last line.',
    response: {
      200: {
        description: 'What became of every row, line by line, while the import is at work',
        content: { 'application/x-ndjson': { schema: { type: 'string' } } },
      },
      ...answersOf(400, 401, 403, 409, 413, 415, 503),
    },
  };
  const bodyLimit = kind.parts.length * fileSize + 65_536;
  app.post(urlOf(kind), { bodyLimit, schema }, async (request, reply) => {
    const importer = await importerOf(app, request, kind);
    if (!request.isMultipart()) throw notAForm();
    const { timeZone } = importer.profile;
    const received = await receiveFiles(request, kind, localDate(app.store.clock(), timeZone));
    return answer(app, { importer, kind, received }, reply);
  });
}

async function importerOf(
  app: FastifyInstance,
  request: FastifyRequest,
  { name, roles, who }: ImportKind,
): Promise<Importer> {
  const { actor, reading } = request;
  if (!app.policy.hasRole(actor, roles)) {
    throw new ProblemError({
      status: 403,
      code: 'NOT_PERMITTED',
      title: 'Not permitted',
      detail: `This can be done by ${who}. Nothing was taken.`,
      missing: [{ code: 'notPermitted', words: 'Your role does not import these files.', who }],
    });
  }
  return {
    store: app.store,
    actor: { ...actor, kind: 'import' },
    reading,
    profile: await app.profileOf(reading),
    action: `imports/${name}`,
  };
}

function notAForm(): ProblemError {
  return new ProblemError({
    status: 415,
    code: 'MEDIA_TYPE',
    title: 'Wrong media type',
    detail: 'Send multipart/form-data.',
  });
}

/** An import that is about to begin. */
interface Work {
  importer: Importer;
  kind: ImportKind;
  received: Received;
}

async function answer(
  app: FastifyInstance,
  { importer, kind, received }: Work,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const url = urlOf(kind);
  const letGo = await beginning({ importer, kind, received }).catch(async (error) => {
    await received.remove();
    throw error;
  });
  const lines = new PassThrough();
  const work = runImport(importer, kind, received.order, saying(lines))
    .catch((error: Error & { code?: string }) => {
      app.log.error({ kind: error.name, code: error.code, route: url }, 'import failed');
      if (!lines.destroyed) lines.write(`${JSON.stringify(failure)}\n`);
    })
    .finally(async () => {
      // Whoever reads the last line may begin the next import at once.
      try {
        await letGo();
        await received.remove();
      } finally {
        lines.end();
      }
    });
  work.catch((error: Error) => app.log.error({ kind: error.name, route: url }, 'import was not put away'));
  return reply.type('application/x-ndjson').send(lines);
}

const failure: ImportLine = {
  type: 'problem',
  code: 'INTERNAL',
  title: 'Our fault',
  detail:
    'The import stopped on our side. What was taken stays; give the same command again and it goes on where it stopped.',
};

async function beginning({ importer, kind, received }: Work): Promise<() => Promise<void>> {
  await kind.check(received.order.files).catch((error: unknown) => {
    if (!(error instanceof UnreadableFileError)) throw error;
    const { code, file, words } = error;
    const line = error.line === undefined ? '' : `, line ${error.line}`;
    throw new ProblemError({
      status: 400,
      code: 'UNREADABLE_FILE',
      title: 'A file cannot be read',
      detail: `${file}${line}: ${words} Nothing was taken.`,
      errors: [{ pointer: `/${file}`, code, detail: words }],
    });
  });
  const letGo = await holdImport(importer.store, importer.reading.partnershipId);
  if (letGo) return letGo;
  const detail = 'Another import is at work for this partnership. Wait until it has ended.';
  throw new ProblemError(
    { status: 409, code: 'IMPORT_AT_WORK', title: 'Still at work', detail },
    { 'retry-after': '10' },
  );
}

const patienceMs = 30_000;

/** Writes lines as fast as they are read; a reader who is gone, or stops reading, ends the work. */
function saying(lines: PassThrough) {
  return async (line: ImportLine): Promise<void> => {
    if (lines.destroyed) throw new Error('The reader of the answer is gone');
    if (lines.write(`${JSON.stringify(line)}\n`)) return;
    await once(lines, 'drain', { signal: AbortSignal.timeout(patienceMs) });
  };
}
