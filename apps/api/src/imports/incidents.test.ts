import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine, RowLine } from './import-lines.js';

const head =
  'FORCE,REFERENCE,KIND,OFFENCE,RECORDED,COMMITTED,COMMITTED_TO,PLACE,VICTIMS,OFFENDERS,OUTCOME,OUTCOME_DATE';
const boundary = 'some-incidents';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function send(rows: string[], { who = 'police-desk', preview = false } = {}) {
  const part = (disposition: string, text: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;
  const payload = `${part('name="preview"', String(preview))}${part('name="file"; filename="incidents.csv"', [head, ...rows].join('\n'))}--${boundary}--\r\n`;
  const headers = {
    authorization: `Bearer ${await api.tokenOf(who)}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  return api.app.inject({ method: 'POST', url: '/api/v1/imports/incidents', headers, payload });
}

async function take(rows: string[], preview = false) {
  const answer = await send(rows, { preview });
  expect(answer.statusCode, answer.body).toBe(200);
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine);
  const summary = lines.at(-1) as Extract<ImportLine, { type: 'summary' }>;
  expect(summary.type, JSON.stringify(summary)).toBe('summary');
  const refused = lines.filter((line): line is RowLine => line.type === 'row' && line.outcome === 'refused');
  return { counts: summary.stages.incidents, refused: refused.map((row) => [row.line, row.field, row.code]) };
}

const counts = (read: number, taken: number, known: number, refused: number) => ({
  ...{ read, taken, known, refused, warnings: 0 },
});
const one = 'Testshire Police,TS/1,crime,Made-up offence,2026-03-02,2026-03-01,,A park,V1;?,?,,';
const two = 'Testshire Police,TS/2,non-crime,Made-up concern,2026-03-05,,,,V1,,UI,2026-03-06';

const onBooks = async () =>
  (await api.ask('chair', 'GET', '/api/v1/incidents')).json().items as {
    reference: string;
    outcomes: { code: string; on: string }[];
    victims: object[];
  }[];

describe('a file of incidents', () => {
  it('is previewed without storing, then taken; again, nothing is taken twice', async () => {
    expect((await take([one, two], true)).counts).toEqual(counts(2, 2, 0, 0));
    expect(await onBooks()).toEqual([]);
    expect((await take([one, two])).counts).toEqual(counts(2, 2, 0, 0));
    expect((await take([one, two, two])).counts).toEqual(counts(3, 0, 3, 0));
    expect((await onBooks()).map(({ reference, victims }) => [reference, victims.length])).toEqual([
      ['TS/2', 1],
      ['TS/1', 2],
    ]);
  });

  it('adds a later outcome to a known incident, and refuses what it says otherwise without overwriting', async () => {
    const ended = two.replace('UI,2026-03-06', '18,2026-06-01');
    const other = one.replace('Made-up offence', 'Another offence').replace('V1;?', 'V1');
    const { counts: found, refused } = await take([ended, other]);
    expect(found).toEqual(counts(2, 1, 0, 1));
    expect(refused).toEqual([
      [3, 'OFFENCE', 'FACTS_DIFFER'],
      [3, 'VICTIMS', 'FACTS_DIFFER'],
    ]);
    const [last] = await onBooks();
    expect(last?.outcomes.map(({ code, on }) => `${on} ${code}`)).toEqual(['2026-03-06 UI', '2026-06-01 18']);
    expect((await take([two, ended])).counts).toEqual(counts(2, 0, 2, 0));
  });

  it('takes an incident and its next outcome from one file', async () => {
    const row = (outcome: string) => `Testshire Police,TS/3,crime,Made-up offence,2026-04-02,,,,,,${outcome}`;
    expect((await take([row('UI,2026-04-03'), row('1,2026-04-09')])).counts).toEqual(counts(2, 2, 0, 0));
    expect((await onBooks())[0]?.outcomes.map(({ code }) => code)).toEqual(['UI', '1']);
  });

  it('says of every row that it cannot take the line, the column and why, by the rules of the form as well', async () => {
    const row = (reference: string, rest: string) =>
      `Testshire Police,${reference},crime,Made-up offence,${rest}`;
    const { counts: found, refused } = await take([
      row('TS/4', '2027-01-01,,,,,,,'),
      row('TS/5', '2026-04-02,2026-04-03,,,,,,'),
      row('TS/6', '2026-04-02,,,,,,99,2026-04-03'),
      row('TS/7', '2026-04-02,,,,V1;V1,,,'),
      row('', '2026-04-02,,,,,,,'),
      row('TS/8', '2026-04-02,,,,,,,'),
    ]);
    expect(found).toEqual(counts(6, 1, 0, 5));
    expect(refused.sort()).toEqual([
      [2, 'RECORDED', 'future'],
      [3, 'COMMITTED', 'order'],
      [4, 'OUTCOME', 'notInList'],
      [5, 'VICTIMS', 'twice'],
      [6, 'REFERENCE', 'BLANK'],
    ]);
  });

  it('says of a withdrawn incident what to do, until somebody records it anew; numbers are known however they are written', async () => {
    const row = (reference: string, outcome = ',') =>
      `Testshire Police,${reference},crime,Made-up offence,2026-05-02,,,,,,${outcome}`;
    const own = {
      ...{ force: 'Testshire Police', kind: 'crime', offence: 'Made-up offence', recorded: '2026-05-02' },
      ...{ reference: 'TS/20', victims: [], offenders: [] },
    };
    expect((await take([row('TS/20')])).counts).toEqual(counts(1, 1, 0, 0));
    expect((await take([row('ts/20')])).counts).toEqual(counts(1, 0, 1, 0));
    const twice = { ...own, reference: 'ts/20' };
    await expect(api.give('police-desk', 'incidents/record-incident', twice)).rejects.toThrow('sameNumber');
    const found = (await api.ask('chair', 'GET', '/api/v1/incidents?reference=ts%2F20')).json().items;
    await api.give('police-desk', 'incidents/withdraw-incident', { reason: 'Made up' }, found[0].id);
    const figures = '/api/v1/incident-report?from=2026-05-01&to=2026-05-31';
    expect((await api.ask('chair', 'GET', figures)).json().total.total).toBe(0);
    expect((await onBooks()).map(({ reference }) => reference)).not.toContain('TS/20');
    const again = await take([row('TS/20', '18,2026-06-01')]);
    expect(again.refused).toEqual([[2, 'REFERENCE', 'WITHDRAWN']]);
    await api.give('police-desk', 'incidents/record-incident', own);
    expect((await take([row('TS/20', '18,2026-06-01')])).counts).toEqual(counts(1, 1, 0, 0));
    expect((await api.ask('chair', 'GET', figures)).json().total.total).toBe(1);
  });

  it('is taken from the police and from nobody else', async () => {
    expect((await send([one], { who: 'coordinator' })).statusCode).toBe(403);
  });
});
