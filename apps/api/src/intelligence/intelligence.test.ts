import { findUnsanitised, reading, readingOf } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import type { UserStanding } from '@mase/workflow';
import { aDissemination, aGrading, anIntelligenceReport, aReferral, aTriage } from '@mase/workflow/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from '../app.js';
import { description } from '../testing/described.js';
import { matchNow } from '../testing/intelligence-steps.js';
import { readerProfiles } from '../testing/reader-profiles.js';
import { requestOf } from '../testing/request-of.js';
import { type TestApi, testApi } from '../testing/test-api.js';

/** Stands in every field that the desk alone may read. */
const canary = 'zqunsanitised';
const plate = 'YX12 YYX';
const phone = '07700 900987';
const marked = (what: string) => `${what} ${canary} (made up)`;

const unsanitised = {
  seen: marked('Two children got into a car'),
  when: marked('On Saturday'),
  where: marked('Sample Street'),
  whoElseKnows: marked('An aunt'),
  fromChild: 'yes',
  identifiers: [
    { kind: 'vehicle', text: plate },
    { kind: 'phone', text: phone },
    { kind: 'nickname', text: canary },
    { kind: 'handle', text: `@${canary}`, platform: 'snapchat' },
    { kind: 'address', text: `12 ${canary} road, ZZ1 1ZZ` },
  ],
};
/** The phone whole: six digits alone stand in a digest now and then. */
const secrets = [canary, plate.replace(' ', ''), plate, '7700900987', '7700 900987'];
const holdsSecret = (text: string) => secrets.filter((one) => text.toLowerCase().includes(one.toLowerCase()));

let api: TestApi;
let app: FastifyInstance;
let caseId: string;
let report: string;
let rejected: string;
let views: string[];
const lines: string[] = [];
const owner = <T>(sql: string, values: unknown[] = []) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(sql, values)).rows as T[]);
const ask = (who: string, url: string) => api.ask(who, 'GET', `/api/v1/${url}`);

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  app = await buildApp({
    store: api.store,
    mode: 'demonstration',
    limits: 'off',
    log: { level: 'trace', stream: { write: (line) => lines.push(line) } },
  });
  await app.ready();
  caseId = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  const body = anIntelligenceReport({ ...unsanitised, couldShow: 'yes' });
  report = (await api.give('charity-worker', 'intelligence/submit-intelligence', body)).id;
  rejected = (
    await api.give(
      'referrer',
      'intelligence/submit-intelligence',
      anIntelligenceReport({ ...unsanitised, caseId }),
    )
  ).id;
  const desk = (verb: string, of: string, payload: object) =>
    api.give('intelligence', `intelligence/${verb}`, payload, of);
  await api.give('charity-worker', 'intelligence/add-to-report', { words: marked('It was grey') }, report);
  const grade = {
    handling: 'C',
    conditions: ['A1'],
    reasons: marked('Known to us'),
    conditionWords: 'Made up',
  };
  await desk('evaluate', report, aGrading('2027-02-01', grade));
  await desk('record-source-risk', report, {
    level: 'high',
    risk: marked('Few knew'),
    safeguard: marked('Wait'),
  });
  await desk('sanitise', report, {
    safety: 'A vehicle is of concern (made up)',
    disruption: marked('For police'),
  });
  await desk('disseminate', report, aDissemination(api.founded.agencies.health as string));
  await desk('refer-source', report, { reason: marked('The fourth') });
  await desk('reject', rejected, { reason: marked('Mistaken') });
  const { paths } = description as { paths: { [path: string]: { get?: object } } };
  views = Object.keys(paths).filter((path) => paths[path]?.get);
}, 120_000);
afterAll(async () => {
  await app.close();
  await api.close();
});

/** Every address that can be looked at, of both reports and the case, and with searches for what was submitted. */
function addresses(): string[] {
  const of = views
    .filter((path) => path.includes('{id}'))
    .flatMap((path) => [report, rejected, caseId].map((id) => path.replace('{id}', id)));
  const lists = views.filter((path) => !path.includes('{') && !path.includes('sign-in'));
  return [
    ...of,
    ...lists.map((path) => `${path}${path.endsWith('/me') ? '' : '?limit=100'}`),
    '/api/v1/sharing-ledger?from=2026-11-01&to=2026-11-30',
    ...[canary, phone, plate].map((name) => `/api/v1/children/search ${JSON.stringify({ name })}`),
  ];
}

describe('unsanitised text', () => {
  it.each(readerProfiles.filter(({ key }) => key !== 'intelligence'))(
    'is in no answer to $who, in no list, search, ledger, history or message',
    async ({ key }) => {
      const authorization = `Bearer ${await api.tokenOf(key)}`;
      let shown = 0;
      for (const address of addresses()) {
        const { method, url, payload } = requestOf(address);
        const answer = await app.inject({
          method,
          url,
          headers: { authorization },
          ...(payload ? { payload } : {}),
        });
        if (answer.statusCode === 200) shown += 1;
        expect([address, holdsSecret(answer.body)]).toEqual([address, []]);
      }
      expect(shown).toBeGreaterThan(3);
    },
    60_000,
  );

  it('is read by the desk, beside the grade', async () => {
    const seen = (await ask('intelligence', `intelligence/${report}`)).json();
    expect(JSON.stringify(seen.unsanitised)).toContain(canary);
    expect(seen).toMatchObject({ grade: { words: '1 B C (A1)' }, state: 'disseminated', submittedBefore: 0 });
  });

  it('stands in its own table alone: not in the standing, history, audit, outbox, lists or messages', async () => {
    const tables = [
      'record',
      'history',
      'audit',
      'outbox',
      'queue_row',
      'message',
      'clock',
      'case_reader',
      'pack',
    ];
    for (const table of tables) {
      const rows = await owner<{ text: string }>(`select row_to_json(t)::text as text from ${table} t`);
      const entries = rows.filter(({ text }) => {
        const noted = /intelligence\/(evaluate|record-source-risk|sanitise|refer-source|reject)/.test(text);
        return !(table === 'history' && noted) && holdsSecret(text).length > 0;
      });
      expect([table, entries.length]).toEqual([table, 0]);
    }
    const kept = await owner<{ kind: string }>('select kind from unsanitised_text order by at, id');
    expect(kept.map(({ kind }) => kind)).toEqual([
      'intelligence-report',
      'intelligence-report',
      'intelligence-addition',
    ]);
    const written = await owner<{ body: string }>(
      "select body from written where class in ('receipt', 'sharing', 'safety')",
    );
    expect(written.flatMap(({ body }) => holdsSecret(body))).toEqual([]);
  });

  it('is in no line of the log', () => {
    expect(lines.flatMap(holdsSecret)).toEqual([]);
  });

  it('is kept by the database itself from everybody who is not cleared, whatever the api asks', async () => {
    for (const { key } of readerProfiles) {
      const id = api.founded.people[key] as string;
      const [row] = await owner<{ standing: string }>('select standing from record where id = $1', [id]);
      const user = { ...(JSON.parse(row?.standing ?? '') as UserStanding), id };
      const as = readingOf(user, api.founded.partnershipId);
      const rows = await reading(api.store, as, (tx) =>
        findUnsanitised(tx, { kind: 'intelligence', id: report }),
      );
      expect([key, rows.length]).toEqual([key, key === 'intelligence' ? 2 : 0]);
    }
  });

  it('is found by tampering like everything else: history holds its digest', async () => {
    const [entry] = await owner<{ entry: string }>(
      "select entry from history where record_id = $1 and command = 'intelligence/submit-intelligence'",
      [report],
    );
    expect(entry?.entry).toContain('"digest"');
    expect(entry?.entry).toContain('"fields":[');
  });
});

describe('a report whose existence is closed', () => {
  it('is not there for anybody but the desk, whoever submitted it and whoever was given it', async () => {
    for (const { key } of readerProfiles) {
      const { statusCode } = await ask(key, `intelligence/${report}`);
      const knows = ['intelligence', 'charity-worker', 'member-health'].includes(key);
      expect([key, statusCode]).toEqual([key, knows ? 200 : 404]);
      const { items } = (await ask(key, 'intelligence')).json();
      expect([key, items.some((one: { id: string }) => one.id === report)]).toEqual([key, knows]);
    }
  });

  it('is not told of where it is asked who looked at a child whom it names', async () => {
    await ask('intelligence', `intelligence/${rejected}`);
    const [named] = await owner<{ child: string }>('select parent_id as child from record where id = $1', [
      caseId,
    ]);
    for (const who of ['governance', 'auditor', 'caldicott']) {
      const answer = await ask(who, `children/${named?.child}/looks?limit=100`);
      const told = [report, rejected].filter((id) => answer.body.includes(id));
      expect([who, answer.statusCode, told]).toEqual([who, 200, []]);
    }
  });

  it('shows the submitter that it arrived and what became of it, and a recipient the part that was given', async () => {
    const submitter = (await ask('charity-worker', `intelligence/${report}`)).json();
    expect(submitter).toMatchObject({
      progress: 'in-use',
      desk: null,
      grade: null,
      state: null,
      mine: true,
      written: [],
    });
    const recipient = (await ask('member-health', `intelligence/${report}`)).json();
    expect(recipient).toMatchObject({ grade: { words: '1 B C (A1)' }, submittedAt: null, mine: false });
    expect(recipient.names).not.toHaveProperty(api.founded.people['charity-worker'] as string);
    expect(recipient.written.map((row: { class: string }) => row.class).sort()).toEqual([
      'safety',
      'sharing',
    ]);
    const ended = (await ask('referrer', `intelligence/${rejected}`)).json();
    expect(ended).toMatchObject({ progress: 'ended', written: [] });
  });

  it('is a line of the sharing ledger for whoever gave it and whoever has it, and what was fed back says how long it took', async () => {
    api.time.now = '2026-11-04T09:00:00.000Z';
    await api.give('intelligence', 'intelligence/tell-submitter', { words: 'Thank you (made up)' }, report);
    const days = 'sharing-ledger?from=2026-11-01&to=2026-11-30';
    const whats = async (who: string) =>
      (await ask(who, days))
        .json()
        .items.map((one: { what: string }) => one.what)
        .sort();
    expect(await whats('intelligence')).toEqual(['intelligence-fed-back', 'intelligence-given']);
    expect(await whats('member-health')).toEqual(['intelligence-given']);
    expect(await whats('charity-worker')).toEqual(['intelligence-fed-back']);
    expect(await whats('auditor')).toEqual([]);
    const { items } = (await ask('charity-worker', days)).json();
    expect(items[0]).toMatchObject({ hours: 48, agencies: [{ id: api.founded.agencies.charity }] });
  });
});

describe('a match of identifiers', () => {
  const looks = ['intelligence', 'identifier-matches', 'work-queue', 'messages', 'child-cases', 'children'];
  const seenBy = async (who: string) =>
    Promise.all(looks.map(async (url) => (await ask(who, `${url}?limit=100`)).body));

  it('with a record of closed existence changes nothing for whoever brought the identifier, and is told to those named there', async () => {
    await matchNow(api);
    const { senior } = api.founded.people;
    await api.give(
      'triage',
      'child-cases/decide-triage',
      aTriage('risk-assessment', { teamId: 'north' }),
      caseId,
    );
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers: [senior] }, caseId);
    await owner(
      `insert into search_term (partnership_id, kind, term, record_kind, record_id, sought)
        values ($1, 'phone', '+447700900555', 'childCase', $2, true)`,
      [api.founded.partnershipId, caseId],
    );
    const body = anIntelligenceReport({
      identifiers: [{ kind: 'phone', text: '07700 900555' }],
      childInDanger: true,
    });
    await api.give('charity-worker', 'intelligence/submit-intelligence', body);
    const quiet = ['charity-worker', 'intelligence', 'auditor', 'worker', 'manager-south', 'member-police'];
    const before = await Promise.all(quiet.map(seenBy));
    expect(await matchNow(api)).toBe(1);
    expect(await Promise.all(quiet.map(seenBy))).toEqual(before);
    const { items } = (await ask('senior', 'identifier-matches')).json();
    expect(items).toMatchObject([
      { identifier: 'phone', fit: 'same', danger: true, own: { id: caseId }, other: null },
    ]);
    expect((await ask('duty', 'identifier-matches')).json().items).toMatchObject([
      { own: null, other: null },
    ]);
    expect((await ask('senior', 'work-queue')).body).toContain('identifier-match');
  });

  it('between two reports is the desk’s, once, however often it is looked for', async () => {
    const body = anIntelligenceReport({ identifiers: [{ kind: 'vehicle', text: 'YXI2 YYX' }] });
    const id = (await api.give('worker', 'intelligence/submit-intelligence', body)).id;
    const count = async () => (await ask('intelligence', 'identifier-matches?limit=100')).json().items.length;
    const before = await count();
    await matchNow(api);
    const found = await count();
    expect(found).toBe(before + 2);
    await owner('update search_term set sought = false where record_id = $1', [id]);
    await matchNow(api);
    expect(await count()).toBe(found);
    expect((await ask('worker', 'identifier-matches')).json().items).toEqual([]);
  });
});
