import { renderHtml, renderPdf } from '@mase/documents';
import { findRecordsById, type Tx } from '@mase/store';
import type { AgencyStanding } from '@mase/workflow';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { journeyModel } from './journey-head.js';
import { journeyContent } from './journey-model.js';
import { partnershipName, readJourney } from './read-journey.js';

/** In which form the journey is wanted. */
export class JourneyQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';
}

const schema = {
  querystring: dto(JourneyQuery),
  params: idParams,
  tags: ['child-cases'],
  operationId: 'child-cases.journey',
  summary: 'The child’s journey: the chronology of one case as a document for its reader',
  response: {
    200: {
      type: 'null',
      description: 'The document as application/pdf or text/html',
      headers: {
        etag: { type: 'string', description: 'The digest of what it says' },
        'content-disposition': { type: 'string', description: 'A file name without the name of any person' },
      },
    },
    ...answersOf(400, 401, 404, 503),
  },
};

/** Who asks, as a document names its reader. */
export async function readerOf(tx: Tx, { actor }: Asking) {
  const [agency] = actor.agencyId ? await findRecordsById(tx, [actor.agencyId]) : [];
  const { name = 'No agency' } = (agency?.standing ?? {}) as Partial<AgencyStanding>;
  return { name: actor.name, agency: name, roles: actor.roles };
}

/** `GET /api/v1/child-cases/:id/journey`: as far as the reader reads the case, audited before it leaves. */
export function getJourney(app: FastifyInstance): void {
  app.get<{ Querystring: JourneyQuery }>(
    '/api/v1/child-cases/:id/journey',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const asking = await askingOf(app, request);
      const act = { action: 'child-cases/journey', record: { kind: 'childCase' as const, id } };
      const { model, digest } = await audited(app, request, act, async (tx) => {
        const read = await readJourney(tx, id, asking);
        if (!read) return null;
        const content = journeyContent(read.sources);
        const shown = journeyModel(content, {
          title: `The child’s journey: ${content.reference}`,
          partnership: await partnershipName(tx, request.reading.partnershipId),
          reader: await readerOf(tx, asking),
          version: read.sources.opened.record.version,
          ...{ now: asking.now, profile: asking.profile },
        });
        return { shown, persons: [read.childId] };
      });
      const { journey } = app.templates;
      return reply
        .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
        .header('content-disposition', `attachment; filename="journey-${id}.${format}"`)
        .header('etag', `"${digest}"`)
        .send(format === 'pdf' ? await renderPdf(journey, model) : renderHtml(journey, model));
    },
  );
}
