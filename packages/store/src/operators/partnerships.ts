import pg from 'pg';

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The partnerships of a database, by name; the owner's connection alone may ask. */
export async function findPartnerships(
  ownerUrl: string,
): Promise<{ id: string; name: string; createdAt: string }[]> {
  return asOwner(ownerUrl, async (client) => {
    const found = await client.query<{ id: string; name: string; created_at: string }>(
      'select id, name, created_at from partnership order by name, id',
    );
    return found.rows.map(({ id, name, created_at }) => ({ id, name, createdAt: created_at }));
  });
}

/** Gives a partnership another name. */
export async function renamePartnership(ownerUrl: string, id: string, name: string): Promise<void> {
  await asOwner(ownerUrl, (client) =>
    client.query('update partnership set name = $2 where id = $1', [id, name]),
  );
}

/** Runs work while no other process on this database does work of the same name; a second one waits for the first. */
export async function oneAtATime<T>(ownerUrl: string, name: string, work: () => Promise<T>): Promise<T> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`mase ${name}`]);
    return work();
  });
}
