import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const days = 'from=2025-10-01&to=2025-12-31';
/** Reports and lists of some days, each with what else it is asked; those that are files too are asked for as one. */
const addresses: [address: string, more: string][] = [
  ['incident-report', ''],
  ['incident-report.csv', ''],
  ['missing-report', ''],
  ['missing-report.csv', ''],
  ['scorecard', '&scorecard=children'],
  ['scorecard.csv', '&scorecard=children'],
  ['unusual-looking', ''],
  ['unusual-looking', '&format=csv'],
  ['judgement-lists', '&list=below-floor'],
  ['judgement-lists', '&list=below-floor&format=csv'],
  ['agreement', ''],
  ['language/by-team', ''],
  ['sharing-ledger', ''],
];
const get = (who: string, path: string) => api.ask(who, 'GET', `/api/v1/${path}`);

/** What a problem document says, without what names the request. */
const problem = (answer: Awaited<ReturnType<typeof get>>) => {
  const { type, status, code, title, detail, errors } = answer.json();
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(type).toMatch(/^urn:mase:problem:/);
  return { status, code, title, detail, errors };
};

describe('every report of some days', () => {
  it.each(addresses)('%s says in one way that the last day lies before the first', async (address, more) => {
    const said = problem(await get('auditor', `${address}?from=2025-12-31&to=2025-10-01${more}`));
    expect(said).toMatchObject({
      status: 400,
      detail: 'Give other days.',
      errors: [{ pointer: '/to', code: 'period', detail: 'It lies before the first day.' }],
    });
  });

  it.each(addresses)(
    '%s says which day is missing, and takes nothing else for one',
    async (address, more) => {
      const none = problem(await get('auditor', `${address}?to=2025-10-01${more}`));
      const wrong = problem(await get('auditor', `${address}?from=2025-02-30&to=2025-10-01${more}`));
      for (const { status, errors } of [none, wrong])
        expect([status, errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['/from']]);
    },
  );

  it.each(addresses)(
    '%s is read by those whom it is for, and as a file has a name',
    async (address, more) => {
      const answer = await get('auditor', `${address}?${days}${more}`);
      expect(answer.statusCode).toBe(200);
      if (!/csv$/.test(address + more)) return;
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
    },
  );
});

describe('every report for a few', () => {
  const kept = addresses.filter(([address]) => address !== 'sharing-ledger');
  it.each([...kept, ['problem-profile', ''] as [string, string]])(
    '%s says in one way to everybody else whose it is',
    async (address, more) => {
      const asked = address === 'problem-profile' ? 'year=2025' : `${days}${more}`;
      const said = problem(await get('referrer', `${address}?${asked}`));
      expect(said).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
    },
  );
});

describe('how many days', () => {
  it.each([
    ['incident-report', 'from=2010-01-01&to=2025-01-01', 'A report is of 10 years at most.'],
    ['missing-report', 'from=2010-01-01&to=2025-01-01', 'A report is of 10 years at most.'],
    ['unusual-looking', 'from=2025-01-01&to=2025-04-03', 'A report is of 92 days at most.'],
  ])('%s is of so many at most', async (address, asked, detail) => {
    const said = problem(await get('auditor', `${address}?${asked}`));
    expect(said.errors).toEqual([{ pointer: '/to', code: 'period', detail }]);
  });

  it('the problem profile is of one year, and says so of another thing', async () => {
    const said = problem(await get('auditor', 'problem-profile?year=2027'));
    expect(said).toMatchObject({ status: 400, errors: [{ pointer: '/year', code: 'year' }] });
  });
});
