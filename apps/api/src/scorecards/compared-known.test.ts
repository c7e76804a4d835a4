import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
const children: { [name: string]: string } = {};
const may = 'from=2026-05-01&to=2026-05-31&scorecard=missing';
const march = 'compareFrom=2026-03-01&compareTo=2026-03-31';
const before = 'compareFrom=2025-05-01&compareTo=2025-05-31';

const view = async (query: string) => {
  const answer = await api.ask('auditor', 'GET', `/api/v1/scorecard?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const notAgain = async (query: string) =>
  (await view(query)).figures.find(({ id }: { id: string }) => id === 'share-not-missing-again');

async function absent(on: string, name: string, start: string, end: string): Promise<void> {
  api.time.now = `${on}T09:00:00.000Z`;
  const from = 'A return';
  children[name] ??= (
    await api.give('coordinator', 'children/record-child', {
      ...{ firstName: name, lastName: 'Made-up', birthDate: '2011-04-05', sex: 'female', from },
    })
  ).id;
  const payload = { childId: children[name], kind: 'missing', start, end, from };
  await api.give('coordinator', 'missing-episodes/record-episode', payload);
  await api.seal();
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-02-20T09:00:00.000Z');
  await api.seal();
  await absent('2026-03-10', 'March', '2026-03-08', '2026-03-09');
  await absent('2026-05-12', 'May', '2026-05-10', '2026-05-11');
  // Told more than two months after the March that it makes worse.
  await absent('2026-05-26', 'March', '2026-05-24', '2026-05-25');
  api.time.now = '2026-06-05T09:00:00.000Z';
}, 240_000);
afterAll(() => api.close());

describe('a period beside another', () => {
  it('is told as it was known as long after its end: a child missing again since was not then', async () => {
    const { period, comparison, variation } = await notAgain(`${may}&${march}`);
    expect(period).toEqual({ n: 1, of: 1, value: '100.00' });
    expect(comparison).toEqual({ n: 1, of: 1, value: '100.00' });
    expect(variation).toBe('0.00');
    const alone = await notAgain('from=2026-03-01&to=2026-03-31&scorecard=missing');
    expect(alone.period).toMatchObject({ n: 0, of: 1 });
  });

  it('says as known when, on the page, in the file, and of the records behind it', async () => {
    const { compareKnown, definitions } = await view(`${may}&${march}`);
    expect(compareKnown).toMatchObject({ isAlike: true, isWithin: false, entries: expect.any(Number) });
    expect(compareKnown.knownAt < '2026-04-05T09:00:00.000Z').toBe(true);
    expect(definitions.join(' ')).toContain(
      'as long after their last day as these days are known after theirs',
    );
    const file = await api.ask('auditor', 'GET', `/api/v1/scorecard.csv?${may}&${march}`);
    expect(file.body).toContain('as long after their last day as these days are known after theirs');
    const behind = async (of: string) => {
      const figure = `figure=share-not-missing-again&of=${of}`;
      return (await api.ask('auditor', 'GET', `/api/v1/scorecard/records?${may}&${march}&${figure}`)).json();
    };
    const [beside, own] = [await behind('comparison'), await behind('period')];
    expect(beside).toMatchObject({ all: 1, knownAt: compareKnown.knownAt, from: '2026-03-01' });
    expect(own).toMatchObject({ all: 1, from: '2026-05-01' });
    expect([beside, own].map(({ records: [child] }) => child.id)).toEqual([children.March, children.May]);
  });

  it('says that it is not, where the ledger goes not back so far or the days beside are later', async () => {
    for (const days of [before, 'compareFrom=2026-06-01&compareTo=2026-06-04']) {
      const { compareKnown, knownAt, definitions } = await view(`${may}&${days}`);
      expect(compareKnown).toEqual({ knownAt, entries: null, isAlike: false, isWithin: false });
      expect(definitions.join(' ')).toContain('not as long after their last day');
    }
  });

  it('has none of it without one, and goes as far as the days have gone where they are not over', async () => {
    expect((await view(may)).compareKnown).toBeNull();
    const { compareKnown, definitions } = await view(
      `from=2026-05-01&to=2026-06-30&scorecard=missing&${march}`,
    );
    expect(compareKnown).toMatchObject({ isAlike: true, isWithin: true });
    expect(compareKnown.knownAt < '2026-03-07').toBe(true);
    expect(definitions.join(' ')).toContain('as far into them as these days are known into theirs');
    expect(definitions.join(' ')).not.toContain('after their last day');
  });
});
