import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listPages } from '../../list-pages.js';
import { pages } from '../../pages.js';
import { filtersOf } from '../../saved-views.js';
import { signedIn } from '../../testing/crawl.js';
import { look } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

let api: RealApi;
let site: Site;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

describe('a view of a list', () => {
  it('is kept under a name, opened again by a link, and removed, without scripts', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/clocks?to=2030-01-01&stands=late&rule=&after=');
    const back = await auditor.send({ name: 'Late <all>' }, '/saved-views');
    expect(back.headers.location).toBe('/clocks?stands=late&to=2030-01-01');
    await auditor.open('/clocks');
    const href = /<a class="govuk-link" href="([^"]+)">Late &lt;all&gt;<\/a>/.exec(auditor.html)?.[1];
    expect(href?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')).toBe(
      '/clocks?stands=late&to=2030-01-01',
    );
    const words = await look(site, auditor, '/clocks?to=2030-01-01&stands=late', 'saved-views');
    expect(words).toContain('Your views of this list');
    await auditor.open('/clocks?to=2030-01-01&stands=late');
    expect(auditor.html).toContain('<strong aria-current="true">Late &lt;all&gt;</strong>');
    const id =
      /action="\/saved-views\/forget"[\s\S]*?name="id" value="([^"]+)"/.exec(auditor.html)?.[1] ?? '';
    const gone = await auditor.send({ id }, '/saved-views/forget');
    expect(gone.headers.location).toBe('/clocks');
    await auditor.open('/clocks');
    expect(auditor.html).not.toContain('Late &lt;all&gt;');
  });

  it('without a name, or with one that is too long, is not kept, and the list says why', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    for (const [name, why] of [
      ['', 'Enter a name for it.'],
      ['x'.repeat(61), 'The view was not kept.'],
    ]) {
      await auditor.open('/clocks?stands=met');
      const back = await auditor.send({ name: String(name) }, '/saved-views');
      expect(back.headers.location).toBe('/clocks?stands=met');
      await auditor.open('/clocks?stands=met');
      expect(auditor.html).toContain(why);
    }
  });

  it('is of a list that there is, and leads nowhere else', async () => {
    const addresses = new Map(pages.map(({ id, url }) => [id, url]));
    for (const [id, { href }] of Object.entries(listPages))
      expect([id, addresses.get(id)]).toEqual([id, href]);
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/clocks');
    const elsewhere = await auditor.send({ page: '//elsewhere.example', name: 'x' }, '/saved-views');
    expect(elsewhere.headers.location).toBe('/');
  });
});

describe('filters of an address', () => {
  it('are equal in any order, without what is empty and without the place in the list', () => {
    expect(filtersOf({ b: '2', a: ['y', 'x'], after: 'z', c: '' })).toBe('a=x&a=y&b=2');
    expect(filtersOf({ a: ['x', 'y'], b: '2' })).toBe('a=x&a=y&b=2');
  });
});
