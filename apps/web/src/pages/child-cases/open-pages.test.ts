import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { lookAtForm } from '../../testing/look.js';
import { type PersonKey, type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url, {
    partnership: 'Fernshire (invented)',
    phase: 'Everybody and everything here is invented.',
  });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const signedIn = new Map<PersonKey, PlainBrowser>();

async function plainAs(who: PersonKey): Promise<PlainBrowser> {
  const known = signedIn.get(who);
  if (known) return known;
  const plain = await site.plainAs(who);
  signedIn.set(who, plain);
  return plain;
}

const on = (which: keyof SmallWorld, verb = '') => `/child-cases/${world[which]}${verb && `/${verb}`}`;

const opened: [PersonKey, () => string, string][] = [
  ['triage', () => '/', 'Robin Synthetic'],
  ['workerTwo', () => '/', 'Nothing waits for you now'],
  ['triage', () => '/child-cases', 'Hazel Invented'],
  ['referrer', () => '/child-cases/record-referral', 'call 999 first'],
  ['referrer', () => on('referred'), 'Triage decides'],
  ['triage', () => on('referred', 'decide-triage'), 'waits for him after school'],
  ['worker', () => on('proposed'), 'I just want it to stop'],
  ['worker', () => on('proposed', 'assess-risk'), 'Last time: Yes'],
  ['worker', () => on('proposed', 'confirm-grade'), 'You cannot do this now'],
  ['manager', () => on('proposed', 'confirm-grade'), 'How it was reached'],
  ['manager', () => on('assessing', 'allocate-worker'), 'Handover note'],
  ['manager', () => on('proposed', 'record-strategy-discussion'), 'Crime reference'],
  ['worker', () => on('proposed', 'record-view'), 'Their own words'],
  ['worker', () => on('proposed', 'record-contact'), 'Was the child seen alone?'],
  ['manager', () => on('proposed', 'record-contact'), 'Supervision of the worker'],
  ['worker', () => on('proposed', 'record-feedback'), 'Was the child told?'],
  ['manager', () => on('proposed', 'record-conference'), 'You cannot do this now'],
  ['manager', () => on('proposed', 'record-section-47-outcome'), 'You cannot do this now'],
  ['manager', () => on('proposed', 'suspend'), 'Expected release or return'],
  ['worker', () => on('proposed', 'resume'), 'You cannot do this now'],
  ['worker', () => on('proposed', 'record-safety-action'), 'Who, what and when is enough'],
  ['worker', () => on('proposed', 'raise-immediate-danger'), 'Call 999 first'],
  ['worker', () => on('proposed', 'correct-record'), 'Which entry was wrong'],
  ['duty', () => on('endangered'), 'nobody has acknowledged it yet'],
  ['duty', () => on('endangered', 'acknowledge-danger'), 'you, by name'],
];

describe('every page of a case', () => {
  it.each(opened)(
    'opens for %s without a fault, wide and narrow, and without scripts (%#)',
    async (who, url, words) => {
      const plain = await plainAs(who);
      const answer = await plain.open(url());
      expect([answer.statusCode, url(), plain.html.includes(words) || plain.html]).toEqual([
        200,
        url(),
        true,
      ]);
      await site.shot(plain, url(), `${who}-${url().replaceAll(/\/|[0-9a-f-]{36}/g, '_')}`);
    },
  );
});

const domains = [
  'sexual-health-and-harm',
  'absence-and-missing',
  'home-and-family',
  'emotional-and-physical-condition',
  'groups-gangs-and-crime',
  'technology',
  'alcohol-and-drugs',
  'unexplained-gifts-and-money',
  'trust-in-adults',
];

describe('without scripts', () => {
  it('the duty manager acknowledges danger, and what is left blank is asked for', async () => {
    const plain = await plainAs('duty');
    await plain.open(on('endangered', 'acknowledge-danger'));
    expect((await plain.send({ doing: ' ' })).body).toContain('Enter what you are doing');
    expect((await plain.send({ doing: 'Officers are on the way.' })).headers.location).toBe(on('endangered'));
    await plain.open(on('endangered'));
    expect(plain.html).toContain('a named person acknowledged it');
  });

  it('a worker corrects what was written: the wrong entry stays, marked, with its replacement', async () => {
    const plain = await plainAs('worker');
    await plain.open(on('proposed'));
    const entries = [
      ...plain.html.matchAll(/correct-record\?entry=([0-9a-f-]{36})">Correct this<[^>]+> entry: The child/g),
    ];
    await plain.open(`${on('proposed', 'correct-record')}?entry=${entries[0]?.[1]}`);
    await plain.send({ 'corrected-words': 'I just want it to stop now.', reason: 'A word was left out' });
    await plain.open(on('proposed'));
    expect(plain.html).toContain('I just want it to stop now.');
    expect(plain.html).toContain('marked wrong, see its replacement');
  });

  it('a manager corrects how certain harm is, kind by kind; a worker is not asked', async () => {
    const assessment = async (who: string) => {
      const plain = await plainAs(who);
      await plain.open(on('proposed', 'correct-record'));
      const entry = /<option value="([0-9a-f-]{36})"[^>]*>Risk assessment/.exec(plain.html)?.[1];
      await plain.open(`${on('proposed', 'correct-record')}?entry=${entry}`);
      return plain;
    };
    expect((await assessment('worker')).html).not.toContain('How certain harm is');
    const manager = await assessment('manager');
    expect(manager.html).toContain('How certain harm is');
    const kind = /name="(harm-[a-z-]+)"/.exec(manager.html)?.[1] as string;
    const sent = await manager.send({ [kind]: 'none-known', reason: 'It was another child' });
    expect(sent.statusCode, manager.html).toBe(303);
    await manager.open(on('proposed'));
    expect(manager.html).toContain('none known');
  });

  it('a worker assesses risk: each thing left open is named with a link to its field, and nothing typed is lost', async () => {
    const plain = await plainAs('worker');
    await plain.open(on('assessing', 'assess-risk'));
    const levels = Object.fromEntries(domains.map((code) => [`level-${code}`, '0']));
    const { 'level-technology': _, ...most } = levels;
    const judged = {
      'harm-online-certainty': 'none-known',
      'harm-online-basis': 'Nothing known so far',
      learningDisability: 'no',
      childView: 'Wants to be left alone by him.',
      analysis: 'One message, answered by nobody.',
      proposed: 'none',
      reasons: 'Nothing beyond one message.',
    };
    await plain.send({ ...most, ...judged });
    expect(plain.html).toContain(
      '<a href="#level-technology">Select the level of concern for technology</a>',
    );
    expect(plain.html).toContain('Wants to be left alone by him.');
    await plain.send({ ...levels, ...judged, reasons: '' });
    expect(plain.html).toContain('<a href="#reasons">Enter the reasons for the grade</a>');
    const sent = await plain.send({ ...levels, ...judged });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, on('assessing')]);
  });

  it('triage finds a child by a name that is sent, and never stands in an address', async () => {
    const plain = await plainAs('triage');
    await plain.open('/children');
    expect(plain.html).not.toContain('method="get"');
    const answer = await plain.send({ name: 'hazel invented' });
    expect([answer.statusCode, plain.html.includes('Hazel Invented')]).toEqual([200, true]);
    expect(plain.html).not.toContain('Robin Synthetic');
    await plain.send({ name: 'nobody of that name' });
    expect(plain.html).toContain('No child on the books fits');
  });

  it('a manager restricts a case to those named and lifts it; a connection declared closes it to that worker', async () => {
    const [manager, worker, triage] = await Promise.all([
      plainAs('manager'),
      plainAs('worker'),
      plainAs('triage'),
    ]);
    const opens = async (who: PlainBrowser) => (await who.open(on('assessing'))).statusCode;
    expect(await opens(triage)).toBe(200);
    await manager.open(on('assessing', 'restrict'));
    await manager.send({ reason: 'A relative works here.', readers: [api.ids.worker] });
    expect(await opens(manager)).toBe(200);
    expect(manager.html).toContain('govuk-tag--red');
    expect(await Promise.all([opens(worker), opens(triage)])).toEqual([200, 404]);
    await lookAtForm(site, manager, on('assessing', 'lift-restriction'), 'lift-restriction');
    expect(manager.html).toContain('Who reads it');
    await manager.send({ reason: 'The relative has left.' });
    expect(await opens(triage)).toBe(200);

    await worker.open(on('assessing', 'declare-connection'));
    const declared = await worker.send({ reason: 'The child’s aunt is my neighbour.' });
    expect([declared.headers.location, await opens(worker)]).toEqual(['/', 404]);
    await lookAtForm(site, manager, on('assessing', 'withdraw-connection'), 'withdraw-connection');
    await manager.send({ userId: api.ids.worker, reason: 'Another family of that name.' });
    expect(await opens(worker)).toBe(200);
  });
});
