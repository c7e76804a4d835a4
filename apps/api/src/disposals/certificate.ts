import { packageTemplates, renderHtml, renderPdf } from '@mase/documents';
import { findCertificate, findRecord } from '@mase/store';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { ProblemError } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { certificateModel } from './certificate-model.js';

/** In which form the certificate is wanted. */
export class CertificateQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';
}

const schema = {
  querystring: dto(CertificateQuery),
  params: idParams,
  tags: ['disposals'],
  operationId: 'disposals.certificate',
  summary:
    'The certificate of a disposal that was carried out: counts and digests, nothing of whom it was about',
  response: {
    200: {
      type: 'null',
      description: 'The certificate as application/pdf or text/html',
      headers: {
        etag: { type: 'string', description: 'The digest of the text of the certificate' },
        'content-disposition': { type: 'string', description: 'A file name without the name of any person' },
      },
    },
    ...answersOf(400, 401, 404, 409, 503),
  },
};

const notYet = () =>
  new ProblemError({
    status: 409,
    code: 'NOT_CARRIED_OUT',
    title: 'No certificate yet',
    detail: 'A certificate is made when the disposal is carried out.',
  });

/** `GET /api/v1/disposals/:id/certificate`. */
export function getCertificate(app: FastifyInstance): void {
  app.get<{ Querystring: CertificateQuery }>(
    '/api/v1/disposals/:id/certificate',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const { profile } = await askingOf(app, request);
      const act = { action: 'disposals/certificate', record: { kind: 'disposal' as const, id } };
      const found = await audited(app, request, act, async (tx) => {
        if (!(await findRecord(tx, 'disposal', id))) return null;
        const certificate = await findCertificate(tx, id);
        if (!certificate) throw notYet();
        const names = await tx.query<{ name: string }>('select name from partnership where id = $1', [
          request.reading.partnershipId,
        ]);
        return { shown: { certificate, partnership: names.rows[0]?.name ?? '' }, persons: [] };
      });
      const model = certificateModel(found.certificate, { partnership: found.partnership, profile });
      const template = packageTemplates.disposalCertificate;
      return reply
        .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
        .header('content-disposition', `attachment; filename="disposal-${id}.${format}"`)
        .header('etag', `"${found.certificate.digest}"`)
        .send(format === 'pdf' ? await renderPdf(template, model) : renderHtml(template, model));
    },
  );
}
