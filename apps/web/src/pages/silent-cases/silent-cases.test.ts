import { noteSilentCases, openStore } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signedIn } from '../../testing/crawl.js';
import { look } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

/** What the worker does every minute. */
async function looked(): Promise<number> {
  const worker = await openStore(api.database.connections.worker, { size: 1 });
  try {
    return await noteSilentCases(worker);
  } finally {
    await worker.close();
  }
}

describe('cases that nobody holds', () => {
  it('are none while each has an owner, a next step and a list', async () => {
    expect(await looked()).toBe(0);
    const chair = await signedIn(site.app, 'chair');
    await chair.open('/sittings');
    expect(chair.html).toContain('href="/silent-cases"');
    await chair.open('/silent-cases');
    expect(chair.html).toContain('None: every open case');
  });

  it('are shown to the chair by reference, and with the way to the case to whoever reads it', async () => {
    await openOwner(api.database.connections.owner, (client) =>
      client.query('delete from queue_row where record_id = $1', [world.proposed]),
    );
    expect(await looked()).toBe(1);
    const chair = await signedIn(site.app, 'chair');
    const words = await look(site, chair, '/silent-cases', 'silent-cases');
    expect(words).toContain('a place in a list');
    const coordinator = await signedIn(site.app, 'coordinator');
    await coordinator.open('/silent-cases');
    expect(coordinator.html).toContain(`/child-cases/${world.proposed}`);
  });

  it('are not shown to a worker', async () => {
    const worker = await signedIn(site.app, 'worker');
    expect((await worker.open('/silent-cases')).statusCode).toBe(403);
  });
});
