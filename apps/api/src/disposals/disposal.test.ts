import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  emptyCount,
  ledgerFiles,
  makeSealingKey,
  publicKeysIn,
  Sealer,
  verifyAudit,
  verifyHistory,
  verifyLedger,
} from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { topicAndVerb } from '@mase/workflow';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { closing, intake, plan } from '../testing/case-steps.js';
import type { Along, JourneyStep } from '../testing/journey-step.js';
import { panel } from '../testing/panel-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const canary = 'Zkanarie';
const folder = mkdtempSync(join(tmpdir(), 'mase-disposal-'));
let api: TestApi;
let along: Along;
let sealer: Sealer;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
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
function marked(value: unknown): unknown {
  if (typeof value === 'string') return /\s|^[A-Z][a-z]{2,}$/.test(value) ? `${value} ${canary}` : value;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner)]));
}

async function go(steps: readonly JourneyStep[]): Promise<void> {
  for (const step of steps) {
    const { topic, verb } = topicAndVerb(step.command);
    const id = topic.commands[verb]?.creates ? undefined : (along.known[step.on as string] as string);
    const given = await api.give(step.who, step.command, marked(step.body(along)) as object, id);
    if (step.as) along.known[step.as] = given.id as string;
    await step.keep?.(along, given as never, api);
  }
}

/** Every column of every table that holds the text, as `table.column`, read by the catalogue. */
async function columnsWith(text: string, url = api.database.connections.owner): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const columns = await client.query<{ table: string; name: string; type: string }>(
      `select c.relname as table, a.attname as name, t.typname as type from pg_class c join pg_attribute a on a.attrelid = c.oid
       join pg_type t on t.oid = a.atttypid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped order by 1, 2`,
    );
    const found: string[] = [];
    for (const { table, name, type } of columns.rows) {
      const read = type === 'bytea' ? `encode("${name}", 'escape')` : `"${name}"::text`;
      const some = await client.query(`select 1 from "${table}" where ${read} ilike $1 limit 1`, [
        `%${text}%`,
      ]);
      if (some.rows.length > 0) found.push(`${table}.${name}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** A logical backup: every row of every table, as the backup role reads it by COPY. */
async function dumped(): Promise<string> {
  const client = new pg.Client({ connectionString: api.database.connections.backup });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    let text = '';
    for (const { name } of tables.rows) {
      const rows = await client.query<{ line: string }>(`select t::text as line from "${name}" t`);
      text += rows.rows.map((row) => row.line).join('\n');
    }
    return text;
  } finally {
    await client.end();
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
      ...ledger.map((one) => `${one.code} ${one.words}`),
      ...history.map((one) => `${one.code} ${one.reason}`),
      ...audit.map((one) => one.reason),
    ];
  });
}

const propose = (id: string, kind = 'childCase') =>
  api.give('governance', 'disposals/propose-disposal', { record: { kind, id }, basis: 'court-order' });

/** Two people and the wait; what the carrying out answered. */
async function disposed(id: string): Promise<string> {
  const { id: disposal } = await propose(id);
  await api.give('caldicott', 'disposals/approve-disposal', {}, disposal);
  api.time.now = new Date(Date.parse(api.time.now) + 15 * 86_400_000).toISOString();
  await api.give('governance', 'disposals/carry-out', {}, disposal);
  return disposal as string;
}

describe('the disposal of a case', () => {
  it('leaves no word of it in any table, in a backup made afterwards or in any file, and everything still verifies', async () => {
    await go([...intake, ...plan, ...panel.slice(0, -2), ...closing]);
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
    const before = await columnsWith(canary);
    expect(before).toEqual(
      expect.arrayContaining([
        'draft.body',
        'history.entry',
        'record.standing',
        'record.title',
        'search_term.term',
        'written.body',
      ]),
    );
    expect(await dumped()).toContain(canary);
    expect(await faults()).toEqual([]);
    const ids = Object.values(along.known);

    const disposal = await disposed(id);

    expect(await columnsWith(canary)).toEqual([]);
    expect((await dumped()).toLowerCase()).not.toContain(canary.toLowerCase());
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
      certificate: { said: { records: { childCase: 1, child: 1, sitting: 1 } } },
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
  });
});

const childOf = async (id: string) => (await api.view('governance', 'child-cases', id)).childId as string;
