import { findRecord, findStrandMatches } from '@mase/store';
import { type Strand, type StrandRecordStanding, termsOfRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { audited, idOf } from '../view.js';
import { strandMatchLine } from './search.js';

/** `GET /api/v1/persons/:id/possible-matches` and of `locations`: which other record may be the same, before two are joined. */
export function viewStrandMatches(app: FastifyInstance, { about, noun }: Strand): void {
  const topic = `${about}s`;
  const schema = {
    tags: [topic],
    operationId: `${topic}.possible-matches`,
    summary: `Records on the books that may be the same ${noun}`,
    params: idParams,
    response: {
      200: shownSchema(
        about === 'person' ? 'PersonDuplicatesView' : 'LocationDuplicatesView',
        'plain',
        'The likeliest first',
      ),
      ...answersOf(401, 404, 503),
    },
  };
  app.get(`/api/v1/${topic}/:id/possible-matches`, { schema }, async (request) => {
    const id = idOf(request);
    const act = { action: `${topic}/possible-matches`, record: { kind: about, id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, about, id);
      if (!opened) return null;
      const terms = termsOfRecord(opened.record.standing as StrandRecordStanding);
      const matches = await findStrandMatches(tx, { kind: about, terms, except: id, limit: 20 });
      const { name } = opened.record.standing as StrandRecordStanding;
      return {
        shown: { id, name, matches: matches.map(strandMatchLine) },
        persons: [id, ...matches.map(({ record }) => record.id)],
      };
    });
  });
}
