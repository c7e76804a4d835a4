import type { IncidentStanding, StoredRecord } from '@mase/workflow';
import { normalTerm } from '../change-rows.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** What says that children are victims of these incidents, or persons and locations in them, as far as this reader sees it. */
export async function findIncidentLinks(
  tx: Tx,
  kind: 'incidentVictim' | 'incidentPart',
  incidentIds: readonly string[],
): Promise<StoredRecord[]> {
  if (incidentIds.length === 0) return [];
  const found = await tx.query<RawRecord>({
    name: 'links of incidents',
    text: `select ${recordColumns} from record where subject_id = any ($1::uuid[]) and kind = $2 order by id`,
    values: [incidentIds, kind],
  });
  return found.rows.map(storedRecord);
}

/** Which incidents a list shows: of one police number, withdrawn ones with them; or those that stand, of some days of recording, both included. */
export interface IncidentsAsked {
  reference?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

/** One page of incidents as this reader may see them, the latest recorded by the police first; keyset, no offset. */
export async function findIncidents(
  tx: Tx,
  { reference, from, to, after, limit }: IncidentsAsked,
): Promise<{ records: StoredRecord[]; next: { at: string; id: string } | null }> {
  const place = "coalesce(opened_at, '-infinity'::timestamptz)";
  const found = await tx.query<RawRecord & { place: string }>({
    name: 'incidents',
    text: `select ${recordColumns}, ${place} as place from record
      where partnership_id = (select app_partnership()) and kind = 'incident'
        and case when $1::text is null then phase <> 'withdrawn' else id = any ($7::uuid[]) end
        and ($2::timestamptz is null or ${place} >= $2) and ($3::timestamptz is null or ${place} < $3 + interval '1 day')
        and ($4::timestamptz is null or (${place}, id) < ($4, $5::uuid))
      order by ${place} desc, id desc limit $6`,
    values: [
      reference ?? null,
      dayStart(from),
      dayStart(to),
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
      reference === undefined ? null : await idsOf(tx, [reference]),
    ],
  });
  const page = found.rows.slice(0, limit);
  const last = found.rows.length > limit ? page.at(-1) : undefined;
  return { records: page.map(storedRecord), next: last ? { at: last.place, id: last.id } : null };
}

const dayStart = (day: string | undefined): string | null => (day ? `${day}T00:00:00.000Z` : null);

/** Ids of the incidents with these numbers, however they are spaced and cased, as far as this reader sees them. */
async function idsOf(tx: Tx, references: readonly string[]): Promise<string[]> {
  const found = await tx.query<{ record_id: string }>({
    name: 'incidents by number',
    text: `select distinct record_id from find_by_term('reference', $1, 'incident')`,
    values: [references.map(normalTerm)],
  });
  return found.rows.map((row) => row.record_id);
}

/** Incidents by the force's own numbers, whichever force it is, withdrawn ones with them, as far as this reader sees them. */
export async function findIncidentsByReference(
  tx: Tx,
  references: readonly string[],
): Promise<StoredRecord<IncidentStanding>[]> {
  const found = await tx.query<RawRecord>({
    name: 'incidents by reference',
    text: `select ${recordColumns} from record
      where partnership_id = (select app_partnership()) and kind = 'incident' and id = any ($1::uuid[]) order by id`,
    values: [await idsOf(tx, references)],
  });
  return found.rows.map((row) => storedRecord(row) as StoredRecord<IncidentStanding>);
}
