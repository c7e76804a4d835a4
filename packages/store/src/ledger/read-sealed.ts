import type { ClientBase } from 'pg';
import type { AuditColumns, HistoryColumns, SealedEntry } from './sealed-entry.js';

const pageSize = 2000;

const text = `select e.position, e.source, e.id, e.version, e.leaf,
    h.leaf, h.salt, h.entry, h.disposal_id, h.partnership_id, h.kind, h.command_id, h.command, h.actor_id, h.happened, h.at,
    a.leaf, a.salt, a.entry, a.disposal_id, a.partnership_id, a.at, a.user_id, a.action, a.record_id,
    case when a.id is not null then (select coalesce(string_agg(s.person_id::text, ',' order by s.person_id::text collate "C"), '')
      from audit_subject s where s.audit_id = a.id and s.partnership_id = a.partnership_id) end
  from ledger_entry e
  left join history h on e.source = 'history' and h.record_id = e.id and h.version = e.version
  left join audit a on e.source = 'audit' and a.id = e.id
  where e.partnership_id = $1 and e.position >= $2 and e.position < $3 order by e.position`;

type Cell = string | null;

// Cells stay text as they come: parsing all of them would cost more than all the rest.
const asText = { getTypeParser: () => (cell: string) => cell };

/** The entries of a partnership's ledger in order, with their rows, page by page; the next page is read meanwhile. */
export async function* sealedEntries(
  client: ClientBase,
  partnershipId: string,
): AsyncGenerator<SealedEntry[]> {
  // Instants in UTC, and no helpers for each page of a few thousand rows.
  await client.query("set local timezone = 'UTC'; set local max_parallel_workers_per_gather = 0");
  const found = await client.query<{ last: number | null }>(
    'select max(position) as last from ledger_entry where partnership_id = $1',
    [partnershipId],
  );
  const last = found.rows[0]?.last ?? -1;
  const page = (start: number) =>
    start > last
      ? Promise.resolve([])
      : client
          .query<Cell[]>({
            name: 'sealed entries',
            text,
            values: [partnershipId, start, start + pageSize],
            rowMode: 'array',
            types: asText as never,
          })
          .then(({ rows }) => rows.map((cells) => entryOf(cells, partnershipId)));
  let next = page(0);
  for (let start = 0; start <= last; start += pageSize) {
    const entries = await next;
    next = page(start + pageSize);
    // A failure is met where the page is awaited.
    next.catch(() => undefined);
    yield entries;
  }
}

function entryOf(cells: Cell[], partnershipId: string): SealedEntry {
  const source = cells[1] as SealedEntry['source'];
  const sealed = bytesOf(cells[4] as string);
  const first = source === 'history' ? 5 : 16;
  const found = cells[first];
  const base = {
    position: Number(cells[0]),
    source,
    id: cells[2] as string,
    version: Number(cells[3]),
    sealed,
  };
  if (found === null || found === undefined) return { ...base, row: null };
  const salt = cells[first + 1] as string | null;
  return {
    ...base,
    row: {
      leaf: found === cells[4] ? sealed : bytesOf(found),
      salt: salt === null ? null : bytesOf(salt),
      entry: cells[first + 2] as string | null,
      disposal: cells[first + 3] as string | null,
      columns:
        source === 'history' ? historyColumns(cells, partnershipId) : auditColumns(cells, partnershipId),
    },
  };
}

const elsewhere = 'of another partnership';

function historyColumns(cells: Cell[], partnershipId: string): HistoryColumns {
  return {
    record_id: cells[9] === partnershipId ? (cells[2] as string) : elsewhere,
    version: Number(cells[3]),
    kind: cells[10] as string,
    command_id: cells[11] as string,
    command: cells[12] as string,
    actor_id: cells[13] as string | null,
    happened: instantOf(cells[14] as string),
    at: instantOf(cells[15] as string),
  };
}

function auditColumns(cells: Cell[], partnershipId: string): AuditColumns {
  return {
    id: cells[20] === partnershipId ? (cells[2] as string) : elsewhere,
    at: instantOf(cells[21] as string),
    user_id: cells[22] as string | null,
    action: cells[23] as string,
    record_id: cells[24] as string | null,
    persons: cells[25] as string,
  };
}

const bytesOf = (cell: string) => Buffer.from(cell.slice(2), 'hex');

/** `2026-01-05 09:00:00.5+00`, as PostgreSQL writes instants in UTC, as ISO 8601 with at least milliseconds. */
function instantOf(cell: string): string {
  const [seconds, fraction = ''] = [cell.slice(0, 19), cell.slice(20, -3)];
  return `${seconds.slice(0, 10)}T${seconds.slice(11)}.${fraction.padEnd(3, '0')}Z`;
}
