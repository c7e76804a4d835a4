import pg from 'pg';

/** Runs work as the owner of a test database, who sees every row: for looking behind the api. */
export async function openOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
