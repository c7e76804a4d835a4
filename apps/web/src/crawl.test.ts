import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { addressesIn, crawl, signedIn } from './testing/crawl.js';
import { type Demonstration, demonstration } from './testing/demonstration.js';

let world: Demonstration;
let app: FastifyInstance;

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});

const strict = "default-src 'none';script-src 'self';style-src 'self'";

/** What no page may show: a gap in a template, a code of ours, an id. */
const slips =
  /undefined|\[object|NaN|Invalid Date|>null<|\b(awaitingTriage|papersIssued|beforePanel|notListed)\b/;

describe('a walk through every page of the demonstration', () => {
  it('leads nobody to a fault or a closed door, loads nothing from elsewhere and has no script or style in line', async () => {
    const faults: string[] = [];
    let opened = 0;
    for (const who of world.people) {
      const met = await crawl(await signedIn(app, who));
      opened += met.length;
      for (const { path, from, status, html, policy } of met) {
        const say = (what: string) => faults.push(`${who} ${path} (from ${from}): ${what}`);
        // A page that knows where somebody's own is leads there.
        if (status !== 200 && !(status === 303 && path.endsWith('/own'))) say(String(status));
        if (html === '') continue;
        if (!policy.startsWith(strict)) say(`policy ${policy}`);
        for (const address of addressesIn(html))
          if (!/^[/?#]/.test(address) || address.startsWith('//')) say(`foreign ${address}`);
        if (/<script(?![^>]* src=)[^>]*>|<style|\sstyle="|\son[a-z]+="|javascript:/.test(html))
          say('in line');
        const words = html.replace(/<[^>]*>/g, (tag) =>
          tag.startsWith('<td') || tag.startsWith('<dd') ? '>' : '<',
        );
        const slip = slips.exec(words);
        if (slip) say(`shows ${slip[0]}`);
      }
    }
    expect(faults).toEqual([]);
    expect(world.people.length).toBeGreaterThan(25);
    expect(opened).toBeGreaterThan(700);
  }, 300_000);
});
