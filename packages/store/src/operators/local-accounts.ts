import pg from 'pg';
import type { OperatorClient } from './open-operator.js';

/** An open account, as an operator finds it by its address. */
export interface NamedAccount {
  userId: string;
  partnershipId: string;
  partnership: string;
  name: string;
  /** Whether it has a password. */
  local: boolean;
  demonstration: boolean;
}

/** The open accounts with an address, in every partnership. */
export async function findAccountsNamed(client: OperatorClient, email: string): Promise<NamedAccount[]> {
  const found = await client.query<{
    id: string;
    partnership_id: string;
    partnership: string;
    title: string;
    demonstration: boolean | null;
  }>(
    `select r.id, r.partnership_id, p.name as partnership, r.title, c.demonstration
     from record r join partnership p on p.id = r.partnership_id left join credential c on c.user_id = r.id
     where r.kind = 'user' and r.phase = 'active' and r.reference = lower($1) order by p.name, r.id`,
    [email],
  );
  return found.rows.map((row) => ({
    userId: row.id,
    partnershipId: row.partnership_id,
    partnership: row.partnership,
    name: row.title,
    local: row.demonstration !== null,
    demonstration: row.demonstration ?? false,
  }));
}

/** Takes an account's one-time and recovery codes away and ends its local sessions; the next sign-in sets codes up anew. */
export async function resetOneTimeCode(ownerUrl: string, userId: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select reset_one_time_code($1)', [userId]);
  } finally {
    await client.end();
  }
}
