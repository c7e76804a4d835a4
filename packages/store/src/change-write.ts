import type { BatchRows } from './batch-rows.js';
import type { Tx } from './store.js';

type Table = keyof BatchRows;

const writtenColumns = `id uuid, record_id uuid, kind text, class text, version integer, replaces uuid, author_id uuid,
    happened timestamptz, at timestamptz, body text`;
const columns: Record<Table, string> = {
  record: `id uuid, kind text, version integer, state text, phase text, standing text, at timestamptz, parent_id uuid,
    subject_id uuid, title text, reference text, grade text, owner_id uuid, team_id text, next_due timestamptz,
    next_step text, opened_at timestamptz, closed_at timestamptz, persons uuid[]`,
  recordUpdate: `id uuid, from_version integer, version integer, state text, phase text, standing text, at timestamptz,
    parent_id uuid, subject_id uuid, title text, reference text, grade text, owner_id uuid, team_id text, next_due timestamptz, next_step text,
    opened_at timestamptz, closed_at timestamptz, persons uuid[]`,
  history: `record_id uuid, version integer, kind text, command_id uuid, command text, actor_id uuid,
    happened timestamptz, at timestamptz, entry text, salt text, leaf text`,
  written: writtenColumns,
  unsanitised: writtenColumns,
  withdrawn: 'written_id uuid',
  restored: 'written_id uuid',
  clock: `id uuid, record_id uuid, rule text, start_at timestamptz, due timestamptz, started_by uuid,
    ended timestamptz, how text, reason text, ended_by uuid, end_accepted timestamptz`,
  clockEnd: 'id uuid, ended timestamptz, how text, reason text, ended_by uuid, end_accepted timestamptz',
  reader: 'record_id uuid, principal text, class text, until timestamptz, without uuid[]',
  readerGone: 'record_id uuid, principal text, class text',
  queue: 'record_id uuid, principal text, due timestamptz, step text, without uuid[]',
  queueGone: 'record_id uuid, principal text',
  outbox: 'id uuid, kind text, principal text, record_id uuid, at timestamptz',
  term: 'kind text, term text, record_kind text, record_id uuid',
  termGone: 'record_id uuid, kind text, term text',
  edge: 'record_id uuid, node text, other text, first_on date, last_on date, readers text[], sometimes text[]',
  edgeGone: 'record_id uuid, keep text[]',
  edgeReaders: 'record_id uuid, readers text[], sometimes text[]',
  unweighed: 'record_id uuid, at timestamptz',
  unweighedAt: 'node text, at timestamptz, but uuid[]',
  audit:
    'id uuid, at timestamptz, user_id uuid, action text, record_id uuid, entry text, salt text, leaf text',
  subject: 'person_id uuid, audit_id uuid',
  key: `user_id uuid, key text, digest text, command_id uuid, record_id uuid, kind text, version integer, state text,
    status integer`,
};

const tables = Object.keys(columns) as Table[];
const typed = Object.fromEntries(
  tables.map((table) => [
    table,
    columns[table].split(',').map((one) => one.trim().split(/\s+/) as [string, string]),
  ]),
) as Record<Table, [name: string, type: string][]>;

const names = (table: Table) => typed[table].map(([name]) => name);
const binary = new Set(['salt', 'leaf']);
const values = (table: Table) =>
  names(table)
    .map((name) => (binary.has(name) ? `decode(x.${name}, 'hex')` : `x.${name}`))
    .join(', ');
const insert =
  (table: Table, into: string, after = '') =>
  (rows: string) =>
    `insert into ${into} (partnership_id, ${names(table).join(', ')}) select $1::uuid, ${values(table)} from ${rows} ${after}`;

const statements: Record<Table, (rows: string, among: string) => string> = {
  record: insert('record', 'record'),
  recordUpdate: (rows, among) =>
    `update record r set ${names('recordUpdate')
      .filter((name) => name !== 'id' && name !== 'from_version')
      .map((name) => `${name} = x.${name}`)
      .join(', ')} from ${rows} where ${among}r.id = x.id and r.version = x.from_version returning 1`,
  history: insert('history', 'history'),
  written: insert('written', 'written'),
  unsanitised: insert('unsanitised', 'unsanitised_text'),
  withdrawn: insert('withdrawn', 'withdrawn_row'),
  restored: (rows) => `delete from withdrawn_row w using ${rows} where w.written_id = x.written_id`,
  clock: insert('clock', 'clock'),
  clockEnd: (rows) =>
    `update clock c set ended = x.ended, how = x.how, reason = x.reason, ended_by = x.ended_by,
      end_accepted = x.end_accepted from ${rows} where c.id = x.id`,
  reader: insert(
    'reader',
    'case_reader',
    `on conflict (record_id, principal, class) do update set until = excluded.until, without = excluded.without,
      partnership_id = excluded.partnership_id`,
  ),
  readerGone: (rows) =>
    `delete from case_reader c using ${rows} where c.record_id = x.record_id and c.principal = x.principal and c.class = x.class`,
  queue: insert(
    'queue',
    'queue_row',
    `on conflict (record_id, principal) do update set due = excluded.due, step = excluded.step,
      without = excluded.without, partnership_id = excluded.partnership_id`,
  ),
  queueGone: (rows) =>
    `delete from queue_row q using ${rows} where q.record_id = x.record_id and q.principal = x.principal`,
  outbox: insert('outbox', 'outbox'),
  term: insert('term', 'search_term', 'on conflict do nothing'),
  termGone: (rows) =>
    `delete from search_term s using ${rows} where s.record_id = x.record_id and s.kind = x.kind and s.term = x.term`,
  edge: insert(
    'edge',
    'link_edge',
    `on conflict (record_id, node, other) do update set first_on = excluded.first_on, last_on = excluded.last_on, readers = excluded.readers, sometimes = excluded.sometimes`,
  ),
  edgeGone: (rows) =>
    `delete from link_edge e using ${rows} where e.record_id = x.record_id and not e.node || ' ' || e.other = any (x.keep)`,
  edgeReaders: (rows) =>
    `update link_edge e set readers = x.readers, sometimes = x.sometimes from ${rows} where e.record_id = x.record_id`,
  unweighed: insert('unweighed', 'unweighed_link', 'on conflict (record_id) do update set at = excluded.at'),
  unweighedAt: (rows) =>
    `insert into unweighed_link (partnership_id, record_id, at) select distinct on (e.record_id) e.partnership_id, e.record_id, x.at
      from ${rows} join link_edge e on e.partnership_id = $1::uuid and e.node = x.node
        where not e.record_id = any (x.but)
      on conflict (record_id) do update set at = excluded.at`,
  audit: insert('audit', 'audit'),
  subject: insert('subject', 'audit_subject'),
  key: insert('key', 'idempotency_key'),
};

const statementTexts = new Map<string, string>();

/** Where a part of the statement reads its rows: one row from plain parameters, several from one JSON text. */
function source(table: Table, several: boolean, first: number): string {
  if (several) return `json_to_recordset($${first}::json) as x(${columns[table]})`;
  const fields = typed[table].map(([name, type], index) => `$${first + index}::${type} as ${name}`);
  return `(select ${fields.join(', ')}) as x`;
}

function statementFor(used: Table[], rows: (table: Table) => object[]): string {
  let next = 2;
  const sources = used.map((table) => {
    const several = rows(table).length > 1;
    const from = source(table, several, next);
    next += several ? 1 : typed[table].length;
    return { table, from };
  });
  // Their ids apart: the database then looks each record up, where it may else walk through all of a partnership's for
  // each row, as it does while it takes the table to be small.
  const among = rows('recordUpdate').length > 1 ? `r.id = any ($${next + 1}::uuid[]) and ` : '';
  const parts = sources.map(
    ({ table, from }) => `${table.toLowerCase()}_part as (${statements[table](from, among)})`,
  );
  // The commit travels with this statement: a record that moved on since its lock makes the statement itself fail.
  const moved = used.includes('recordUpdate')
    ? `select assert_count((select count(*) from recordupdate_part), $${next}::bigint)`
    : 'select 1';
  return `with ${parts.join(',\n')} ${moved}`;
}

/**
 * Writes rows of a partnership in one statement: all tables or none. The database refuses it (SQLSTATE 40001) where a
 * record has moved on since it was locked. A table's only row is given as plain parameters, which the database need
 * not parse.
 */
export async function writeRows(
  tx: Pick<Tx, 'query'>,
  partnershipId: string,
  given: Partial<BatchRows>,
): Promise<void> {
  const rows = (table: Table): object[] => given[table] ?? [];
  const used = tables.filter((table) => rows(table).length > 0);
  if (used.length === 0) return;
  const name = `change ${used.map((table) => tables.indexOf(table).toString(36) + (rows(table).length > 1 ? '+' : '')).join('')}`;
  const text = statementTexts.get(name) ?? statementFor(used, rows);
  statementTexts.set(name, text);
  const values = used.flatMap((table) => {
    const [only, ...others] = rows(table);
    if (others.length > 0 || !only) return [JSON.stringify(rows(table))];
    return typed[table].map(([column]) => (only as Record<string, unknown>)[column]);
  });
  const updates = rows('recordUpdate') as { id?: string }[];
  const moved = [
    ...(used.includes('recordUpdate') ? [updates.length] : []),
    ...(updates.length > 1 ? [updates.map(({ id }) => id)] : []),
  ];
  await tx.query({ name, text, values: [partnershipId, ...values, ...moved] });
}
