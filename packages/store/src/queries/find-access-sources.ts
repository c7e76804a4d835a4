import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from '../stored-record.js';
import type { DatedRow } from './find-case.js';

/** What this reader may read of a child, for a request for access: records, what was written on them, and who wrote. */
export interface AccessSources {
  /** The child, cases and what hangs on them, agenda items, missing episodes with their interviews, proposals and the sittings with minutes. */
  records: StoredRecord[];
  written: DatedRow[];
  /** The agency of everybody who wrote, by account. */
  agencies: Map<string, string>;
}

const sources = `
  with cases as (select id from record where parent_id = $1 and kind = 'childCase' and ($2::uuid is null or id = $2)),
  items as (select id, parent_id from record where kind = 'agendaItem' and subject_id in (select id from cases))
  select ${recordColumns} from record where id = $1 or id in (select id from cases) or id in (select id from items)
  union all select ${recordColumns} from record where kind in ('planAction', 'informationRequest', 'challenge', 'notice', 'serviceEpisode',
      'caseAudit', 'auditAction')
    and parent_id in (select id from cases)
  union all select ${recordColumns} from record where kind in ('missingEpisode', 'returnInterview', 'referralProposal') and parent_id = $1
  union all select ${recordColumns} from record where kind = 'sitting' and id in (select parent_id from items)`;

/**
 * Reads what stands about a child under the reader's context: of all cases, or of one. What the database keeps from this
 * reader is not in it, and nothing tells that it is not.
 */
export async function findAccessSources(
  tx: Tx,
  asked: { childId: string; caseId: string | null },
): Promise<AccessSources> {
  const found = await tx.query<RawRecord>({
    name: 'access sources',
    text: sources,
    values: [asked.childId, asked.caseId],
  });
  const records = found.rows.map(storedRecord);
  const kinds = new Map(records.map((one) => [one.id, one.kind]));
  const rows = await tx.query<RawWritten>({
    name: 'access written',
    text: `select ${writtenColumns} from written where record_id = any ($1::uuid[])
      and not exists (select 1 from withdrawn_row x where x.written_id = written.id) order by happened, id`,
    values: [[...kinds.keys()]],
  });
  const written = rows.rows.map((row) => ({
    ...writtenRow(row, kinds.get(row.record_id) ?? 'child'),
    at: row.at,
    authorId: row.author_id,
  }));
  const authors = [...new Set(written.flatMap(({ authorId }) => authorId ?? []))];
  const people = await tx.query<{ id: string; agency: string | null }>({
    name: 'access authors',
    text: `select id, standing::json ->> 'agencyId' as agency from record where kind = 'user' and id = any ($1::uuid[])`,
    values: [authors],
  });
  return {
    records,
    written,
    agencies: new Map(people.rows.flatMap(({ id, agency }) => (agency ? [[id, agency]] : []))),
  };
}
