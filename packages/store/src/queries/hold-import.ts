import type { Store } from '../store.js';

/**
 * Holds the one place for an import of a partnership, so that two imports at once do not put the same child on the
 * books twice. Gives the function that lets go, or null while another import runs. A lost connection lets go too.
 */
export async function holdImport(store: Store, partnershipId: string): Promise<(() => Promise<void>) | null> {
  const client = await store.pool.connect();
  const place = `import ${partnershipId}`;
  let broken: Error | undefined;
  try {
    const tried = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [place],
    );
    if (!tried.rows[0]?.held) {
      client.release();
      return null;
    }
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
  const note = (error: Error) => {
    broken = error;
  };
  client.on('error', note);
  return async () => {
    try {
      if (!broken) await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [place]);
    } catch (error) {
      broken = error as Error;
    } finally {
      client.off('error', note);
      client.release(broken);
    }
  };
}
