import { findSilentCases, findTitles } from '@mase/store';
import { silentLacks, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { demandRole } from '../report-of-days.js';
import { audited } from '../view.js';

const readers = ['chair', 'deputy-chair', 'coordinator', 'senior', 'auditor'] as const;
/** Many more than there should ever be. */
const most = 500;

const schema = {
  querystring: dto(FileQuery),
  tags: ['silent-cases'],
  operationId: 'silent-cases.list',
  summary: 'Open cases that nobody would be told of or find, by reference alone, and what each lacks',
  response: {
    200: shownSchema('SilentCasesView', 'list', 'The longest first'),
    ...answersOf(400, 401, 403, 503),
  },
};

/** `GET /api/v1/silent-cases`: for the chair and those who oversee. It names nobody; who reads the case may open it. */
export function silentCaseRoutes(app: FastifyInstance): void {
  app.get('/api/v1/silent-cases', { schema }, async (request) =>
    audited(app, request, { action: 'silent-cases/list' }, async (tx) => {
      demandRole(request, readers, 'the chair, a coordinator, a senior manager or an auditor');
      const found = await findSilentCases(tx, most);
      const readable = await findTitles(
        tx,
        found.map(({ id }) => id),
      );
      const items = found.map(({ id, kind, reference, since, lacks }) => ({
        id,
        kind,
        topic: topicOf(kind).name,
        reference,
        since,
        lacks: lacks.map((code) => ({ code, words: silentLacks[code] })),
        opens: readable.has(id),
      }));
      return { shown: { items, next: null }, persons: [...new Set(found.flatMap(({ persons }) => persons))] };
    }),
  );
}
