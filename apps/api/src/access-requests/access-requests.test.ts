import { anAction, aReferral, aTriage } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aGuardedCase, type GuardedCase, type Known } from '../testing/guarded-cases.js';
import { giverOf } from '../testing/guarded-world.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let people: { [key: string]: string };
let open: GuardedCase;
let hidden: GuardedCase;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  people = api.founded.people as Known;
  const { give, look } = giverOf(api, api.founded);
  open = await aGuardedCase(give, people, { mark: 'own', worker: 'worker', look });
  hidden = await aGuardedCase(give, people, { mark: 'hidden', worker: 'worker', look });
  const restriction = { reason: 'A made-up relative works here', readers: [people.senior] };
  await api.give('manager', 'child-cases/restrict', restriction, hidden.childCase);
}, 120_000);
afterAll(() => api.close());

interface Item {
  id: string;
  kind: string;
  text: string | null;
  agencyId: string | null;
  decided: { decision: string } | null;
}

const asked = (more: object) => ({
  requester: { kind: 'parent', name: 'Pat Example' },
  receivedOn: '2026-11-01',
  scope: 'Everything that is held',
  sendTo: 'By hand, at the office',
  ...more,
});
const give = (verb: string, id: string, body: object = {}, who = 'governance') =>
  api.give(who, `access-requests/${verb}`, body, id);
const ask = (who: string, path: string) => api.ask(who, 'GET', `/api/v1/${path}`);

async function bundle(id: string, who = 'governance'): Promise<Item[]> {
  const answer = await ask(who, `access-requests/${id}/bundle?limit=100`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().items;
}

/** A request whose bundle is gathered. */
async function gathered(more: object): Promise<string> {
  const { id } = await api.give('governance', 'access-requests/record-request', asked(more));
  await give('confirm-identity', id, { how: 'document-seen' });
  await give('gather-bundle', id);
  return id;
}

const release = (items: Item[]) => ({ items: items.map(({ id }) => ({ id, decision: 'release' })) });

/** Leads a request to its letter, releasing everything, and gives its text. */
async function answered(id: string, who = 'governance', second = 'caldicott'): Promise<string> {
  const items = await bundle(id, who);
  if (items.length > 0) await give('decide-items', id, release(items), who);
  await give('approve-response', id, {}, second);
  await give('issue-response', id, {}, who);
  const letter = await ask(who, `access-requests/${id}/response?format=html`);
  expect(letter.statusCode, letter.body).toBe(200);
  return letter.body;
}

describe('the bundle of a request for access', () => {
  it('holds what was written about the child, with who wrote it, and nothing that information governance may not read', async () => {
    const id = await gathered({ childId: open.child });
    const items = await bundle(id);
    const text = items.map((one) => one.text).join('\n');
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'referral',
        'triage',
        'strategy-discussion',
        'view',
        'assessment',
        'action',
        'episode',
      ]),
    );
    for (const place of ['referral', 'triage', 'view', 'analysis', 'safety-action', 'safety', 'episode'])
      expect(text).toContain(`zq-own-${place}`);
    expect(text).not.toContain('zq-own-disruption');
    expect(text).not.toContain('zq-hidden');
    expect(items.filter(({ agencyId }) => agencyId === null).length).toBeLessThan(items.length);
  });

  it('keeps references and digests: no word of an item is on the request', async () => {
    const id = await gathered({ childId: open.child });
    const view = await ask('governance', `access-requests/${id}`);
    const history = await ask('governance', `history/${id}`);
    expect(view.body + history.body).not.toContain('zq-own');
  });
});

describe('an answer', () => {
  it('gives what is released, blacks out what is marked, and says by exemption what is kept back', async () => {
    const id = await gathered({ childId: open.child });
    const items = await bundle(id);
    const [first, second, third] = items as [Item, Item, Item];
    const from = (first.text ?? '').indexOf('zq-own');
    const decisions = [
      { id: first.id, decision: 'redact', exemption: 'third-party', spans: [{ from, to: from + 6 }] },
      { id: second.id, decision: 'withhold', exemption: 'crime' },
      { id: third.id, decision: 'withhold', exemption: 'child-abuse', unsaid: true },
      ...release(items.slice(3)).items,
    ];
    await give('decide-items', id, { items: decisions });
    const early = await ask('governance', `access-requests/${id}/response`);
    expect([early.statusCode, early.json().code]).toEqual([409, 'NO_ANSWER']);
    await give('approve-response', id, {}, 'caldicott');
    const draft = await ask('governance', `access-requests/${id}/response?format=html`);
    expect(draft.body).toContain('Draft, not issued');
    await give('issue-response', id);
    const letter = await ask('governance', `access-requests/${id}/response?format=html`);
    expect(letter.body).toContain('[redacted]');
    expect(letter.body).toContain('Data Protection Act 2018, Schedule 2, Part 1, paragraph 2');
    expect(letter.body).not.toContain('Schedule 3, paragraph 21');
    expect(letter.body).toContain('We keep back 1,');
    for (const kept of [second, third])
      for (const word of (kept.text ?? '').match(/zq-own-[a-z-]+/g) ?? [])
        expect(letter.body).not.toContain(word);
    const view = (await ask('governance', `access-requests/${id}`)).json();
    expect(letter.headers.etag).toBe(`"${view.issued.digest}"`);
    expect(view.issued).toMatchObject({ redacted: 1, withheld: 2, released: items.length - 3 });
    const pdf = await ask('caldicott', `access-requests/${id}/response`);
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('is not issued where an item changed since it was decided on', async () => {
    const id = await gathered({ childId: open.child });
    await give('decide-items', id, release(await bundle(id)));
    await give('approve-response', id, {}, 'caldicott');
    await api.give(
      'manager',
      'child-cases/restrict',
      { reason: 'Made up', readers: [people.senior] },
      open.childCase,
    );
    const version = await api.versionOf(id);
    const refused = await api.ask(
      'governance',
      'POST',
      `/api/v1/access-requests/${id}/issue-response`,
      {},
      {
        'idempotency-key': uuidv7(),
        'if-match': `"${version}"`,
      },
    );
    expect([refused.statusCode, refused.json().errors?.[0]?.code]).toEqual([409, 'changed']);
    await api.give('manager', 'child-cases/lift-restriction', { reason: 'Made up' }, open.childCase);
    await give('issue-response', id);
  });

  it('is a letter with reasons where the request is refused as manifestly unfounded', async () => {
    const { id } = await api.give(
      'governance',
      'access-requests/record-request',
      asked({ childId: open.child }),
    );
    await give(
      'refuse-request',
      id,
      { ground: 'manifestly-unfounded', reasons: 'Made-up reasons' },
      'caldicott',
    );
    const letter = await ask('governance', `access-requests/${id}/response?format=html`);
    expect(letter.body).toContain('We refuse this request as manifestly unfounded');
    expect(letter.body).toContain('Made-up reasons');
  });
});

describe('somebody of whom nothing may be confirmed', () => {
  /** A letter without what differs from letter to letter: ids, digests, times and the name that was asked for. */
  const bare = (letter: string) =>
    letter
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .replaceAll(/[0-9a-f]{64}|sha256( [0-9a-f]{4}){4}/g, 'DIGEST')
      .replaceAll(/ at \d\d:\d\d/g, '')
      .replaceAll(/Zqhidden Synthetic|Robin Nobody/g, 'NAME');

  const unknown = { name: 'Robin Nobody', birthDate: '2012-05-06' };
  const restricted = { name: 'Zqhidden Synthetic', birthDate: '2012-05-06' };

  it('gets the letter of somebody of whom nothing is held, and nothing tells information governance more', async () => {
    const [one, two] = [await gathered({ sought: restricted }), await gathered({ sought: unknown })];
    const seen = async (id: string, who: string) => {
      const paths = [`access-requests/${id}`, `access-requests/${id}/bundle`, `history/${id}`];
      const answers = await Promise.all(paths.map((path) => ask(who, path)));
      const plain = answers.map(({ statusCode, body }) => `${statusCode} ${body}`).join('\n');
      return bare(plain).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT');
    };
    for (const who of ['governance', 'caldicott', 'auditor'])
      expect([who, await seen(one, who)]).toEqual([who, await seen(two, who)]);
    for (const who of ['governance', 'auditor', 'manager-south']) {
      const list = await ask(who, 'access-requests?limit=100');
      expect([who, list.body.includes(hidden.child) || list.body.includes(hidden.childCase)]).toEqual([
        who,
        false,
      ]);
      const work = await ask(who, 'work-queue?limit=100');
      expect([who, work.body.includes(hidden.child)]).toEqual([who, false]);
    }
    expect(bare(await answered(one))).toBe(bare(await answered(two)));
  });

  it('is decided on by those whom the restriction names, who find it in their list and answer apart', async () => {
    const id = await gathered({ sought: restricted });
    const parts = (await ask('senior', 'access-requests?limit=100')).json().items as {
      id: string;
      childId: string;
      state: string;
    }[];
    const part = parts.find((one) => one.childId === hidden.child && one.state === 'inProgress')
      ?.id as string;
    expect(part).toBeDefined();
    const work = await ask('manager', 'work-queue?limit=100');
    expect(work.body).toContain(part);
    for (const who of ['governance', 'auditor', 'chair'])
      for (const path of ['', '/bundle', '/response'])
        expect([who, path, (await ask(who, `access-requests/${part}${path}`)).statusCode]).toEqual([
          who,
          path,
          404,
        ]);
    await give('gather-bundle', part, {}, 'manager');
    const text = (await bundle(part, 'manager')).map((one) => one.text).join('\n');
    for (const place of ['referral', 'view', 'disruption', 'episode'])
      expect(text).toContain(`zq-hidden-${place}`);
    const letter = await answered(part, 'manager', 'senior');
    expect(letter).toContain('zq-hidden-referral');
    await give('withdraw-request', id, { reason: 'Made up' });
  });

  it('gets no letter from a part that gives nothing', async () => {
    await gathered({ sought: restricted });
    const { items } = (await ask('senior', 'access-requests?limit=100')).json();
    const part = items.find(
      (one: { state: string; part: boolean }) => one.part && one.state === 'inProgress',
    ).id;
    await give('gather-bundle', part, {}, 'manager');
    const withheld = (await bundle(part, 'manager')).map(({ id }) => ({
      id,
      decision: 'withhold',
      exemption: 'crime',
      unsaid: true,
    }));
    await give('decide-items', part, { items: withheld }, 'manager');
    await give('approve-response', part, {}, 'senior');
    await give('issue-response', part, {}, 'manager');
    const letter = await ask('manager', `access-requests/${part}/response`);
    expect([letter.statusCode, letter.json().code]).toEqual([409, 'NO_LETTER']);
  });
});

describe('what information governance does not read of an open case', () => {
  it('is decided on by the manager of its team', async () => {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    await api.give(
      'triage',
      'child-cases/decide-triage',
      aTriage('risk-assessment', { teamId: 'north' }),
      id,
    );
    const owner = people.intelligence as string;
    const action = { ...anAction(id, owner, { part: 'disruption' }), what: 'zq-open-disruption' };
    await api.give('manager', 'plan-actions/add-action', action);
    const { childId } = (await api.view('manager', 'child-cases', id)) as unknown as { childId: string };
    const request = await gathered({ childId });
    expect((await bundle(request)).map(({ text }) => text).join()).not.toContain('zq-open-disruption');
    const mine = (await ask('manager', 'access-requests?limit=100')).json().items;
    const part = mine.find((one: { childId: string }) => one.childId === childId).id;
    await give('gather-bundle', part, {}, 'manager');
    const items = await bundle(part, 'manager');
    expect(items.map(({ text }) => text).join()).toContain('zq-open-disruption');
    expect(items.every(({ kind }) => kind !== 'referral')).toBe(true);
  });
});

describe('an agency that is asked', () => {
  it('finds it in its list, sees what it wrote as far as it still reads it, and answers', async () => {
    const id = await gathered({ childId: open.child });
    const { council } = api.founded.agencies;
    const question = {
      requestId: id,
      agencyId: council,
      contactId: people.manager,
      question: 'What speaks against it?',
    };
    const { id: consultation } = await api.give('governance', 'access-consultations/ask-agency', question);
    expect((await ask('manager', 'work-queue?limit=100')).body).toContain(consultation);
    const view = (await ask('manager', `access-consultations/${consultation}`)).json();
    expect(view.of.length).toBeGreaterThan(3);
    expect(JSON.stringify(view.of)).toContain('zq-own-handover');
    expect((await ask('worker', `access-consultations/${consultation}`)).statusCode).toBe(404);
    expect((await ask('manager', `access-requests/${id}`)).statusCode).toBe(404);
    const answer = { answer: 'object-to-some', words: 'Names of neighbours' };
    await api.give('manager', 'access-consultations/answer-consultation', answer, consultation);
    const seen = (await ask('governance', `access-requests/${id}`)).json();
    expect(seen.consultations).toMatchObject([{ answered: { answer: 'object-to-some' } }]);
    expect(seen.asked).toBe(0);
  });
});
