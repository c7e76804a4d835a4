import pg from 'pg';

/** Every column of every table that holds the text, as `table.column`, read by the catalogue. */
export async function columnsWith(text: string, url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const columns = await client.query<{ table: string; name: string; type: string }>(
      `select c.relname as table, a.attname as name, t.typname as type from pg_class c join pg_attribute a on a.attrelid = c.oid
       join pg_type t on t.oid = a.atttypid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped order by 1, 2`,
    );
    const found: string[] = [];
    for (const { table, name, type } of columns.rows) {
      const read = type === 'bytea' ? `encode("${name}", 'escape')` : `"${name}"::text`;
      const some = await client.query(`select 1 from "${table}" where ${read} ilike $1 limit 1`, [
        `%${text}%`,
      ]);
      if (some.rows.length > 0) found.push(`${table}.${name}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** A logical backup: every row of every table, as the backup role reads it by COPY. */
export async function dumped(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    let text = '';
    for (const { name } of tables.rows) {
      const rows = await client.query<{ line: string }>(`select t::text as line from "${name}" t`);
      text += rows.rows.map((row) => row.line).join('\n');
    }
    return text;
  } finally {
    await client.end();
  }
}
