import { findRecordsById, type Tx } from '@mase/store';
import { type IdentifierMatchStanding, type RecordRef, type StoredRecord, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { decideMatch } from './decide-match.js';

/** Which matches a list shows: those in some states. */
export class IdentifierMatchesQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const schema = {
  querystring: dto(IdentifierMatchesQuery),
  tags: ['identifier-matches'],
  operationId: 'identifier-matches.list',
  summary: 'Matches with records of the reader’s own, the newest first',
  response: {
    200: shownSchema('IdentifierMatchesView', 'list', 'One page of matches'),
    ...answersOf(400, 401, 503),
  },
};

/** A match without the two records: which identifier they share, how well it fits, what was decided. */
function matchLine({ id, version, state, standing }: StoredRecord) {
  const { identifier, fit, danger, proposedAt, decided, clocks } = standing as IdentifierMatchStanding;
  return { id, version, state, identifier, fit, danger, proposedAt, decided, due: clocks[0]?.due ?? null };
}

/** One of the two records, where the reader sees it; of another nothing is said, not even what it is. */
function sideOf(seen: readonly StoredRecord[], { kind, id }: RecordRef) {
  const record = seen.find((one) => one.id === id && one.kind === kind);
  if (!record) return null;
  const { title, reference } = topicOf(kind).summary(record.standing as never, record.state);
  return { kind, id, title, reference };
}

async function withSides(tx: Tx, records: readonly StoredRecord[]) {
  const refs = records.flatMap(({ standing }) => {
    const { own, other } = standing as IdentifierMatchStanding;
    return [own.id, other.id];
  });
  const seen = await findRecordsById(tx, refs);
  return records.map((record) => {
    const { own, other } = record.standing as IdentifierMatchStanding;
    return { ...matchLine(record), own: sideOf(seen, own), other: sideOf(seen, other) };
  });
}

/** Everything of matches that can be asked over HTTP. They are proposed by the system alone. */
export function identifierMatchRoutes(app: FastifyInstance): void {
  registerCommands(app, [decideMatch]);
  app.get<{ Querystring: IdentifierMatchesQuery }>(
    '/api/v1/identifier-matches',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'identifier-matches/list',
        asked: { kind: 'identifierMatch', phases: request.query.phase, sort: 'newest' },
        show: (rows, tx) =>
          withSides(
            tx,
            rows.map(({ record }) => record),
          ),
        persons: () => null,
      }),
  );
  registerView(app, {
    kind: 'identifierMatch',
    schema: 'IdentifierMatchView',
    summary: 'One match, without the records that its reader does not see',
    show: async ({ record, written, names }, _asking, tx) => ({
      ...(await withSides(tx, [record]))[0],
      written: writtenView(written),
      names,
    }),
    persons: () => [],
  });
}
