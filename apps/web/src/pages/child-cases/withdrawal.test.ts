import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { signedIn } from '../../testing/crawl.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';
import { look as lookAt } from '../../testing/look.js';
import { type Site, startSite } from '../../testing/site.js';

let world: Demonstration;
let site: Site;

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  site = await startSite(world.url);
}, 300_000);
afterAll(async () => {
  await site?.close();
  await world?.close();
});

const look = (who: PlainBrowser, path: string, name: string) => lookAt(site, who, path, name);

describe('an entry on the wrong child, on the pages', () => {
  it('is withdrawn by the manager of the team, and information governance decides about the breach', async () => {
    const manager = await signedIn(site.app, 'manager');
    await manager.open('/child-cases');
    const cases = [...manager.html.matchAll(/href="(\/child-cases\/[0-9a-f-]{36})"/g)].map(
      ([, one]) => one as string,
    );
    let at = '';
    for (const one of cases) {
      await manager.open(`${one}/withdraw-entry`);
      if (/>The child’s own words[^<]*</.test(manager.html)) at = one;
      if (at) break;
    }
    expect(at).not.toBe('');
    expect(await look(manager, `${at}/withdraw-entry`, 'withdraw-entry')).toContain('wrong child’s record');
    const row = /<option value="([0-9a-f-]{36})"[^>]*>The child’s own words/.exec(
      manager.html,
    )?.[1] as string;
    await manager.send({ rowId: row });
    expect(manager.html).toContain('Enter how it came about');
    await manager.open(`${at}/withdraw-entry`);
    const sent = await manager.send({ rowId: row, reason: 'Two files were open at once' });
    expect(sent.statusCode, manager.html).toBe(303);
    expect(await look(manager, at, 'case-with-withdrawn')).toContain('An entry withdrawn');
    const governance = await signedIn(site.app, 'governance');
    expect(await look(governance, `${at}/record-breach-decision`, 'breach-decision')).toContain('72 hours');
    await governance.open(`${at}/record-breach-decision`);
    expect(governance.html).toContain('To be decided by');
    const answer = { rowId: row, finding: 'breach', reported: 'no', reasons: 'Nobody outside had read it' };
    const decided = await governance.send(answer);
    expect(decided.statusCode, governance.html).toBe(303);
  });
});
