import { englandProfile } from '@mase/workflow/words';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  await smallWorld(api);
  site = await startSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

describe('the rules of an area', () => {
  it('are compared place by place with those of another', async () => {
    const worker = await site.plainAs('worker');
    await site.shot(worker, '/profiles', 'profiles');
    const words = await site.shot(
      worker,
      '/profiles/compare?one=in-force&other=england-categories',
      'profiles-compared',
    );
    expect(words).toMatch(/Grades, High, name\s+High\s+Category 3/);
    expect(await site.shot(worker, '/profiles/compare?one=england&other=england', 'profiles-same')).toContain(
      'The two say the same.',
    );
  });

  it('change by two people, from a day ahead, with every rule that changes shown to who decides', async () => {
    const admin = await site.plainAs('admin');
    const form = '/profile-changes/propose-change';
    await site.shot(admin, form, 'propose-profile');
    await admin.open(form);
    expect((await admin.send({ file: '{', reason: 'Made up' })).statusCode).toBe(422);
    expect(admin.html).toContain('Line 1, column');
    const effectiveFrom = `${new Date().getFullYear() + 1}-04-01`;
    const ours = { ...englandProfile, name: 'Made-up area', effectiveFrom, relistMonths: 9 };
    const sent = await admin.send({ file: JSON.stringify(ours, null, 2), reason: 'Made up' });
    expect(sent.statusCode).toBe(303);
    const change = String(sent.headers.location);
    const senior = await site.plainAs('senior');
    expect(await site.shot(senior, change, 'profile-change')).toMatch(/Relist months\s+6\s+9/);
    await site.shot(senior, `${change}/approve-change`, 'approve-profile');
    await senior.open(`${change}/approve-change`);
    expect((await senior.send({})).statusCode).toBe(303);
    const words = await site.shot(await site.plainAs('worker'), '/profiles', 'profiles-decided');
    expect(words).toMatch(/Made-up area, from .* 1 April/s);
  });
});
