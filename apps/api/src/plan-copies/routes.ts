import type { OpenedRecord } from '@mase/store';
import type { PlanCopyStanding, RecordReceiptPayload } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import type { Asking } from '../view.js';
import { copyLine } from './copy-line.js';
import { getPlainPlan } from './document.js';
import { openCopy } from './open-copy.js';
import { recordReceipt } from './record-receipt.js';

type Receipt = { version: number } & Partial<RecordReceiptPayload>;

/** What the copy says: to its recipient once he or she has opened it, so that opening is its receipt. */
function wordsOf({ record, written }: OpenedRecord, { actor }: Asking): object | null {
  const { recipientId } = record.standing as PlanCopyStanding;
  const closed = record.state === 'issued' && actor.userId === recipientId;
  return closed ? null : (written.find(({ kind }) => kind === 'copy')?.body ?? null);
}

/** Everything of copies of plans that can be asked over HTTP; who holds which is a part of the plan. */
export function planCopyRoutes(app: FastifyInstance): void {
  registerCommands(app, [openCopy, recordReceipt]);
  getPlainPlan(app);
  registerView(app, {
    kind: 'planCopy',
    schema: 'PlanCopyView',
    summary: 'One copy of a plan',
    show: (opened, asking) => ({
      ...copyLine(opened.record),
      mine: (opened.record.standing as PlanCopyStanding).recipientId === asking.actor.userId,
      mayOpenCase: opened.parent !== null && opened.parent.kind === 'childCase',
      words: wordsOf(opened, asking),
      plain: opened.written.find(({ kind }) => kind === 'plain-copy')?.body ?? null,
      receipts: opened.written
        .filter(({ kind }) => kind === 'receipt')
        .map(({ happened, body }) => ({ ...(body as Receipt), at: happened })),
    }),
    persons: ({ record }) => [(record.standing as PlanCopyStanding).childId],
  });
}
