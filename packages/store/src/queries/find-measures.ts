import type { MeasureStanding, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** Which measures are asked for; what is left out selects nothing away. */
export interface MeasuresAsked {
  phases?: readonly string[] | undefined;
  ownerId?: string | undefined;
  /** The person or place that they are on. */
  aboutId?: string | undefined;
  codes?: readonly string[] | undefined;
  /** In force, with a last day on or before this one. */
  lapsingBy?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** A measure with what its page of the list says besides: whom and what it is on, whom it protects, who owns it. */
export interface MeasureFound {
  record: StoredRecord<MeasureStanding>;
  nextDue: string | null;
  nextStep: string | null;
}

/** The measures that this reader may see, newest first, in one statement. */
export async function findMeasures(tx: Tx, asked: MeasuresAsked): Promise<MeasureFound[]> {
  const found = await tx.query<RawRecord & { next_due: string | null; next_step: string | null }>({
    name: 'measures',
    text: `select ${recordColumns}, next_due, next_step from record
      where partnership_id = (select app_partnership()) and kind = 'disruptionMeasure'
        and ($1::text[] is null or phase = any ($1)) and ($2::uuid is null or owner_id = $2)
        and ($3::uuid is null or parent_id = $3 or subject_id = $3)
        and ($4::text[] is null or standing::json ->> 'code' = any ($4))
        and ($5::text is null or (phase = 'inForce' and standing::json ->> 'expiresOn' <= $5))
        and ($6::uuid is null or id < $6)
      order by id desc limit $7`,
    values: [
      asked.phases ?? null,
      asked.ownerId ?? null,
      asked.aboutId ?? null,
      asked.codes ?? null,
      asked.lapsingBy ?? null,
      asked.after ?? null,
      asked.limit,
    ],
  });
  return found.rows.map((row) => ({
    record: storedRecord(row) as StoredRecord<MeasureStanding>,
    nextDue: row.next_due,
    nextStep: row.next_step,
  }));
}

/** What these records are called, as far as this reader may see them. */
export async function findTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx.query<{ id: string; title: string }>({
    name: 'titles',
    text: 'select id, title from record where id = any ($1::uuid[])',
    values: [[...new Set(ids)]],
  });
  return new Map(found.rows.map(({ id, title }) => [id, title]));
}
