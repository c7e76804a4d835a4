import { findRecordsById, reading } from '@mase/store';
import type { UserStanding } from '@mase/workflow';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { notVisible, ProblemError } from '../problem.js';
import { idOf } from '../view.js';
import { auditPack, issuePack, noReader } from './issue-pack.js';
import { type PaperKind, paperKinds } from './paper-head.js';
import { paperHtml, paperOf, paperPdf } from './paper-model.js';
import type { Person } from './papers.js';

/** Whose copy of which document, and in which form. */
export class PackQuery {
  /** The account of the recipient; oneself where it is left out. */
  @IsOptional()
  @IsUUID()
  recipient?: string;

  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';

  @IsOptional()
  @IsIn(paperKinds)
  document?: PaperKind;
}

const issuers = ['coordinator', 'chair', 'deputy-chair'] as const;

const notYours = () =>
  new ProblemError({
    status: 403,
    code: 'NOT_PERMITTED',
    title: 'Not permitted',
    detail: 'The coordinator and the chair issue copies to others; anybody else asks for his or her own.',
  });
const header = (description: string) => ({ type: 'string', description });

const schema = {
  querystring: dto(PackQuery),
  params: idParams,
  tags: ['sittings'],
  operationId: 'sittings.pack',
  summary: 'A copy of the papers of a sitting for one recipient',
  response: {
    200: {
      type: 'null',
      description: 'The document as application/pdf or text/html, numbered for its recipient',
      headers: {
        etag: header('The digest of the content'),
        'pack-copy': header('The number of the copy'),
        'pack-version': header('Which version of this document the recipient has now'),
        'content-disposition': header('A file name without the name of any person'),
      },
    },
    ...answersOf(400, 401, 403, 404, 409, 503),
  },
};

/** `GET /api/v1/sittings/:id/pack`: a numbered copy for one recipient, recorded and audited before it leaves. */
export function getPack(app: FastifyInstance): void {
  app.get<{ Querystring: PackQuery }>('/api/v1/sittings/:id/pack', { schema }, async (request, reply) => {
    const {
      recipient: recipientId = request.actor.userId ?? '',
      format = 'pdf',
      document: kind = 'pack',
    } = request.query;
    const sittingId = idOf(request);
    const recipient = await admitted(app, request, sittingId, recipientId);
    const { papers, copy } = await issuePack(app, request, { sittingId, recipient, kind });
    const paper = paperOf(papers, kind, copy);
    const day = papers.date(papers.sitting.standing.startsAt);
    const body = format === 'pdf' ? await paperPdf(paper) : paperHtml(paper);
    return reply
      .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="${kind}-${day}-copy-${copy.copyNumber}.${format}"`,
      )
      .header('etag', `"${copy.digest}"`)
      .header('pack-copy', String(copy.copyNumber))
      .header('pack-version', String(copy.version))
      .send(body);
  });
}

/** The recipient, where the person who asks sees the sitting and may have a copy made; refused looks are audited too. */
async function admitted(
  app: FastifyInstance,
  request: FastifyRequest,
  sittingId: string,
  recipientId: string,
): Promise<Person> {
  const { actor } = request;
  const mayIssue = recipientId === actor.userId || issuers.some((role) => actor.roles.includes(role));
  const found = await reading(app.store, request.reading, async (tx) => {
    const records = await findRecordsById(tx, [sittingId, recipientId]);
    const sees = records.some((one) => one.kind === 'sitting' && one.id === sittingId);
    if (!sees || !mayIssue) await auditPack(app, request, tx, sittingId, [], 'Refused');
    return { sees, person: records.find((one) => one.kind === 'user' && one.id === recipientId) };
  });
  if (!found.sees) throw notVisible();
  if (!mayIssue) throw notYours();
  const standing = found.person?.standing as UserStanding | undefined;
  if (!standing || standing.endedAt) throw noReader();
  return { ...standing, id: recipientId };
}
