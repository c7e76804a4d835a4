import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { statementsOf } from '../testing/counted-statements.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { addItem, gradedCase, list, openSitting, planAction } from './testing/little-sitting.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

/** Puts so many children on the agenda of a sitting of its own. */
async function sittingOf(children: number, day: string): Promise<string> {
  const cases: string[] = [];
  for (let index = 0; index < children; index += 1) {
    const id = await gradedCase(api, { firstName: `Child${index}`, lastName: `Synthetic${day.slice(-2)}` });
    await api.give('worker', 'plan-actions/add-action', planAction(id, api.founded.people.worker));
    await list(api, id);
    cases.push(id);
  }
  const sitting = await openSitting(api, `${day}T10:00:00.000Z`, `${day}T12:00:00.000Z`);
  for (const id of cases) await addItem(api, sitting, id);
  return sitting;
}

describe('the statements of a pack', () => {
  it('are as many for thirty-eight children as for two, and at most sixteen where it is first issued', async () => {
    const asked = await sittingOf(2, '2026-03-04');
    const few = await sittingOf(2, '2026-03-05');
    const many = await sittingOf(38, '2026-03-06');
    const ask = async (id: string) => {
      const answer = await api.ask(
        'chair',
        'GET',
        `/api/v1/sittings/${id}/pack?recipient=${api.founded.people.chair}&format=html`,
      );
      expect(answer.statusCode).toBe(200);
      return answer;
    };
    const counted = statementsOf(api);
    await ask(asked);
    const forTwo = await counted(() => ask(few));
    const forMany = await counted(async () => {
      const { body } = await ask(many);
      expect(body.match(/<article/g)).toHaveLength(38);
    });
    expect(forMany).toBe(forTwo);
    expect(forTwo).toBeGreaterThan(4);
    expect(forMany).toBeLessThanOrEqual(16);
  });
});
