import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { linksIn, signedIn } from '../../testing/crawl.js';
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
  const discussion = {
    ...{ outcome: 'threshold-not-met', how: 'telephone', agencies: ['social-care'] },
    ...{
      summary: 'Made up: what is known does not reach it',
      noCrimeReason: 'Made up: nothing to report yet',
    },
  };
  await api.give('manager', 'child-cases/record-strategy-discussion', discussion, world.proposed);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

describe('judgements to look at', () => {
  it('are found by the chair from the sittings, with the reasons and the way to the case', async () => {
    const chair = await signedIn(site.app, 'chair');
    await chair.open('/sittings');
    expect(chair.html).toContain('href="/judgement-lists"');
    await chair.open('/judgement-lists');
    expect(chair.html).toContain('None in these days.');
    const words = await look(site, chair, '/judgement-lists?list=threshold-not-met', 'judgement-lists');
    expect(words).toContain('Made up: what is known does not reach it');
    await chair.open('/judgement-lists?list=no-crime-reference');
    expect(chair.html).toContain('Made up: nothing to report yet');
    await chair.open('/judgement-lists?list=threshold-not-met');
    const asFile = linksIn(chair.html).find((to) => to.startsWith('/list-file?'));
    const file = await chair.open(asFile ?? '');
    expect(file.headers['content-type']).toMatch('text/csv');
    expect(file.body).toContain('Made up: what is known does not reach it');
    const way = `/child-cases/${world.proposed}`;
    expect(chair.html).toContain(way);
    expect((await chair.open(way)).statusCode).toBe(200);
  });

  it('are not offered to a worker, nor opened', async () => {
    const worker = await signedIn(site.app, 'worker');
    expect((await worker.open('/judgement-lists')).statusCode).toBe(403);
    await worker.open('/');
    expect(worker.html).not.toContain('/judgement-lists');
  });
});
