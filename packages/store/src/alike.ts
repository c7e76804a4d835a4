import type { CommandDefinition, SearchTerm, StoredRecord } from '@mase/workflow';
import { normalTerm } from './change-rows.js';
import type { Tx } from './store.js';
import { type RawRecord, recordColumns, storedRecord } from './stored-record.js';

type Alike = NonNullable<NonNullable<CommandDefinition['reads']>['alike']>;

const termIn = ({ term }: Alike, payload: object): SearchTerm => term(payload as never);

/** Waits until no other command that looks for the same term is in work: of two, the later finds what the earlier made. */
export async function standAlone(tx: Tx, { reads }: CommandDefinition, payload: object): Promise<void> {
  if (!reads?.alike) return;
  const { kind, term } = termIn(reads.alike, payload);
  await tx.query({
    name: 'stand alone',
    text: `select pg_advisory_xact_lock(hashtextextended((select app_partnership())::text || ' ' || $1, 0))`,
    values: [`${reads.alike.kind} ${kind} ${normalTerm(term)}`],
  });
}

/** Records that are found by a term of the payload, as far as the person reads them. */
export async function findAlike(tx: Tx, alike: Alike, payload: object): Promise<StoredRecord[]> {
  const { kind, term } = termIn(alike, payload);
  const found = await tx.query<RawRecord>({
    name: 'alike',
    text: `select ${recordColumns} from record where id in (select record_id from find_by_term($1, array[$2], $3)) order by id`,
    values: [kind, normalTerm(term), alike.kind],
  });
  return found.rows.map(storedRecord);
}
