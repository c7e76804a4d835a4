import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSealingKey, Sealer } from '@mase/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signedIn } from '../../testing/crawl.js';
import { look } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-earlier-'));
let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url);
  makeSealingKey(folder);
  const sealer = new Sealer({ url: api.database.connections.sealer, folder });
  await sealer.look();
  await sealer.stop();
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the books on an earlier day', () => {
  it('are reached by information governance from oversight and from a case, and say at which seal they stand', async () => {
    const reader = await signedIn(site.app, 'governance');
    await reader.open('/oversight');
    expect(reader.html).toContain('href="/as-it-was"');
    const words = await look(site, reader, '/as-it-was', 'as-it-was-list');
    expect(words).toContain('As sealed');
    await reader.open('/as-it-was');
    expect(reader.html).toContain(`/records/${world.proposed}/as-it-was?day`);
    await reader.open(`/child-cases/${world.proposed}`);
    expect(reader.html).toContain(`href="/records/${world.proposed}/as-it-was"`);
    expect(reader.html).toContain(`action="/records/${world.proposed}/as-it-was"`);
    const record = await look(site, reader, `/records/${world.proposed}/as-it-was`, 'as-it-was');
    expect(record).toContain('What had been written by then');
    expect(record).toContain('What was running');
    // As on every other page, and not as the chart calls it.
    expect(record).toContain('Planning, not listed');
  });

  it('before anything was sealed show nothing and say why, and a day that is none is told', async () => {
    const reader = await signedIn(site.app, 'governance');
    await reader.open(`/records/${world.proposed}/as-it-was?day=2020-01-01`);
    expect(reader.html).toContain('Nothing had been sealed by then');
    expect(reader.html).toContain('It was not on the books then.');
    await reader.open('/as-it-was?day=yesterday');
    expect(reader.html).toContain('<a href="#day-day">The day must be a real date');
    await reader.open('/as-it-was?day-day=31&day-month=2&day-year=2026');
    expect(reader.html).toContain('<a href="#day-day">The day must be a real date');
    expect(reader.html).toContain('What follows is today.');
    await reader.open(`/records/${world.proposed}/as-it-was?day-day=1&day-month=1&day-year=2020`);
    expect(reader.html).toContain('Nothing had been sealed by then');
  });

  it('are reached from the clocks with what was overdue on every list', async () => {
    const reader = await signedIn(site.app, 'auditor');
    await reader.open('/clocks');
    expect(reader.html).toContain('<input type="hidden" name="only" value="overdue">');
    const { statusCode, body } = await reader.open('/as-it-was?day=2027-01-01&only=overdue');
    expect(statusCode).toBe(200);
    expect(body).toContain('<option value="" selected>Every list: what was overdue</option>');
    expect(body).toContain('What was overdue');
    const one = await reader.open('/as-it-was?day=2027-01-01&kind=');
    expect(one.body).toContain('<option value="overdue" selected>');
  });

  it('are reached from every list of which an earlier state is kept, each with its own kind', async () => {
    const reader = await signedIn(site.app, 'auditor');
    for (const [list, kind] of [
      ['/child-cases', 'childCase'],
      ['/plan-actions', 'planAction'],
      ['/sittings', 'sitting'],
      ['/information-requests', 'informationRequest'],
      ['/challenges', 'challenge'],
      ['/case-audits', 'caseAudit'],
      ['/audit-actions', 'auditAction'],
      ['/exports', 'export'],
    ]) {
      await reader.open(String(list));
      expect([list, reader.html.includes('See this as it was at the end of')]).toEqual([list, true]);
      expect(reader.html).toContain(`<input type="hidden" name="kind" value="${kind}">`);
      const { statusCode, body } = await reader.open(`/as-it-was?day=2027-01-01&kind=${kind}`);
      expect([list, statusCode, body.includes(`value="${kind}" selected`)]).toEqual([list, 200, true]);
    }
    expect(await look(site, reader, `/child-cases/${world.proposed}`, 'earlier-day')).toContain(
      'Show that day',
    );
  });
});
