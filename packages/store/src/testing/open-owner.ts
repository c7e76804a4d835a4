import pg from 'pg';

/** Runs work as the owner of a test database, who sees every row: for looking behind the api. */
export async function openOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await holdOwner(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A connection as the owner of a test database, for whoever looks often; `end` closes it. */
export async function holdOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
