import multipart from '@fastify/multipart';
import { UnreadableFileError } from '@mase/exchange';
import { change, readAudited } from '@mase/store';
import { listMatchers, listProfile, localDate, type MatchListStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted, ProblemError } from '../problem.js';
import { findSubjects, type ListFindings } from './find-subjects.js';
import { type ReceivedList, receiveList } from './receive-list.js';

const schema = {
  tags: ['match-lists'],
  operationId: 'match-lists.match',
  summary: 'Compare an outside list with the books: the overlap as counts, the list not kept',
  consumes: ['multipart/form-data'],
  description:
    'A form of from (whose list it is), powers (repeated), purpose and, last, file (CSV, at most 50 MB; ' +
    'docs/import-formats.md names its columns). Kept are who compared it, when, by which power and why, its digest and ' +
    'how many rows it had. Nothing of the list and nothing of what was found is kept.',
  response: {
    200: shownSchema('MatchListView', 'plain', 'What the list and the books have in common: counts alone'),
    ...answersOf(400, 401, 403, 413, 415, 503),
  },
};
const listSchema = {
  querystring: dto(PageQuery),
  tags: ['match-lists'],
  operationId: 'match-lists.list',
  summary: 'Outside lists that were compared with the books, the newest first',
  response: {
    200: shownSchema('MatchListsView', 'list', 'One page of comparisons'),
    ...answersOf(400, 401, 503),
  },
};

const bodyLimit = 51 * 1024 * 1024;

/** `POST /api/v1/match-lists` and the list of those that were compared. */
export async function matchListRoutes(app: FastifyInstance): Promise<void> {
  await app.register(multipart);
  app.post('/api/v1/match-lists', { bodyLimit, schema }, async (request) => matched(app, request));
  app.get('/api/v1/match-lists', { schema: listSchema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'match-lists/list',
      asked: { kind: 'matchList', sort: 'newest' },
      show: (rows) =>
        rows.map(({ record }) => {
          const { from, digest, rows: read, refused, matched: act } = record.standing as MatchListStanding;
          return {
            id: record.id,
            from,
            digest,
            rows: read,
            refused,
            by: act?.name ?? '',
            at: act?.at ?? record.at,
          };
        }),
      persons: () => null,
    }),
  );
}

async function matched(app: FastifyInstance, request: FastifyRequest): Promise<object> {
  if (!app.policy.hasRole(request.actor, listMatchers))
    throw notPermitted('the police desk, the intelligence desk or the coordinator');
  if (!request.isMultipart())
    throw new ProblemError({
      status: 415,
      code: 'MEDIA_TYPE',
      title: 'Wrong media type',
      detail: 'Send multipart/form-data.',
    });
  const profile = await app.profileOf(request.reading);
  const today = localDate(app.store.clock(), profile.timeZone);
  const list = await receiveList(request);
  const found = await findSubjects(list.rows, { store: app.store, reading: request.reading, today }).catch(
    unreadable,
  );
  const { rows, refused, faults, subjects } = found;
  const digest = list.digest();
  const id = await record(app, request, { list, found, digest });
  // That it was done is recorded; whom it found is not, or the audit would hold a part of the list.
  const act = { action: 'match-lists/match', record: { kind: 'matchList' as const, id } };
  const overlap = listProfile(subjects, {
    ...{ day: today, timeZone: profile.timeZone, grades: profile.grades },
  });
  const shown = { id, from: list.asked.from, asAt: today, rows, refused, digest, ...overlap, faults };
  await readAudited(app.store, request.reading, act, async () => ({ shown, persons: [] }));
  return shown;
}

function unreadable(error: unknown): never {
  if (!(error instanceof UnreadableFileError)) throw error;
  const { code, words, line } = error;
  const detail = `${line === undefined ? '' : `Line ${line}: `}${words} Nothing was compared.`;
  throw new ProblemError({
    status: 400,
    code: 'UNREADABLE_FILE',
    title: 'The list cannot be read',
    detail,
    errors: [{ pointer: '/file', code, detail: words }],
  });
}

/** The line in the sharing ledger: whose list, by whom, by which power, why, and the counts. */
async function record(
  app: FastifyInstance,
  request: FastifyRequest,
  { list, found, digest }: { list: ReceivedList; found: ListFindings; digest: string },
): Promise<string> {
  const { userId, name } = request.actor;
  const outcome = await change(app.store, {
    name: 'match-lists/record-match',
    payload: {
      ...list.asked,
      by: { userId, name },
      digest,
      rows: found.rows,
      refused: found.refused,
    },
    actor: { kind: 'clock', userId: null, name: 'Matching', agencyId: null, teamId: null, roles: [] },
    reading: request.reading,
    profile: await app.profileOf(request.reading),
    ifMatch: 'any',
  });
  if (outcome.outcome !== 'accepted') throw new Error(`A comparison was not recorded: ${outcome.outcome}`);
  return outcome.record.id;
}
