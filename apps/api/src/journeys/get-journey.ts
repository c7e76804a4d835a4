import type { JourneyModel } from '@mase/documents';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { mediaTypes, renderPaper } from '../packs/paper-model.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited, idOf } from '../view.js';
import { behindJourney } from './behind-journey.js';
import { journeyContent } from './journey-model.js';
import { numberedCopy, titleFor } from './numbered-copy.js';
import { partnershipName, readJourney } from './read-journey.js';

/** In which form the journey is wanted. */
export class JourneyQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';
}

const header = (description: string) => ({ type: 'string', description });

/** What every answer with a copy of a journey says of it. */
export const journeyHeaders = {
  etag: header('The digest of what it says'),
  'pack-copy': header('The number of the copy'),
  'pack-version': header('Which version of this journey its reader has'),
  'content-disposition': header('A file name without the name of any person'),
};

const schema = {
  querystring: dto(JourneyQuery),
  params: idParams,
  tags: ['child-cases'],
  operationId: 'child-cases.journey',
  summary: 'The child’s journey: the chronology of one case as a numbered copy for its reader',
  response: {
    200: {
      type: 'null',
      description: 'The document as application/pdf or text/html',
      headers: journeyHeaders,
    },
    ...answersOf(400, 401, 404, 503),
  },
};

/** Under what name copies of a journey are counted. */
export const journeyDocument = 'journey';

/** `GET /api/v1/child-cases/:id/journey`: as far as the reader reads the case, numbered, kept and audited before it leaves. */
export function getJourney(app: FastifyInstance): void {
  app.get<{ Querystring: JourneyQuery }>(
    '/api/v1/child-cases/:id/journey',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const asking = await askingOf(app, request);
      const { journey: template } = app.templates;
      const act = { action: 'child-cases/journey', record: { kind: 'childCase' as const, id } };
      const { model, copy } = await audited(app, request, act, async (tx) => {
        const read = await readJourney(tx, id, asking);
        if (!read) return null;
        const content = journeyContent(read.sources);
        const partnership = await partnershipName(tx, request.reading.partnershipId);
        const title = await titleFor(tx, asking, {
          title: `The child’s journey: ${content.reference}`,
          partnership,
        });
        const behind = await behindJourney(tx, read);
        const asked = { recordId: id, document: journeyDocument, title, content, template, behind };
        const { copy, head } = await numberedCopy(tx, request, asked, asking);
        return { shown: { copy, model: { head, ...content } as JourneyModel }, persons: [read.childId] };
      });
      return reply
        .type(mediaTypes[format])
        .header(
          'content-disposition',
          `attachment; filename="journey-${id}-copy-${copy.copyNumber}.${format}"`,
        )
        .header('etag', `"${copy.digest}"`)
        .header('pack-copy', String(copy.copyNumber))
        .header('pack-version', String(copy.version))
        .send(await renderPaper({ template: template as never, model }, format));
    },
  );
}
