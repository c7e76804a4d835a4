import { openOwner } from '@mase/store/testing';
import { aNomination, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const canary = 'Zqcanary';
const head = 'NAME,BORN,UPN,LOCAL_ID,NHS_NUMBER,PNC,PHONES,REGISTRATIONS,EMAILS\n';
const names = ['Amber', 'Beryl', 'Coral', 'Dylan', 'Ellis', 'Flora'];
const born = (n: number) => `2012-05-0${n + 1}`;

let api: TestApi;
const cases: string[] = [];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (const [place, lastName] of names.entries()) {
    const child = { firstName: canary, lastName, birthDate: born(place) };
    cases.push((await api.give('triage', 'child-cases/record-referral', aReferral({ child }))).id);
  }
});
afterAll(() => api.close());

interface Answer {
  children: number | null;
  persons: number | null;
  rows: number;
  refused: number;
  faults: { line: number; field: string; code: string }[];
  tables: { caption: string; lines: { label: string; n: number | null }[] }[];
}

async function compare(text: string, { who = 'coordinator', more = {} as Record<string, string> } = {}) {
  const told = { from: 'A made-up hotel chain', powers: 'children-act-2004-10', purpose: 'Made up', ...more };
  const part = (disposition: string, body: string) =>
    `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${body}\r\n`;
  const fields = Object.entries(told).map(([name, value]) => part(`name="${name}"`, value));
  const file = part(`name="file"; filename="${canary}.csv"`, text);
  return api.app.inject({
    method: 'POST',
    url: '/api/v1/match-lists',
    headers: {
      authorization: `Bearer ${await api.tokenOf(who)}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    payload: `${fields.join('')}${file}--x--\r\n`,
  });
}

const rowOf = (name: string, place: number) => `${canary} ${name},${born(place)},,,,,,,\n`;
const list = `${head}${names.map(rowOf).join('')}`;

it('tells what a list and the books have in common as counts, and of bad rows line and reason alone', async () => {
  const bad = `${canary} Alone,,,,,,,,\n,,${canary}UPN,,,,,,\n`;
  const answer = await compare(`${list}${bad}${canary} Amber,2012-05-02,,,,,,,\n`);
  expect(answer.statusCode, answer.body).toBe(200);
  const { children, rows, refused, faults, tables } = answer.json<Answer>();
  expect({ children, rows, refused }).toEqual({ children: 6, rows: 9, refused: 2 });
  expect(faults.map(({ line, field, code }) => [line, field, code])).toEqual([
    [8, 'NAME', 'BLANK'],
    [9, 'UPN', 'NOT_AN_IDENTIFIER'],
  ]);
  const by = tables.find(({ caption }) => caption === 'Children, by what they were found');
  expect(by?.lines).toContainEqual({ label: 'Name and date of birth together', n: 6 });
  expect(answer.body).not.toContain(canary);
});

it('finds a person of concern by a phone, and keeps back that there are fewer than five', async () => {
  const person = { name: 'Jordan Sampleton', identifiers: [{ kind: 'phone', text: '07700 900123' }] };
  await api.give('intelligence', 'person-cases/nominate', aNomination({ person }));
  const found = (await compare(`${head},,,,,,+44 7700 900123,,\n`, { who: 'intelligence' })).json<Answer>();
  expect(found.persons).toBeNull();
  expect(
    (await compare(`${head},,,,,,07700 900199,,\n`, { who: 'intelligence' })).json<Answer>().persons,
  ).toBe(0);
});

it('finds a child by the NHS number alone', async () => {
  const child = { firstName: canary, lastName: 'Numbered', nhsNumber: '943 476 5919' };
  await api.give('triage', 'child-cases/record-referral', aReferral({ child }));
  const byNumber = async (number: string) =>
    (await compare(`${head},,,,${number},,,,\n`)).json<Answer>().children;
  expect(await byNumber('9434765919')).toBeNull();
  expect(await byNumber('9434765870')).toBe(0);
});

it('finds nobody who is closed to the asker: the answer is as though the child were not on the books', async () => {
  expect((await compare(list)).json<Answer>().children).toBe(6);
  const id = cases[5] as string;
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const restriction = { reason: 'Made up', readers: [api.founded.people.chair] };
  await api.give('manager', 'child-cases/restrict', restriction, id);
  const without = head + names.slice(0, 5).map(rowOf).join('');
  const same = ({ children, tables }: Answer) => ({ children, tables });
  const found = (await compare(list)).json<Answer>();
  expect(found.children).toBe(5);
  expect(same(found)).toEqual(same((await compare(without)).json<Answer>()));
});

it('keeps power, purpose, digest and counts in the sharing ledger, and nothing of the list anywhere', async () => {
  const secret = `${canary}list`;
  const answer = await compare(`${head}${secret} Nobody,2012-01-01,,${secret},,,,,${secret}@example.org\n`);
  expect(answer.json<Answer>().rows).toBe(1);
  const ledger = await api.ask('auditor', 'GET', '/api/v1/sharing-ledger?from=2026-11-01&to=2026-11-30');
  expect(ledger.json().items[0]).toMatchObject({
    what: 'list-compared',
    agencies: [{ id: null, name: 'A made-up hotel chain' }],
    power: 'Children Act 2004, sections 10 and 11 (co-operation and safeguarding)',
    purpose: 'Made up',
    decider: expect.any(String),
  });
  const holding = await openOwner(api.database.connections.owner, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await client.query(
        `select 1 from ${name} t where t::text ilike '%${secret}%' limit 1`,
      );
      if (rowCount) found.push(name);
    }
    return found;
  });
  expect(holding).toEqual([]);
});

it('is for the police and the coordinator, and asks for a power and a purpose before the list', async () => {
  expect((await compare(list, { who: 'worker' })).statusCode).toBe(403);
  const without = await compare(list, { more: { powers: 'none', purpose: '' } });
  expect(without.statusCode).toBe(400);
  expect(
    without
      .json()
      .errors.map(({ pointer }: { pointer: string }) => pointer)
      .sort(),
  ).toEqual(['/powers', '/purpose']);
  const headless = await compare(`${canary} Amber,2012-05-01\n`);
  expect(headless.statusCode).toBe(400);
  expect(headless.body).not.toContain(canary);
});
