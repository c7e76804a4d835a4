import type { ClientBase } from 'pg';

/** A table and the columns of it that a backup holds. */
export interface KeptTable {
  name: string;
  columns: string[];
}

/** Tables whose rows are not kept, and why. */
export const leftOut: readonly { name: string; why: string }[] = [
  { name: 'migration', why: 'the migrations that make the tables write it' },
  {
    name: 'session',
    why: 'one that was ended after the backup would be open again; everybody signs in anew',
  },
  { name: 'sign_in_step', why: 'it lasts for minutes' },
  { name: 'sign_in_try', why: 'it lasts for a quarter of an hour' },
];

/**
 * The tables that are kept, each after those that its foreign keys name, with their columns but for numbers of
 * transactions, which mean nothing on another server: there the restoring transaction stands in their place. Throws
 * where foreign keys run in a circle.
 */
export async function tablesInOrder(client: ClientBase): Promise<KeptTable[]> {
  const found = await client.query<KeptTable & { after: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           and a.atttypid <> 'xid8'::regtype) as columns,
       (select coalesce(array_agg(distinct t.relname::text), '{}') from pg_constraint f join pg_class t on t.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as after
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
  );
  const waiting = new Map(found.rows.map((row) => [row.name, row]));
  const ordered: KeptTable[] = [];
  while (waiting.size > 0) {
    const next = [...waiting.values()].filter((one) => one.after.every((name) => !waiting.has(name)));
    if (next.length === 0) throw new Error(`Foreign keys run in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns } of next) {
      waiting.delete(name);
      if (!leftOut.some((one) => one.name === name)) ordered.push({ name, columns });
    }
  }
  return ordered;
}

/** The columns of a table as a statement names them. */
export const columnList = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ');
