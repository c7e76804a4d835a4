import { packageTemplates, renderHtml, renderPdf } from '@mase/documents';
import { findRecord } from '@mase/store';
import type { AccessRequestStanding } from '@mase/workflow';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { ProblemError } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { digestOfResponse, responseContent, responseModel } from './response-model.js';
import { findParts } from './response-parts.js';

/** In which form the answer is wanted. */
export class ResponseQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';
}

const schema = {
  querystring: dto(ResponseQuery),
  params: idParams,
  tags: ['access-requests'],
  operationId: 'access-requests.response',
  summary:
    'The answer to a request for access: a draft once it is approved, then as it was issued, or its refusal',
  response: {
    200: {
      type: 'null',
      description: 'The answer as application/pdf or text/html',
      headers: {
        etag: { type: 'string', description: 'The digest of the answer' },
        'content-disposition': { type: 'string', description: 'A file name without the name of any person' },
      },
    },
    ...answersOf(400, 401, 404, 409, 503),
  },
};

const not = (code: string, title: string, detail: string) =>
  new ProblemError({ status: 409, code, title, detail });
const noAnswer = () =>
  not(
    'NO_ANSWER',
    'No answer yet',
    'An answer is made once the items are decided and approved, or the request is refused.',
  );
const noLetter = () =>
  not(
    'NO_LETTER',
    'No letter',
    'This part gives nothing out: no letter is sent, as one would confirm that it is there.',
  );
const changed = () =>
  not(
    'ANSWER_CHANGED',
    'Not there any more',
    'What the answer was made of is not there any more as it was issued.',
  );

/** Refuses an answer that is not there: not decided, a part that gives nothing, or made of what has changed. */
function demandAnswer(
  state: unknown,
  { partOf, issued }: AccessRequestStanding,
  digest: string,
  given: number,
) {
  if (state !== 'decided' && state !== 'issued' && state !== 'refused') throw noAnswer();
  if (partOf !== null && given === 0) throw noLetter();
  if (issued && issued.digest !== digest) throw changed();
}

/** `GET /api/v1/access-requests/:id/response`. */
export function getResponse(app: FastifyInstance): void {
  app.get<{ Querystring: ResponseQuery }>(
    '/api/v1/access-requests/:id/response',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const { profile } = await askingOf(app, request);
      const act = { action: 'access-requests/response', record: { kind: 'accessRequest' as const, id } };
      const model = await audited(app, request, act, async (tx) => {
        const opened = await findRecord(tx, 'accessRequest', id);
        if (!opened) return null;
        const standing = opened.record.standing as AccessRequestStanding;
        const { parts, sendTo } = await findParts(tx, opened, profile);
        const content = responseContent(parts);
        demandAnswer(opened.record.state, standing, digestOfResponse(content), content.items.length);
        const names = await tx.query<{ name: string }>('select name from partnership where id = $1', [
          request.reading.partnershipId,
        ]);
        const issuedAt = standing.issued?.at ?? standing.ended?.at ?? null;
        const partnership = names.rows[0]?.name ?? '';
        const shown = responseModel(content, { standing, partnership, sendTo, issuedAt, profile });
        return { shown, persons: standing.childId ? [standing.childId] : [] };
      });
      const template = packageTemplates.accessResponse;
      return reply
        .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
        .header('content-disposition', `attachment; filename="access-response-${id}.${format}"`)
        .header('etag', `"${model.digest}"`)
        .send(format === 'pdf' ? await renderPdf(template, model) : renderHtml(template, model));
    },
  );
}
