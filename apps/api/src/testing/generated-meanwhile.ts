import { addressMessages, bindIdentity, matchIdentifiers, openStore, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { bystanders } from './generated-request.js';
import type { TestApi } from './test-api.js';

/**
 * What happens beside the requests of a partnership: the worker compares identifiers and tells people of what came up, their
 * letters all come back, and bystanders whose account is bound to no provider's subject have it bound.
 */
export async function happenMeanwhile({ store, database, founded, time }: TestApi): Promise<void> {
  const worker = await openStore(database.connections.worker, { clock: () => time.now });
  try {
    while ((await matchIdentifiers(worker, store)) > 0);
    while ((await sendOutgoing(worker)) > 0);
    while ((await addressMessages(worker, { mails: true })) > 0);
  } finally {
    await worker.close();
  }
  await openOwner(database.connections.owner, (client) =>
    client.query(
      `update mail set state = 'dead', tries = 3, tried_at = now(), why = 'sending RCPT TO 550'
        where state = 'waiting'`,
    ),
  );
  const issuer = 'https://issuer.example.org';
  for (const subject of bystanders)
    await bindIdentity(store, {
      ...{ partnershipId: founded.partnershipId, tenant: 'council', issuer, subject },
      userId: founded.people[subject] as string,
    });
}
