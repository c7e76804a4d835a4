import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signedIn } from '../../../testing/crawl.js';
import { become, look } from '../../../testing/look.js';
import { type RealApi, realApi } from '../../../testing/real-api.js';
import { type Site, startSite } from '../../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../../testing/small-world.js';

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

/** What the api says may be asked of the case, and begun on it. */
type Offered = Record<'allowed' | 'begins', { command: string; available: boolean }[]>;

const people = ['worker', 'manager', 'triage', 'governance'] as const;

const aNewReferral = () =>
  api.give('referrer', 'child-cases/record-referral', {
    ...{ seenOrSaid: 'An adult he does not know waits for him.', immediateDanger: false },
    ...{ child: { firstName: 'Robin', lastName: 'Synthetic' } },
    ...{ concernAtHome: 'yes', concernAtHomeWho: 'A made-up lodger' },
  });

describe('the page of a case', () => {
  it.each(people)(
    'groups what the %s can do by what comes next: exactly what is allowed, each once',
    async (who) => {
      const plain = await signedIn(site.app, who);
      const id = who === 'triage' ? await aNewReferral() : world.proposed;
      const words = await look(site, plain, `/child-cases/${id}`, `case-of-${who}`);
      expect(words).toContain('What you can do');
      const { page } = await site.browser.turnTo(`${site.base}/child-cases/${id}`);
      const offered = await page
        .locator('[data-command]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('data-command')));
      const { body } = await api.ask<Offered>(who, 'GET', `/api/v1/child-cases/${id}`);
      const open = [...body.allowed, ...body.begins].filter(({ available }) => available);
      expect([...offered].sort()).toEqual([...new Set(open.map(({ command }) => command))].sort());
    },
  );
});

describe('the page of a long case', () => {
  it('shows the latest entries and the tree of the latest assessment alone, with the way to all the others', async () => {
    const id = world.proposed;
    const worker = await signedIn(site.app, 'worker');
    const entries = () => worker.html.match(/ id="entry-/g)?.length ?? 0;
    for (const number of Array.from({ length: 20 }, (_, index) => index))
      await api.give(
        'worker',
        'child-cases/record-contact',
        { kind: 'attempt', with: 'child', said: `Made up: message ${number}` },
        id,
      );
    await worker.open(`/child-cases/${id}`);
    expect(entries()).toBe(20);
    expect(worker.html).toContain('The latest 20 of');
    expect(worker.html).toContain(`/child-cases/${id}/chronology`);
    await worker.open(`/child-cases/${id}?entries=all`);
    expect(entries()).toBeGreaterThan(20);
    expect(worker.html.match(/summary-text">\s*How the suggestion was reached/g)).toHaveLength(1);
    const [, earlier = ''] = /href="([^"]*\/explanation\?entry[^"]*)"/.exec(worker.html) ?? [];
    const words = await look(site, worker, earlier.replaceAll('&#x3D;', '='), 'explanation');
    expect(words).toContain('The assessment of');
    expect(worker.html).toContain('1 worker so far');
    const { body } = await api.ask<{ childId: string }>('worker', 'GET', `/api/v1/child-cases/${id}`);
    await worker.open(`/children/${body.childId}`);
    expect(worker.html).toContain('1 worker so far');
  });
});

describe('the navigation', () => {
  it.each([
    ...people,
    'coordinator',
    'senior',
    'chair',
    'intelligence',
    'desk',
    'licensing',
    'duty',
  ] as const)('of the %s stands in one line at 1280 and folds on a telephone', async (who) => {
    await become(site, await signedIn(site.app, who));
    const { page } = await site.browser.turnTo(`${site.base}/`);
    const tops = await page
      .locator('.govuk-service-navigation__item')
      .evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(1);
    await page.setViewportSize({ width: 390, height: 800 });
    const toggle = page.locator('.govuk-service-navigation__toggle');
    await toggle.waitFor({ state: 'visible' });
    expect(await page.locator('.govuk-service-navigation__item').first().isVisible()).toBe(false);
    const shots = process.env.MASE_SHOTS;
    if (shots) await page.screenshot({ path: `${shots}/navigation-${who}-390.png` });
  });
});
