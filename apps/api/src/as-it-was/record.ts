import {
  findNames,
  findRecordsAsTheyWere,
  findRecordsById,
  findSealedBefore,
  findWrittenAsItWas,
  type LookedAt,
  readsHistory,
} from '@mase/store';
import { withoutSource } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Instant, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { linesAsTheyWere, personsOf } from './line.js';

/** As at which instant the books are asked; now where it is left out. */
export class AsOfQuery {
  @Optional()
  @Instant()
  asOf?: string;
}

const schema = {
  querystring: dto(AsOfQuery),
  params: idParams,
  tags: ['as-it-was'],
  operationId: 'as-it-was.view',
  summary: 'A record as it was known at a past instant: at the last sealed position before it',
  response: {
    200: shownSchema('AsItWasView', 'plain', 'The record as it was'),
    ...answersOf(400, 401, 403, 404, 503),
  },
};

/** Who told of a person or a place is not told here either. */
const nobody = { classes: [], userId: null };

/** `GET /api/v1/as-it-was/:id`: for those who read the history of the record now. */
export function recordAsItWas(app: FastifyInstance): void {
  app.get<{ Querystring: AsOfQuery }>('/api/v1/as-it-was/:id', { schema }, async (request) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const { asOf = asking.now } = request.query;
    const record: LookedAt = { kind: null, id };
    const act = { action: 'as-it-was/view', record, oneSnapshot: true };
    return audited(app, request, act, async (tx) => {
      const [today] = await findRecordsById(tx, [id]);
      if (!today) return null;
      record.kind = today.kind;
      if (!(await readsHistory(tx, id))) throw notPermitted('those who read the whole case');
      const sealed = await findSealedBefore(tx, asOf);
      const [was] = sealed ? await findRecordsAsTheyWere(tx, sealed, [id]) : [];
      const answer = { id, kind: today.kind, asOf, sealed };
      if (!sealed || !was)
        return { shown: { ...answer, was: null, written: [], names: {} }, persons: personsOf([today]) };
      const written = (await findWrittenAsItWas(tx, sealed, was)).map((row) =>
        withoutSource(was.kind, row, nobody),
      );
      const names = await findNames(
        tx,
        written.map((row) => row.authorId),
      );
      const [line] = await linesAsTheyWere(tx, [was], asking, sealed.at);
      const shown = { ...answer, was: line ?? null, written: writtenView(written), names };
      return { shown, persons: personsOf([today, was]) };
    });
  });
}
