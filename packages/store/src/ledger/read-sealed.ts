import type { ClientBase } from 'pg';
import { type CopiedRows, copyOut } from './copy-out.js';
import type { AuditColumns, HistoryColumns, SealedEntry } from './sealed-entry.js';

const pageSize = 2000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const pageOf = (partnershipId: string, start: number) => `
  select e.leaf, coalesce(h.leaf, a.leaf), coalesce(h.salt, a.salt), coalesce(h.entry, a.entry),
    e.position::text, e.source, e.id::text, e.version::text, coalesce(h.disposal_id, a.disposal_id)::text,
    coalesce(h.partnership_id, a.partnership_id)::text, coalesce(h.at, a.at)::text,
    h.kind, h.command_id::text, h.command, h.actor_id::text, h.happened::text,
    a.user_id::text, a.action, a.record_id::text,
    case when a.id is not null then (select coalesce(string_agg(s.person_id::text, ',' order by s.person_id::text collate "C"), '')
      from audit_subject s where s.audit_id = a.id and s.partnership_id = a.partnership_id) end
  from ledger_entry e
  left join history h on e.source = 'history' and h.record_id = e.id and h.version = e.version
  left join audit a on e.source = 'audit' and a.id = e.id
  where e.partnership_id = '${partnershipId}' and e.position >= ${start} and e.position < ${start + pageSize} order by e.position`;

/**
 * The entries of a partnership's ledger in order, with their rows, page by page; the next page is read meanwhile. What
 * a page holds is to be used before the page after the next is asked for.
 */
export async function* sealedEntries(
  client: ClientBase,
  partnershipId: string,
): AsyncGenerator<SealedEntry[]> {
  if (!uuid.test(partnershipId)) throw new TypeError('A partnership is named by its id');
  // Instants in UTC, and no helpers for each page of a few thousand rows.
  await client.query("set local timezone = 'UTC'; set local max_parallel_workers_per_gather = 0");
  const found = await client.query<{ last: number | null }>(
    'select max(position) as last from ledger_entry where partnership_id = $1',
    [partnershipId],
  );
  const last = found.rows[0]?.last ?? -1;
  const rooms: Buffer[] = [];
  const page = (start: number) =>
    start > last ? undefined : copyOut(client, pageOf(partnershipId, start), rooms.pop());
  let next = page(0);
  for (let start = 0; next; start += pageSize) {
    const rows = await next;
    next = page(start + pageSize);
    // A failure is met where the page is awaited.
    next?.catch(() => undefined);
    const entries: SealedEntry[] = [];
    while (rows.next()) entries.push(entryOf(rows, partnershipId));
    yield entries;
    rooms.push(rows.room);
  }
}

function entryOf(rows: CopiedRows, partnershipId: string): SealedEntry {
  const [sealed, leaf, salt, entry] = [rows.field() as Buffer, rows.field(), rows.field(), rows.field()];
  const cells = rows.ascii(16);
  const [source, id, version] = [cells[1] as SealedEntry['source'], cells[2] as string, Number(cells[3])];
  const base = { position: Number(cells[0]), source, id, version, sealed };
  if (!leaf) return { ...base, row: null };
  const name = cells[5] === partnershipId ? id : 'of another partnership';
  const columns = source === 'history' ? historyColumns(cells, name, version) : auditColumns(cells, name);
  return { ...base, row: { leaf, salt, entry, disposal: cells[4] ?? null, columns } };
}

type Cells = (string | null)[];

function historyColumns(cells: Cells, name: string, version: number): HistoryColumns {
  return {
    record_id: name,
    version,
    kind: cells[7] as string,
    command_id: cells[8] as string,
    command: cells[9] as string,
    actor_id: cells[10] ?? null,
    happened: instantOf(cells[11]),
    at: instantOf(cells[6]),
  };
}

function auditColumns(cells: Cells, name: string): AuditColumns {
  return {
    id: name,
    at: instantOf(cells[6]),
    user_id: cells[12] ?? null,
    action: cells[13] as string,
    record_id: cells[14] ?? null,
    persons: cells[15] as string,
  };
}

/** `2026-01-05 09:00:00.5+00`, as PostgreSQL writes instants in UTC, as ISO 8601 with at least milliseconds. */
function instantOf(cell: string | null | undefined): string {
  if (!cell) return '';
  return `${cell.slice(0, 10)}T${cell.slice(11, 19)}.${cell.slice(20, -3).padEnd(3, '0')}Z`;
}
