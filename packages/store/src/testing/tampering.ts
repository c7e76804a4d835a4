import type { ClientBase } from 'pg';
import type { Chance, Tampering } from './chance.js';
import { forgeDisposal } from './forge-disposal.js';

/** The tables that an old copy brings back, as they stand in a schema of that name. */
export const copied = [
  'history',
  'audit',
  'audit_subject',
  'ledger_entry',
  'ledger_node',
  'ledger_checkpoint',
  'ledger_head',
];

interface Target {
  partnership_id: string;
  position: number;
  source: 'history' | 'audit';
  id: string;
  version: number;
}

const rehash = `leaf = sha256('\\x00'::bytea || salt || convert_to(entry, 'UTF8'))`;
const pick = <T>(chance: Chance, list: readonly T[]) => list[chance(list.length)] as T;
const keyOf = ({ source }: Target) =>
  source === 'history' ? 'record_id = $1 and version = $2' : 'id = $1 and $2::integer = 0';
const words = ({ source, id, version }: Target) => `${source} ${id} ${version}`;

const withText = `not exists (select 1 from history h where h.record_id = ledger_entry.id and h.entry is null)
  and not exists (select 1 from audit a where a.id = ledger_entry.id and a.entry is null)`;

/** An entry that has not lost its text to a disposal. */
async function anyEntry(client: ClientBase, chance: Chance, where = 'true'): Promise<Target> {
  const found = await client.query<Target>(
    `select partnership_id, position::integer as position, source, id, version from ledger_entry where ${where} and ${withText} order by partnership_id, position`,
  );
  return pick(chance, found.rows);
}

/** Makes leaf, and where the forger is thorough the ledger too, agree with what the row says now. */
async function coverUp(client: ClientBase, chance: Chance, target: Target): Promise<string> {
  const care = chance(3);
  if (care > 0)
    await client.query(`update ${target.source} set ${rehash} where ${keyOf(target)}`, [
      target.id,
      target.version,
    ]);
  if (care > 1)
    await client.query(
      `update ledger_entry e set leaf = (select leaf from ${target.source} where ${keyOf(target)}) where id = $1 and version = $2 and source = '${target.source}'`,
      [target.id, target.version],
    );
  return ['', ', with its leaf', ', with its leaf and that of the ledger'][care] as string;
}

async function editEntry(client: ClientBase, chance: Chance): Promise<string> {
  const target = await anyEntry(client, chance);
  const found = await client.query<{ entry: string }>(
    `select entry from ${target.source} where ${keyOf(target)}`,
    [target.id, target.version],
  );
  const text = found.rows[0]?.entry ?? '';
  const places = [...text.matchAll(/[0-9a-z]/g)].map((match) => match.index);
  const at = pick(chance, places);
  const other = text[at] === '1' ? '2' : '1';
  await client.query(`update ${target.source} set entry = $3 where ${keyOf(target)}`, [
    target.id,
    target.version,
    text.slice(0, at) + other + text.slice(at + 1),
  ]);
  return `character ${at} of the text of ${words(target)}${await coverUp(client, chance, target)}`;
}

async function editSalt(client: ClientBase, chance: Chance): Promise<string> {
  const target = await anyEntry(client, chance);
  await client.query(
    `update ${target.source} set salt = set_byte(salt, $3, (get_byte(salt, $3) + 1) % 256) where ${keyOf(target)}`,
    [target.id, target.version, chance(32)],
  );
  return `the salt of ${words(target)}${await coverUp(client, chance, target)}`;
}

const columns: Record<Target['source'], string[]> = {
  history: [
    "kind = kind || 'x'",
    'command_id = gen_random_uuid()',
    "command = 'child-cases/other'",
    'actor_id = gen_random_uuid()',
    "happened = happened - interval '1 second'",
    "at = at + interval '1 millisecond'",
    'leaf = sha256(leaf)',
  ],
  audit: [
    "at = at - interval '1 hour'",
    'user_id = gen_random_uuid()',
    "action = action || '?'",
    'record_id = gen_random_uuid()',
    'partnership_id = (select id from partnership where id <> partnership_id limit 1)',
    'leaf = sha256(leaf)',
  ],
};

async function editColumn(client: ClientBase, chance: Chance): Promise<string> {
  if (chance(6) === 0) {
    const gone = await client.query(
      'delete from audit_subject where ctid = (select ctid from audit_subject offset $1 limit 1)',
      [chance(5)],
    );
    return `${gone.rowCount} person of an audit line`;
  }
  const target = await anyEntry(client, chance);
  const change = pick(chance, columns[target.source]);
  await client.query(`update ${target.source} set ${change} where ${keyOf(target)}`, [
    target.id,
    target.version,
  ]);
  return `${change} of ${words(target)}`;
}

async function renumber(client: ClientBase, target: Target, by: 1 | -1): Promise<void> {
  await client.query(
    'update ledger_entry set position = position + 1000000000 where partnership_id = $1 and position >= $2',
    [target.partnership_id, target.position],
  );
  await client.query(
    'update ledger_entry set position = position - 1000000000 + $2 where partnership_id = $1 and position >= 1000000000',
    [target.partnership_id, by],
  );
}

async function remove(client: ClientBase, chance: Chance): Promise<string> {
  const target = await anyEntry(client, chance);
  const care = chance(3);
  await client.query(`delete from ${target.source} where ${keyOf(target)}`, [target.id, target.version]);
  if (care > 0)
    await client.query('delete from ledger_entry where partnership_id = $1 and position = $2', [
      target.partnership_id,
      target.position,
    ]);
  if (care > 1) await renumber(client, target, -1);
  return `${words(target)}${['', ', also from the ledger', ', also from the ledger, which was closed up'][care]}`;
}

async function insert(client: ClientBase, chance: Chance): Promise<string> {
  const target = await anyEntry(client, chance, "source = 'audit'");
  const made = await client.query<{ id: string }>(
    `insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
     select partnership_id, gen_random_uuid(), at, user_id, action, record_id, entry, salt, leaf from audit where id = $1 returning id`,
    [target.id],
  );
  const id = made.rows[0]?.id as string;
  await client.query(
    `update audit set entry = replace(entry, $1::text, $2::text) where id = $2::text::uuid`,
    [target.id, id],
  );
  await client.query(`update audit set ${rehash} where id = $1`, [id]);
  await client.query(
    'insert into audit_subject (partnership_id, person_id, audit_id) select partnership_id, person_id, $2 from audit_subject where audit_id = $1',
    [target.id, id],
  );
  const care = chance(4);
  if (care === 1) await client.query("update audit set transaction_id = '3' where id = $1", [id]);
  if (care === 2) await renumber(client, target, 1);
  if (care >= 2)
    await client.query(
      `insert into ledger_entry select partnership_id, case when $2 = 2 then $3::bigint else (select max(position) + 1 from ledger_entry where partnership_id = a.partnership_id) end,
         'audit', id, 0, leaf from audit a where id = $1`,
      [id, care, target.position],
    );
  return `a look like ${words(target)}${['', ', with an old transaction', ', in its place in the ledger', ', at the end of the ledger'][care]}`;
}

async function reorder(client: ClientBase, chance: Chance): Promise<string> {
  const one = await anyEntry(client, chance);
  const other = await anyEntry(
    client,
    chance,
    `partnership_id = '${one.partnership_id}' and source = '${one.source}' and position <> ${one.position}`,
  );
  if (chance(2) === 0) {
    await client.query(
      `update ledger_entry set position = case position when $2::bigint then 1000000001 else 1000000002 end where partnership_id = $1 and position in ($2, $3)`,
      [one.partnership_id, one.position, other.position],
    );
    await client.query(
      'update ledger_entry set position = case position when 1000000001 then $3::bigint else $2::bigint end where partnership_id = $1 and position >= 1000000000',
      [one.partnership_id, one.position, other.position],
    );
    return `positions ${one.position} and ${other.position}`;
  }
  const rows = await client.query(`select entry, salt, leaf from ${one.source} where ${keyOf(one)}`, [
    one.id,
    one.version,
  ]);
  const [entry, salt, leaf] = Object.values(rows.rows[0] as object);
  await client.query(
    `update ${one.source} t set (entry, salt, leaf) = (select entry, salt, leaf from ${one.source} where ${keyOf(other)}) where ${keyOf(
      one,
    )
      .replaceAll('$1', '$3')
      .replaceAll('$2', '$4')
      .replace('record_id', 't.record_id')
      .replace(/\bversion/, 't.version')
      .replace(/^id/, 't.id')}`,
    [other.id, other.version, one.id, one.version],
  );
  await client.query(`update ${one.source} set entry = $3, salt = $4, leaf = $5 where ${keyOf(other)}`, [
    other.id,
    other.version,
    entry,
    salt,
    leaf,
  ]);
  return `what ${words(one)} and ${words(other)} say`;
}

async function truncate(client: ClientBase, chance: Chance): Promise<string> {
  const from = await anyEntry(client, chance);
  const care = chance(3);
  const after = 'e.partnership_id = $1 and e.position >= $2';
  await client.query(
    `delete from history h using ledger_entry e where ${after} and e.source = 'history' and h.record_id = e.id and h.version = e.version`,
    [from.partnership_id, from.position],
  );
  await client.query(
    `delete from audit a using ledger_entry e where ${after} and e.source = 'audit' and a.id = e.id`,
    [from.partnership_id, from.position],
  );
  if (care > 0)
    await client.query(`delete from ledger_entry e where ${after}`, [from.partnership_id, from.position]);
  if (care > 1) {
    await client.query('delete from ledger_checkpoint where partnership_id = $1 and size > $2', [
      from.partnership_id,
      from.position,
    ]);
    await client.query(
      'update ledger_head h set size = $2, number = (select coalesce(max(number), 0) from ledger_checkpoint c where c.partnership_id = h.partnership_id) where partnership_id = $1',
      [from.partnership_id, from.position],
    );
  }
  return `the end from position ${from.position}${['', ', also of the ledger', ', also of the ledger and its checkpoints'][care]}`;
}

async function restoreOld(client: ClientBase, chance: Chance): Promise<string> {
  const found = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname like 'copy\\_%' order by 1",
  );
  const { name } = pick(chance, found.rows);
  for (const table of copied) {
    await client.query(`delete from ${table}`);
    await client.query(`insert into ${table} select * from ${name}.${table}`);
  }
  return `everything as in ${name}`;
}

/** The nine kinds of tampering, each with several degrees of care to cover it up. */
export const tamperings: Record<string, Tampering> = {
  'edit the text': editEntry,
  'edit the salt': editSalt,
  'edit a column': editColumn,
  delete: remove,
  insert,
  reorder,
  'truncate the tail': truncate,
  'restore an old copy': restoreOld,
  'forge a disposal': forgeDisposal,
};

/** Keeps a copy of all that an old copy brings back, in a schema of that name. */
export async function keepCopy(client: ClientBase, name: string): Promise<void> {
  await client.query(`create schema ${name}`);
  for (const table of copied) await client.query(`create table ${name}.${table} as table ${table}`);
}
