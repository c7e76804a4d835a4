import { readFileSync } from 'node:fs';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine, RowLine } from './import-lines.js';

const head = 'AREA,SOURCE,YEAR,AGE,SEX,ETHNICITY,LEGAL_STATUS,VULNERABILITY,COUNT';
const boundary = 'some-population';
const row = (more: string, count: number | string, source = 'Made-up estimates') =>
  `Fernshire (made up),${source},2025,${more},${count}`;

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function send(text: string, { who = 'coordinator', preview = false } = {}) {
  const part = (disposition: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`;
  const payload = `${part('name="preview"', String(preview))}${part('name="file"; filename="population.csv"', text)}--${boundary}--\r\n`;
  const headers = {
    authorization: `Bearer ${await api.tokenOf(who)}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  return api.app.inject({ method: 'POST', url: '/api/v1/imports/population', headers, payload });
}

async function take(rows: string[], preview = false) {
  const answer = await send([head, ...rows].join('\n'), { preview });
  expect(answer.statusCode, answer.body).toBe(200);
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine);
  const summary = lines.at(-1) as Extract<ImportLine, { type: 'summary' }>;
  expect(summary.type, JSON.stringify(summary)).toBe('summary');
  const refused = lines.filter((line): line is RowLine => line.type === 'row' && line.outcome === 'refused');
  const { read, taken, known, refused: left } = summary.stages.population ?? {};
  return {
    counts: [read, taken, known, left],
    refused: refused.map(({ line, field, code }) => [line, field, code]),
  };
}

const onBooks = async (who = 'auditor') =>
  (await api.ask(who, 'GET', '/api/v1/population-tables')).json().items as {
    id: string;
    state: string;
    year: number;
    source: string;
    total: number | null;
    groups: { characteristic: string; group: string; count: number }[];
  }[];

const page = readFileSync(new URL('../../../../docs/import-formats.md', import.meta.url), 'utf8');
const [, documented = ''] = /```csv\n(AREA,[^`]+)```/.exec(page) ?? [];

describe('a file of the population', () => {
  it('is previewed without storing, then taken with single ages and pairs added up; again, it is known', async () => {
    const rows = documented.trim().split('\n').slice(1);
    expect((await take(rows, true)).counts).toEqual([7, 7, 0, 0]);
    expect(await onBooks()).toEqual([]);
    expect((await take(rows)).counts).toEqual([7, 7, 0, 0]);
    expect((await take(rows)).counts).toEqual([7, 0, 7, 0]);
    const [table, ...others] = await onBooks();
    expect(others).toEqual([]);
    expect(table).toMatchObject({ state: 'given', year: 2025, total: 3000 });
    const told = table?.groups.map(
      ({ characteristic, group, count }) => `${characteristic} ${group} ${count}`,
    );
    expect(told).toEqual(
      [
        ...['sex male 2000', 'sex female 1000', 'age 10 and under 1800', 'age 11 to 12 1200']
          .sort()
          .reverse(),
        ...['legal-status C2 40', 'vulnerability child-in-need 90'],
      ].sort((one, other) => (told ?? []).indexOf(one) - (told ?? []).indexOf(other)),
    );
    expect(told).toHaveLength(6);
  });

  it('is taken whole or not at all, and every faulty row is said with its reason', async () => {
    const before = (await onBooks()).length;
    const { counts, refused } = await take([
      row(',female,,,', 100, 'Other'),
      row(',male,,,', 'suppressed', 'Other'),
      row('8-12,,,,', 5, 'Other'),
      row(',boy,,,', 5, 'Other'),
      row('12,female,,,', 5, 'Other'),
      row(',female,,,', 101, 'Other'),
      row(',,CNHE,,', 101, 'Other'),
    ]);
    expect(refused).toEqual([
      [3, 'COUNT', 'NOT_IN_LIST'],
      [4, 'AGE', 'NOT_IN_LIST'],
      [5, 'SEX', 'NOT_IN_LIST'],
      [6, 'SEX', 'TOLD_TWICE'],
      [7, 'COUNT', 'DUPLICATE_ROW'],
      [8, 'ETHNICITY', 'NOT_IN_LIST'],
      [2, '', 'NOT_WHOLE'],
    ]);
    expect(counts).toEqual([7, 0, 0, 7]);
    expect(await onBooks()).toHaveLength(before);
  });

  it('is refused by the rules of the table too, and by those whose part it is not', async () => {
    expect((await take([row(',,,C2,', 40, 'No total')])).refused).toEqual([[2, 'COUNT', 'total']]);
    expect((await send(head, { who: 'worker' })).statusCode).toBe(403);
    expect((await send('AREA,COUNT\nx,1')).json()).toMatchObject({ code: 'UNREADABLE_FILE' });
    expect((await send('')).statusCode).toBe(400);
  });

  it('that was withdrawn does not come back by itself', async () => {
    const rows = [row(',female,,,', 700, 'Withdrawn'), row(',male,,,', 800, 'Withdrawn')];
    await take(rows);
    const table = (await onBooks()).find(({ source }) => source === 'Withdrawn');
    const reason = { reason: 'Of another area' };
    await api.give('auditor', 'population-tables/withdraw-table', reason, table?.id);
    expect((await take(rows)).refused).toEqual([[2, 'SOURCE', 'WITHDRAWN']]);
  });

  it('gives the cohort its relative risks, over HTTP and as CSV, with the table that they are against', async () => {
    for (const sex of ['female', 'male', 'male'] as const) {
      const child = { firstName: 'Robin', lastName: `Made-up ${Math.random()}`, sex };
      const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
      await api.give(
        'triage',
        'child-cases/decide-triage',
        aTriage('risk-assessment', { teamId: 'north' }),
        id,
      );
    }
    const path = 'scorecard=cohort&from=2026-11-01&to=2026-11-30';
    const body = (await api.ask('auditor', 'GET', `/api/v1/scorecard?${path}`)).json();
    const sexes = body.figures.find(({ id }: { id: string }) => id === 'sex').lines;
    // 1 of 1,000 against 2 of 2,000.
    expect(sexes[0]).toMatchObject({
      part: 'female',
      risk: { n: 1, of: 1000, othersN: 2, othersOf: 2000, value: '1.00', low: '0.09', high: '11.01' },
    });
    expect(body.definitions.at(-1)).toContain('Fernshire (made up), Made-up estimates, 2025');
    const csv = (await api.ask('auditor', 'GET', `/api/v1/scorecard.csv?${path}`)).body;
    expect(csv).toMatch(/Cohort profile,Sex,Female,percent,1,3,33\.33,,,,,1\.00,0\.09,11\.01,1000,2000,/);
    const outside = (await api.ask('auditor', 'GET', `/api/v1/scorecard.csv?${path}&for=outside`)).body;
    expect(outside).not.toContain('11.01');
  });
});
