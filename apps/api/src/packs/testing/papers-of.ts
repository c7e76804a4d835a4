import { findSittingPapers, reading, readingOf } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { englandProfile, type UserStanding } from '@mase/workflow';
import type { TestApi } from '../../testing/test-api.js';
import { Papers } from '../papers.js';

/** The papers of a sitting as one of the demonstration's people may see them, at the test's own time. */
export async function papersOf(api: TestApi, sittingId: string, key: string): Promise<Papers> {
  const id = api.founded.people[key] as string;
  const standing = await openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ standing: string }>('select standing from record where id = $1', [id]);
    return JSON.parse(found.rows[0]?.standing ?? '') as UserStanding;
  });
  const recipient = { ...standing, id };
  const who = readingOf(recipient, api.founded.partnershipId);
  const found = await reading(api.store, who, (tx) => findSittingPapers(tx, sittingId));
  if (!found) throw new Error(`${key} sees no sitting`);
  const now = api.time.now;
  return new Papers(found, {
    recipient,
    principals: who.principals,
    profile: englandProfile,
    now,
    asAt: now,
  });
}
