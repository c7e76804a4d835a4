import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addReview,
  asOperatorClient,
  emptyCount,
  examine,
  ledgerFiles,
  makeSealingKey,
  publicKeysIn,
  reading,
  Sealer,
  verifyAudit,
  verifyHistory,
  verifyLedger,
  workOutMembers,
} from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { topicAndVerb } from '@mase/workflow';
import { aSittingOn } from '@mase/workflow/testing';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { intake, plan } from '../testing/case-steps.js';
import { closing } from '../testing/closing-steps.js';
import { faultsBesidesTests } from '../testing/faults-of-doctor.js';
import type { Along, JourneyStep } from '../testing/journey-step.js';
import { panel } from '../testing/panel-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { columnsWith, dumped } from './testing/what-is-left.js';

const canary = 'Zkanarie';
const folder = mkdtempSync(join(tmpdir(), 'mase-disposal-'));
let api: TestApi;
let along: Along;
let sealer: Sealer;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-08-03T09:00:00.000Z');
  along = { people: api.founded.people, agencies: api.founded.agencies, known: {} };
  makeSealingKey(folder);
  sealer = new Sealer({ url: api.database.connections.sealer, folder, clock: () => api.time.now });
});
afterAll(async () => {
  await sealer.stop();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A body with a canary in every text that a person types: names, words, places; codes, ids and dates stay. */
function marked(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return /\s|^[A-Z][a-z]{2,}$/.test(value) ? `${value} ${mark}` : value;
  if (Array.isArray(value)) return value.map((one) => marked(one, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, mark)]));
}

/** What names fixed days is left out, as they have passed once a wait is over; so is what the next sitting has to minute. */
const left = /extend-clock|defer-listing|suspen|resume|take-chairs-action|amend-minutes/;

/** A panel and its sittings that heard of no child outlive the case: nothing of a child is written in them. */
const isOfPanel = ({ on, as = '' }: JourneyStep): boolean =>
  /^(panel|closedPanel|themed|themeItem|cancelled)$/.test(on ?? as);

async function go(steps: readonly JourneyStep[], along: Along, mark = canary): Promise<void> {
  for (const step of steps.filter(({ command }) => !left.test(command))) {
    const { topic, verb } = topicAndVerb(step.command);
    const id = topic.commands[verb]?.creates ? undefined : (along.known[step.on as string] as string);
    const body = isOfPanel(step) ? step.body(along) : marked(step.body(along), mark);
    const given = await api.give(step.who, step.command, body as object, id);
    if (step.as) along.known[step.as] = given.id as string;
    await step.keep?.(along, given as never, api);
  }
}

async function faults(): Promise<string[]> {
  await sealer.look();
  const pem = readFileSync(join(folder, ledgerFiles.publicKey), 'utf8');
  const proof = { checkpoints: join(folder, ledgerFiles.checkpoints), keys: publicKeysIn(pem) };
  return openOwner(api.database.connections.owner, async (client) => {
    await client.query('begin isolation level repeatable read');
    const counted = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
    const ledger = await Array.fromAsync(verifyLedger(client, proof, emptyCount()));
    const history = await Array.fromAsync(verifyHistory(client, counted));
    const audit = await Array.fromAsync(verifyAudit(client, counted));
    expect(counted.entries).toBeGreaterThan(30);
    return [
      ...ledger.map((one) => `${one.code} ${one.reason}`),
      ...history.map((one) => `${one.code} ${one.reason}`),
      ...audit.map((one) => one.reason),
    ];
  });
}

const propose = (id: string, kind = 'childCase', basis = 'court-order') =>
  api.give('governance', 'disposals/propose-disposal', { record: { kind, id }, basis });

/** Two people and the wait; the id of the disposal. */
async function disposed(id: string, kind = 'childCase', basis = 'court-order'): Promise<string> {
  const { id: disposal } = await propose(id, kind, basis);
  await api.give('caldicott', 'disposals/approve-disposal', {}, disposal);
  api.time.now = new Date(Date.parse(api.time.now) + 15 * 86_400_000).toISOString();
  await api.give('governance', 'disposals/carry-out', {}, disposal);
  return disposal as string;
}

/** A case and then the child whose only case it was, each by a court's order; the ids of both disposals. */
async function bothDisposed(id: string): Promise<[string, string]> {
  const child = await childOf(id);
  return [await disposed(id), await disposed(child, 'child')];
}

/** Somebody opens the case in an emergency, and it is reviewed; information governance looks into a family of that name. */
async function lookedInto(id: string): Promise<void> {
  const { reference } = await api.view('governance', 'child-cases', id);
  const asked = { reference, reason: `At the door of ${canary}` };
  const { id: glass } = await api.give('manager-south', 'break-glass/open-record', asked);
  expect((await api.ask('manager-south', 'GET', `/api/v1/child-cases/${id}`)).statusCode).toBe(200);
  const review = { finding: 'justified', words: `${canary} was in danger` };
  await api.give('caldicott', 'break-glass/decide-review', review, glass as string);
  const { governance, worker } = api.founded.people as { [name: string]: string };
  const who = {
    partnershipId: api.founded.partnershipId,
    userId: governance as string,
    principals: ['role:information-governance'],
  };
  const persons = [await childOf(id)];
  const line = {
    line: `sameSurname:${worker}:${canary.toLowerCase()}`,
    seenUntil: api.time.now,
    decision: 'explained' as const,
    words: `The family ${canary} is known`,
    persons,
  };
  await reading(api.store, who, (tx) => addReview(tx, who, line, api.time.now));
}

describe('the disposal of a case and its child', () => {
  it('leaves no word of it in any table, in a backup made afterwards or in any file, and everything still verifies', async () => {
    await go([...intake, ...plan, ...panel.slice(0, -2), ...closing], along);
    const id = along.known.case as string;
    const draft = { fields: { words: `${canary} in a draft` } };
    const saved = await api.ask('manager', 'PUT', `/api/v1/drafts/child-cases.relist/${id}`, draft);
    expect(saved.statusCode, saved.body).toBeLessThan(300);
    const hold = await api.give('governance', 'legal-holds/place-hold', {
      scope: 'person',
      childId: along.known.child ?? (await childOf(id)),
      reason: 'litigation',
      reviewBy: '2027-06-01',
      words: `A claim about ${canary}`,
    });
    await api.give(
      'caldicott',
      'legal-holds/lift-hold',
      { words: `Settled for ${canary}` },
      hold.id as string,
    );
    const first = await propose(id);
    await api.give('caldicott', 'disposals/refuse-disposal', { reason: `Not yet, says ${canary}` }, first.id);
    await lookedInto(id);
    const before = await columnsWith(canary, api.database.connections.owner);
    expect(before).toEqual(
      expect.arrayContaining([
        'draft.body',
        'history.entry',
        'looking_review.line',
        'record.standing',
        'record.title',
        'search_term.term',
        'written.body',
      ]),
    );
    expect(await dumped(api.database.connections.backup)).toContain(canary);
    expect(await faults()).toEqual([]);
    const ids = Object.values(along.known);

    const [disposal, ofChild] = await bothDisposed(id);

    expect(await columnsWith(canary, api.database.connections.owner)).toEqual([]);
    expect((await dumped(api.database.connections.backup)).toLowerCase()).not.toContain(canary.toLowerCase());
    expect(await faults()).toEqual([]);
    const html = await api.ask('auditor', 'GET', `/api/v1/disposals/${disposal}/certificate?format=html`);
    expect([html.statusCode, html.body.includes(canary), html.body.includes('Entries of history')]).toEqual([
      200,
      false,
      true,
    ]);
    const pdf = await api.ask('auditor', 'GET', `/api/v1/disposals/${disposal}/certificate`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(await api.view('auditor', 'disposals', disposal)).toMatchObject({
      state: 'carriedOut',
      about: null,
      certificate: { said: { records: { childCase: 1, sitting: 1, breakGlass: 1 } } },
    });
    expect(await api.view('auditor', 'disposals', ofChild)).toMatchObject({
      certificate: { said: { records: { child: 1 }, rows: { looking_review: 1 } } },
    });
    expect(ids.length).toBeGreaterThan(4);
  });

  it('leaves a record that answers like one that never was', async () => {
    for (const [topic, name] of [
      ['child-cases', 'case'],
      ['sittings', 'sitting'],
      ['agenda-items', 'item'],
    ] as const)
      for (const who of ['governance', 'auditor', 'manager', 'senior', 'coordinator']) {
        const gone = await api.ask(who, 'GET', `/api/v1/${topic}/${along.known[name]}`);
        const never = await api.ask(who, 'GET', `/api/v1/${topic}/${uuidv7()}`);
        const { instance: _one, ...problem } = gone.json();
        const { instance: _other, ...expected } = never.json();
        expect([topic, who, problem]).toEqual([topic, who, expected]);
      }
    const { owner } = api.database.connections;
    expect(await workOutMembers(owner, { force: true })).toMatchObject({ readers: 0, queue: 0 });
    expect(await faults()).toEqual([]);
    const findings = await asOperatorClient(owner, 'doctor', examine);
    expect(faultsBesidesTests(findings)).toEqual([]);
  });
});

describe('a sitting that concerns two children', () => {
  it('keeps what it holds until the record of the last of them is disposed of', async () => {
    const [one, other] = ['Zkanareins', 'Zkanarezwei'].map((mark) => ({
      mark,
      along: { ...along, known: {} } as Along,
    })) as [Case, Case];
    for (const { mark, along: own } of [one, other]) await go([...intake, ...plan], own, mark);
    const sitting = (await api.give('coordinator', 'sittings/schedule-sitting', meeting())).id as string;
    await api.give('coordinator', 'sittings/open-agenda', {}, sitting);
    for (const { mark, along: own } of [one, other]) {
      const item = {
        caseId: own.known.case,
        section: 'child-review',
        asked: `What helps ${mark}?`,
        minutes: 10,
      };
      await api.give('coordinator', 'sittings/add-item', item, sitting);
    }
    await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'Snow' }, sitting);
    for (const { mark, along: own } of [one, other]) await go(closing, own, mark);

    await bothDisposed(one.along.known.case as string);
    expect(await columnsWith(one.mark, api.database.connections.owner)).toEqual(['history.entry']);
    expect(await columnsWith(other.mark, api.database.connections.owner)).toContain('record.title');
    expect((await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting}`)).statusCode).toBe(200);

    await openOwner(api.database.connections.owner, (client) => client.query('analyze record'));
    await bothDisposed(other.along.known.case as string);
    expect([
      ...(await columnsWith(one.mark, api.database.connections.owner)),
      ...(await columnsWith(other.mark, api.database.connections.owner)),
    ]).toEqual([]);
    expect((await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting}`)).statusCode).toBe(404);
    expect(await faults()).toEqual([]);
  });
});

describe('the review of what is due', () => {
  it('lists a closed case with why this date once its longest rule is over, and not before; nobody else sees the list', async () => {
    const own: Along = { ...along, known: {} };
    await go([...intake, ...plan, ...closing], own, 'made up');
    const id = own.known.case as string;
    const due = async (who: string) => api.ask(who, 'GET', '/api/v1/disposals/due-for-review?limit=1');
    const lines = async () => (await due('governance')).json().items as { id: string; why: object[] }[];
    expect(await lines()).toEqual([]);
    expect((await due('manager')).statusCode).toBe(403);
    const present = api.time.now;
    api.time.now = present.replace('2026', '2110').replace('2027', '2110');
    const [line] = await lines();
    expect(line).toMatchObject({
      id,
      rule: expect.any(String),
      why: expect.arrayContaining([expect.objectContaining({ decides: true })]),
    });
    const asked = { record: { kind: 'childCase', id }, basis: 'period-over' };
    const { id: disposal } = await api.give('governance', 'disposals/propose-disposal', asked);
    expect(await api.view('auditor', 'disposals', disposal as string)).toMatchObject({
      about: { id },
      rule: (line as unknown as { rule: string }).rule,
    });
    api.time.now = present;
  });
});

describe('the database alone', () => {
  it('destroys nothing before two people have decided and the wait is over, whoever asks', async () => {
    const own: Along = { ...along, known: {} };
    await go([...intake, ...plan, ...closing], own, 'made up');
    const { id } = await propose(own.known.case as string);
    const attempt = (purpose: string, sql: string) => asGovernance(purpose, sql, id as string);
    expect(await attempt('change', 'select * from begin_disposal($1, array[]::uuid[], false)')).toBe('42501');
    await api.give('caldicott', 'disposals/approve-disposal', {}, id);
    expect(await attempt('change', 'select * from begin_disposal($1, array[]::uuid[], false)')).toBe('42501');
    expect(await attempt('change', 'select finish_disposal($1)')).toBe('42501');
    const line = (
      user: string,
    ) => `insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
      select partnership_id, gen_random_uuid(), at, ${user}, 'disposals/carry-out', $1, entry, salt, leaf from audit
        where user_id = app_user() and entry is not null limit 1`;
    expect(await attempt('change', line('app_user()'))).toBe('done');
    expect(await attempt('change', line(`'${api.founded.people.caldicott}'`))).toBe('42501');
    expect(await attempt('change', 'delete from written where record_id = $1')).toBe('42501');
    expect(await attempt('change', 'update history set entry = null where record_id = $1')).toBe('42501');
    api.time.now = new Date(Date.parse(api.time.now) + 15 * 86_400_000).toISOString();
    expect(await attempt('read', 'select * from begin_disposal($1, array[]::uuid[], false)')).toBe('42501');
    expect(await attempt('change', 'select * from begin_disposal($1, array[]::uuid[], false)')).toBe('done');
    await api.give('governance', 'legal-holds/place-hold', {
      scope: 'team',
      teamId: 'elsewhere',
      reason: 'litigation',
      reviewBy: '2027-10-01',
      words: 'A made-up claim',
    });
    expect(await attempt('change', 'select * from begin_disposal($1, array[]::uuid[], false)')).toBe('40001');
  });
});

describe('the disposal of the last case of a child', () => {
  it('takes the child once the time of both is over, and not before', async () => {
    const own: Along = { ...along, known: {} };
    await go([...intake, ...plan, ...closing], own, 'Zkanaletzt');
    const id = own.known.case as string;
    const present = api.time.now;
    api.time.now = `21${present.slice(2)}`;
    const disposal = await disposed(id, 'childCase', 'period-over');
    expect(await columnsWith('Zkanaletzt', api.database.connections.owner)).toEqual([]);
    expect(await api.view('auditor', 'disposals', disposal)).toMatchObject({
      certificate: { said: { records: { childCase: 1, child: 1 } } },
    });
    expect(await faults()).toEqual([]);
  });
});

/** The database's answer to information governance, who asks it directly: `done`, or why not. All is rolled back. */
async function asGovernance(purpose: string, sql: string, id: string): Promise<string> {
  const client = new pg.Client({ connectionString: api.database.connections.app });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.partnership', $1, true), set_config('app.user', $2, true), set_config('app.principals', $3, true),
        set_config('app.purpose', $4, true), set_config('app.now', $5, true)`,
      [
        api.founded.partnershipId,
        api.founded.people.governance,
        '{everyone,role:information-governance}',
        purpose,
        api.time.now,
      ],
    );
    await client.query(sql, [id]);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

interface Case {
  mark: string;
  along: Along;
}
const meeting = () => {
  const day = new Date(Date.parse(api.time.now) + 30 * 86_400_000).toISOString().slice(0, 10);
  return aSittingOn(`${day}T13:00:00.000Z`, along.people.chair as string);
};
const childOf = async (id: string) => (await api.view('governance', 'child-cases', id)).childId as string;
