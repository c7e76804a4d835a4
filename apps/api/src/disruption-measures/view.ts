import type { MeasureStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { aroundMeasures, measureLine } from './measure-lines.js';

/** `GET /api/v1/disruption-measures/:id`: one measure, what was written of it, and what a notice stands on. */
export function viewMeasure(app: FastifyInstance): void {
  registerView(app, {
    kind: 'disruptionMeasure',
    schema: 'MeasureView',
    summary: 'One measure: what it asks, until when, and what came of it',
    show: async ({ record, written, names }, _asking, tx) => {
      const measure = record as StoredRecord<MeasureStanding>;
      const around = await aroundMeasures(tx, [measure]);
      const line = measureLine({ record: measure, nextDue: null, nextStep: null }, around);
      const { handling, review, cawn } = measure.standing;
      // What it stands on tells of the child's age and legal status: to those alone who may know who the child is.
      const shown = cawn && line.protects.length > 0 ? shownCawn(cawn) : null;
      return {
        ...line,
        handling,
        review,
        cawn: shown,
        written: writtenView(written.filter(({ kind }) => kind !== 'measure-subject')),
        names,
      };
    },
    persons: ({ record }, shown) => [
      (record.standing as MeasureStanding).personId,
      ...(shown as { protects: { childId: string }[] }).protects.map(({ childId }) => childId),
    ],
  });
}

/** What a notice stands on, as it is shown. */
function shownCawn({ ageAlone: _, anewUntil, ...cawn }: NonNullable<MeasureStanding['cawn']>) {
  return { ...cawn, anewUntil: anewUntil ?? null };
}
