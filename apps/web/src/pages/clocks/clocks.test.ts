import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { linksIn, signedIn } from '../../testing/crawl.js';
import { look } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  await smallWorld(api);
  site = await startSite(api.url);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const plain = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

describe('the page of clocks', () => {
  it('is reached from oversight, and says of each what is due, whose it is and why it is due then', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/oversight');
    expect(plain(auditor.html)).toContain('href="/clocks"');
    const words = await look(site, auditor, '/clocks', 'clocks');
    expect(words).toContain('Why this date');
    expect(words).toMatch(/counted from .*: [A-Z][a-z]+day/);
  });

  it('keeps its filters when it asks for one owner', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/clocks?stands=running&from=2020-01-01&to=2190-12-31');
    expect(plain(auditor.html)).toContain('<option value="running" selected>');
    const owner = /href="(\/clocks\?[^"]*owner=[^"]*)"/.exec(plain(auditor.html))?.[1] ?? '';
    expect(owner).toContain('stands=running');
    await auditor.open(owner);
    expect(plain(auditor.html)).toContain('Only what is with ');
    expect(auditor.html).not.toContain('undefined');
  });

  it('asks for late actions of a quarter, and takes no notice of a filter that is none', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/clocks');
    expect(plain(auditor.html)).toMatch(/rule=action-due&stands=late&from=\d{4}-\d\d-01&to=/);
    // Where no day is asked for, none stands in the boxes.
    expect(auditor.html).not.toMatch(/id="from-(day|month|year)"[^>]*value="0"/);
    const late = await auditor.open('/clocks?rule=action-due&stands=late&from=2020-01-01&to=2020-03-31');
    expect(late.body).toContain('No clock that you may see is so.');
    const odd = await auditor.open('/clocks?stands=made-up&from=yesterday&agency=nobody&stands=met');
    expect(odd.statusCode).toBe(200);
  });

  it('shows somebody who reads few records those alone', async () => {
    const referrer = await signedIn(site.app, 'referrer');
    await referrer.open('/clocks');
    expect(referrer.html).toContain('No clock that you may see is so.');
  });

  it('takes its days from the boxes of a date, and says which is no date', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    const late = await auditor.open(
      '/clocks?rule=action-due&stands=late&from-day=1&from-month=1&from-year=2020&to-day=31&to-month=3&to-year=2020',
    );
    expect(late.statusCode).toBe(200);
    expect(late.body).toContain('No clock that you may see is so.');
    expect(late.body).toMatch(/id="from-year"[^>]*value="2020"/);
    await auditor.open('/clocks');
    expect(auditor.html).not.toMatch(/id="(from|to)-(day|month|year)"[^>]*value=/);
    const wrong = await auditor.open('/clocks?from-day=31&from-month=2&from-year=2026');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('<a href="#from-day">The first day must be a real date');
    expect(wrong.body).toMatch(/id="from-day"[^>]*value="31"/);
  });

  it('are sorted by the heading of a column, which says how, and keep their filters', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/clocks?stands=running');
    expect(auditor.html).toMatch(/aria-sort="ascending"><a [^>]*href="([^"]*)">Due</);
    const latest = await auditor.open('/clocks?stands=running&sort=-due');
    expect(latest.statusCode).toBe(200);
    expect(latest.body).toContain('aria-sort="descending"');
    const files = linksIn(latest.body).filter((to) => to.startsWith('/list-file?'));
    expect(files.map((to) => new URLSearchParams(to.split('?')[1]).get('sort'))).toEqual(['-due', '-due']);
    const soonest = linksIn(latest.body).find((to) => to === '/clocks?stands=running');
    expect(soonest).toBeDefined();
  });
});
