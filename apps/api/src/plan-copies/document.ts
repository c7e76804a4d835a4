import { packageTemplates, renderHtml, renderPdf } from '@mase/documents';
import { findRecord, type OpenedRecord, type Tx } from '@mase/store';
import {
  type ChildCaseStanding,
  isCautioned,
  isCautionedByName,
  type PlainWords,
  type PlanCopyStanding,
} from '@mase/workflow';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { aboutChild } from '../child-cases/about-child.js';
import { answersOf, idParams } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { ProblemError } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { plainModel } from './plain-model.js';

/** In which form the plain plan is wanted. */
export class PlainPlanQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';
}

const schema = {
  querystring: dto(PlainPlanQuery),
  params: idParams,
  tags: ['plan-copies'],
  operationId: 'plan-copies.document',
  summary: 'The plan in plain words as a document for the child or the carer whose copy it is',
  response: {
    200: {
      type: 'null',
      description: 'The copy as application/pdf or text/html',
      headers: {
        etag: { type: 'string', description: 'The digest of what it says' },
        'content-disposition': { type: 'string', description: 'A file name without the name of any person' },
      },
    },
    ...answersOf(400, 401, 404, 409, 503),
  },
};

const not = (code: string, title: string, detail: string) =>
  new ProblemError({ status: 409, code, title, detail });
const notPlain = () =>
  not(
    'NOT_PLAIN',
    'Not in plain words',
    'This copy is for a partner, who opens it here. The child and carers have a copy in plain words of their own.',
  );
const outdated = () =>
  not('COPY_OUTDATED', 'The plan has changed', 'Write it again in plain words, then give the new copy.');
const cautioned = () =>
  not(
    'CONTACT_STOPPED',
    'Nothing may go to this person',
    'A contact caution, or the record of the carer, stops anything to this person. A manager of the team releases it first, where it is safe.',
  );

/** Whether something was recorded since the copy was written that stops anything to its reader. */
async function isStopped(tx: Tx, copy: OpenedRecord, { to, reader }: PlainWords): Promise<boolean> {
  const above = copy.record.parentId ? await findRecord(tx, 'childCase', copy.record.parentId) : null;
  if (!above) return false;
  const { childId } = above.record.standing as ChildCaseStanding;
  const child = await findRecord(tx, 'child', childId);
  const cases = [above.record, ...(child?.children ?? []).filter(({ kind }) => kind === 'childCase')];
  const stands = (stops: (standing: ChildCaseStanding) => boolean) =>
    cases.some(({ standing }) => stops(standing as ChildCaseStanding));
  if (stands((standing) => isCautioned(standing, to))) return true;
  if (to === 'child') return false;
  if (stands((standing) => isCautionedByName(standing, reader))) return true;
  const about = await aboutChild(tx, above);
  const { recipientId } = copy.record.standing as PlanCopyStanding;
  return about?.carers.some(({ id, mayContact }) => id === recipientId && mayContact === 'no') ?? false;
}

/** `GET /api/v1/plan-copies/:id/document`. */
export function getPlainPlan(app: FastifyInstance): void {
  app.get<{ Querystring: PlainPlanQuery }>(
    '/api/v1/plan-copies/:id/document',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const { profile } = await askingOf(app, request);
      const act = { action: 'plan-copies/document', record: { kind: 'planCopy' as const, id } };
      const model = await audited(app, request, act, async (tx) => {
        const opened = await findRecord(tx, 'planCopy', id);
        if (!opened) return null;
        const standing = opened.record.standing as PlanCopyStanding;
        const words = opened.written.find(({ kind }) => kind === 'plain-copy')?.body as
          | PlainWords
          | undefined;
        if (!words) throw notPlain();
        if (opened.record.state === 'outdated') throw outdated();
        if (await isStopped(tx, opened, words)) throw cautioned();
        const names = await tx.query<{ name: string }>('select name from partnership where id = $1', [
          request.reading.partnershipId,
        ]);
        const partnership = names.rows[0]?.name ?? '';
        const shown = plainModel(words, { partnership, issuedAt: standing.issuedAt, profile });
        return { shown, persons: [standing.childId] };
      });
      const { digest, ...printed } = model;
      return reply
        .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
        .header('content-disposition', `attachment; filename="plain-plan-${id}.${format}"`)
        .header('etag', `"${digest}"`)
        .send(
          format === 'pdf'
            ? await renderPdf(packageTemplates.plainPlan, printed)
            : renderHtml(packageTemplates.plainPlan, printed),
        );
    },
  );
}
