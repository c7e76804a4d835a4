import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from './app.js';
import type { OpenPage } from './testing/browser.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type Asked, type FakeApi, fakeApi, type Said } from './testing/fake-api.js';
import { become } from './testing/look.js';
import { madeTiles } from './testing/made-tiles.js';
import { type Site, startSite } from './testing/site.js';

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const person = { email: 'desk@example.test', name: 'Sam Specimen', agencyKind: 'police' };

/** A girl, whom she was seen with, where, and a phone that nobody is known by. */
const network = {
  items: [
    { kind: 'child', id: id(1), name: 'Ada Made-up', node: 'child:1', steps: 0 },
    { kind: 'person', id: id(2), name: 'Person Amber-04', node: 'person:2', steps: 1 },
    { kind: 'location', id: id(3), name: 'Quay Street <b>kiosk</b>', node: 'location:3', steps: 2 },
    { kind: 'phone', id: null, name: '07700 900123', node: 'phone:4', steps: 1 },
  ],
  links: [
    { linkId: id(11), node: 'child:1', other: 'person:2' },
    { linkId: id(12), node: 'person:2', other: 'location:3' },
    { linkId: id(13), node: 'child:1', other: 'phone:4' },
    // Its other end is too far for the page.
    { linkId: id(14), node: 'phone:4', other: 'phone:9' },
  ],
  more: false,
};

const place = (number: number, latitude: number | null, longitude: number | null) => ({
  ...{ id: id(number), caseId: id(number + 20), reference: `P-${number}`, priority: 'high' },
  ...{
    name: `Made-up place ${number}`,
    kind: 'takeaway',
    address: null,
    postcode: null,
    latitude,
    longitude,
  },
  told: { incident: number, named: 0, missing: 0, intelligence: 0, link: 0 },
  months: [number],
});

const says = ({ url }: Asked): Said | undefined => {
  if (url.endsWith('/demonstration-users'))
    return { status: 200, body: { users: [{ ...person, roles: ['Analyst'] }] } };
  if (url.endsWith('/sessions')) return { status: 201, body: { sessionId: 't' } };
  if (url.endsWith('/me')) return { status: 200, body: { ...person, roles: [{ name: 'Analyst' }] } };
  if (url.endsWith('/links/neighbours')) return { status: 200, body: network };
  if (url.includes('/locations/picture')) {
    const places = [place(1, 54.01, -1.2), place(2, 54.03, -1.25), place(3, null, null)];
    return { status: 200, body: { months: ['2026-01'], places } };
  }
  return undefined;
};

const folder = mkdtempSync(join(tmpdir(), 'mase-tiles-'));
const tiles = join(folder, 'made-up.pmtiles');
let api: FakeApi;
let bare: Site;
let streets: Site;

beforeAll(async () => {
  writeFileSync(tiles, madeTiles());
  api = await fakeApi();
  api.answer(says);
  bare = await startSite(api.url);
  streets = await startSite(api.url, { mapTiles: tiles });
});
afterAll(async () => {
  await bare?.close();
  await streets?.close();
  await api?.close();
  rmSync(folder, { recursive: true });
});

async function signedIn(site: Site): Promise<PlainBrowser> {
  const plain = new PlainBrowser(site.app);
  await plain.open('/session/sign-in');
  const answer = await plain.send({ person: person.email });
  expect(answer.statusCode).toBe(303);
  await become(site, plain);
  return plain;
}

async function opened(site: Site, address: string): Promise<OpenPage & { requests: string[] }> {
  const plain = await signedIn(site);
  expect(plain.cookies.size).toBeGreaterThan(0);
  const requests: string[] = [];
  const open = await site.browser.open(`${site.base}/session/sign-in`);
  open.page.on('request', (request) => requests.push(request.url()));
  await open.page.goto(site.base + address);
  return { ...open, requests };
}

const drawn = '.mase-ground[data-mase-drawn]';

describe('the chart of links that can be moved', () => {
  it('is drawn in the browser when it is asked for, under the strict policy, with nothing from elsewhere', async () => {
    const { page, faults, requests } = await opened(bare, `/links/network?of=child:${id(1)}`);
    expect(requests.filter((url) => url.includes('cytoscape'))).toEqual([]);
    await page.getByRole('button', { name: 'Open a chart whose parts can be moved' }).click();
    await page.waitForSelector(drawn);
    // Four nodes and the three links whose ends both are shown.
    expect(await page.getAttribute(drawn, 'data-mase-drawn')).toBe('7');
    expect(await page.locator('.mase-ground canvas').count()).toBeGreaterThan(0);
    expect(await page.locator('svg.mase-network').isVisible()).toBe(false);
    expect(await page.locator('table').isVisible()).toBe(true);
    await page.selectOption('#moving-pick', { label: 'Person Amber-04' });
    expect(await page.textContent('[data-mase-chart="said"]')).toBe(
      'Person Amber-04 – Ada Made-up, Quay Street <b>kiosk</b>',
    );
    for (const way of ['columns', 'near', 'rings']) await page.selectOption('#moving-arrange', way);
    for (const name of ['Larger', 'Smaller', 'Show all']) await page.getByRole('button', { name }).click();
    await page.locator('.mase-ground').focus();
    for (const key of ['ArrowLeft', '+', '-']) await page.keyboard.press(key);
    if (process.env.MASE_SHOTS)
      await page.screenshot({ path: `${process.env.MASE_SHOTS}/links-moving.png`, fullPage: true });
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Back to the still chart' }).click();
    expect(await page.locator('svg.mase-network').isVisible()).toBe(true);
    await page.close();
  });
});

describe('the map that can be moved', () => {
  it('works without any tiles, asks nobody for anything, and each point leads to its place', async () => {
    const { page, faults, requests } = await opened(bare, '/locations/picture');
    expect(requests.filter((url) => url.includes('maplibre'))).toEqual([]);
    await page.getByRole('button', { name: 'Open a map that can be moved' }).click();
    await page.waitForSelector(drawn, { timeout: 30_000 });
    const points = page.locator('.mase-ground__point');
    expect(await points.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      `/location-cases/${id(22)}`,
      `/location-cases/${id(21)}`,
    ]);
    for (const name of ['Larger', 'Smaller', 'Show all']) await page.getByRole('button', { name }).click();
    if (process.env.MASE_SHOTS)
      await page.screenshot({ path: `${process.env.MASE_SHOTS}/map-moving.png`, fullPage: true });
    expect(await faults()).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${bare.base}/`))).toEqual([]);
    expect(requests.join(' ')).not.toMatch(/54\.0|-1\.2/);
    await page.getByRole('button', { name: 'Back to the still picture' }).click();
    expect(await page.locator('svg.mase-map').isVisible()).toBe(true);
    await page.close();
  });

  it('draws the tiles that the installation keeps itself, and their makers’ words without their markup', async () => {
    const { page, faults, requests } = await opened(streets, '/locations/picture');
    await page.getByRole('button', { name: 'Open a map that can be moved' }).click();
    await page.waitForSelector('.mase-ground[data-mase-drawn]:not([data-mase-drawn="0"])', {
      timeout: 30_000,
    });
    expect(await page.textContent('[data-mase-map="tiles"]')).toContain('Made-up survey');
    if (process.env.MASE_SHOTS)
      await page.screenshot({ path: `${process.env.MASE_SHOTS}/map-tiles.png`, fullPage: true });
    expect(await faults()).toEqual([]);
    expect(requests.some((url) => url === `${streets.base}/map/area.pmtiles`)).toBe(true);
    expect(requests.filter((url) => !url.startsWith(`${streets.base}/`))).toEqual([]);
    await page.close();
  });

  it('says so where the browser cannot draw it, and the picture and the table stay', async () => {
    const { page } = await opened(bare, '/session/sign-in');
    await page.addInitScript({ content: 'HTMLCanvasElement.prototype.getContext = () => null' });
    await page.goto(`${bare.base}/locations/picture`);
    await page.getByRole('button', { name: 'Open a map that can be moved' }).click();
    await page.getByText('This browser cannot draw a map').waitFor();
    expect(await page.locator('svg.mase-map').isVisible()).toBe(true);
    await page.close();
  });
});

describe('map tiles', () => {
  it('are given piece by piece to whoever is signed in, and to nobody else', async () => {
    const ask = (range: string | undefined, cookie = '') =>
      streets.app.inject({ url: '/map/area.pmtiles', headers: { cookie, ...(range ? { range } : {}) } });
    expect((await ask('bytes=0-6')).statusCode).toBe(401);
    const plain = await signedIn(streets);
    const cookie = [...plain.cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    const piece = await ask('bytes=0-6', cookie);
    expect([piece.statusCode, piece.body, piece.headers['content-range']]).toEqual([
      206,
      'PMTiles',
      `bytes 0-6/${madeTiles().length}`,
    ]);
    const end = await ask('bytes=120-999999', cookie);
    expect(end.rawPayload.length).toBe(madeTiles().length - 120);
    for (const wrong of [undefined, 'bytes=999999-', 'bytes=5-1', 'bytes=-5', 'bytes=0-1,3-4', 'lines=1-2'])
      expect([wrong, (await ask(wrong, cookie)).statusCode]).toEqual([wrong, 416]);
  });

  it('stop the start where the file is none, and say where and why', async () => {
    const wrong = join(folder, 'wrong.pmtiles');
    writeFileSync(wrong, 'not tiles');
    const build = (mapTiles: string) => buildWeb({ apiUrl: api.url, mapTiles });
    await expect(build(wrong)).rejects.toThrow(
      `MASE_MAP_TILES names ${wrong}, which is not an archive of tiles`,
    );
    await expect(build(join(folder, 'nowhere'))).rejects.toThrow('which cannot be read');
  });
});
