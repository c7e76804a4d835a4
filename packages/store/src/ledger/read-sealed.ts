import type { ClientBase } from 'pg';
import type { SealedEntry } from './sealed-entry.js';

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

type Cell = string | number | Buffer | null;

/** The entries of a partnership's ledger in order, with their rows, page by page; the next page is read meanwhile. */
export async function* sealedEntries(
  client: ClientBase,
  partnershipId: string,
): AsyncGenerator<SealedEntry[]> {
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
  const row = source === 'history' ? historyRow(cells, partnershipId) : auditRow(cells, partnershipId);
  return {
    position: cells[0] as number,
    source,
    id: cells[2] as string,
    version: cells[3] as number,
    sealed: cells[4] as Buffer,
    row,
  };
}

function historyRow(cells: Cell[], partnershipId: string): SealedEntry['row'] {
  if (cells[5] === null) return null;
  return {
    leaf: cells[5] as Buffer,
    salt: cells[6] as Buffer | null,
    entry: cells[7] as string | null,
    disposal: cells[8] as string | null,
    columns: {
      record_id: cells[9] === partnershipId ? (cells[2] as string) : 'of another partnership',
      version: cells[3] as number,
      kind: cells[10] as string,
      command_id: cells[11] as string,
      command: cells[12] as string,
      actor_id: cells[13] as string | null,
      happened: cells[14] as string,
      at: cells[15] as string,
    },
  };
}

function auditRow(cells: Cell[], partnershipId: string): SealedEntry['row'] {
  if (cells[16] === null) return null;
  return {
    leaf: cells[16] as Buffer,
    salt: cells[17] as Buffer | null,
    entry: cells[18] as string | null,
    disposal: cells[19] as string | null,
    columns: {
      id: cells[20] === partnershipId ? (cells[2] as string) : 'of another partnership',
      at: cells[21] as string,
      user_id: cells[22] as string | null,
      action: cells[23] as string,
      record_id: cells[24] as string | null,
      persons: cells[25] as string,
    },
  };
}
