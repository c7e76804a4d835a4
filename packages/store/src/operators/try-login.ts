import pg from 'pg';

/** Signs in with an address and out again; null where that works, otherwise the code of why not. */
export async function tryLogin(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  } finally {
    await client.end().catch(() => undefined);
  }
}
