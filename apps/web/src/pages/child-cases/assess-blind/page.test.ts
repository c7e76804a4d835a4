import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const on = (verb = '') => `/child-cases/${world.proposed}${verb && `/${verb}`}`;

/** The shortest whole assessment on the form that is shown: nothing known beyond the levels. */
function filled(html: string): Record<string, string> {
  const levels = [...new Set([...html.matchAll(/name="(level-[^"]+)"/g)].map(([, name]) => name as string))];
  return {
    ...Object.fromEntries(levels.map((name) => [name, '0'])),
    learningDisability: 'no',
    'harm-online-certainty': 'none-known',
    'harm-online-time': 'current',
    'harm-online-basis': 'Nothing known here',
    childView: 'Not met yet',
    analysis: 'Made up: seen once at the surgery',
    proposed: 'low',
    reasons: 'Made up: she is streetwise',
    belowFloorReason: 'Made up',
  };
}

describe('a blind second assessment through its pages', () => {
  it('is asked by the manager, made on a form that shows nothing of the first, and hints at words afterwards', async () => {
    const manager = await site.plainAs('manager');
    await site.shot(manager, on('ask-blind-assessment'), 'ask-blind-assessment');
    await manager.open(on('ask-blind-assessment'));
    expect(manager.html).toContain('Hana Health-Member');
    expect(manager.html).not.toContain('Wren Worker –');
    const asked = await manager.send({ assessorId: api.ids.memberHealth });
    expect(asked.headers.location).toBe(on());
    expect((await manager.open(on())).body).toContain('Second assessment asked for');

    const nurse = await site.plainAs('memberHealth');
    const opened = await nurse.open(on());
    expect(opened.body).toContain('Make the second assessment');
    const words = await site.shot(nurse, on('assess-blind'), 'assess-blind');
    expect(words).not.toMatch(/Last time|The last assessment|Youth worker|Messages shown/);
    await nurse.open(on('assess-blind'));
    const made = await nurse.send(filled(nurse.html));
    expect([made.statusCode, made.headers.location], made.body.slice(0, 2000)).toEqual([303, on()]);

    const hints = await site.shot(nurse, on(), 'language-hints');
    expect(hints).toContain('Your assessment is recorded. It changes nothing of the case');
    expect(hints).toContain('“streetwise”: It takes a child for older and safer than they are.');
    expect((await nurse.open(on('assess-blind'))).body).toContain('You cannot do this now');

    const worker = await site.plainAs('worker');
    expect((await worker.open(on())).body).toContain('Second assessment, made without seeing the first');
  });
});
