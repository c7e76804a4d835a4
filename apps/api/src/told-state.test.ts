import { openOwner } from '@mase/store/testing';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  id = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', { workerId: api.founded.people.worker }, id);
});
afterAll(() => api.close());

const give = (who: string, verb: string, body: object, version: string, key = uuidv7()) =>
  api.ask(who, 'POST', `/api/v1/child-cases/${id}/${verb}`, body, {
    'if-match': version,
    'idempotency-key': key,
  });
const danger = { what: 'A made-up threat at the gate' };

describe('whoever has the receipt of a referral alone', () => {
  it('is told no stage of the case by an answer to a command: stale, accepted or repeated', async () => {
    const stale = await give('referrer', 'raise-immediate-danger', danger, '"0"');
    expect([stale.statusCode, stale.json().state]).toEqual([412, { work: 'open' }]);
    const [key, now] = [uuidv7(), `"${stale.json().version}"`];
    for (const repeated of [false, true]) {
      const answer = await give('referrer', 'raise-immediate-danger', danger, now, key);
      expect([answer.statusCode, answer.json().repeated]).toEqual([200, repeated]);
      expect(answer.json().state).toEqual({ work: 'open' });
    }
  });

  it('is told by a refusal neither what is missing nor what would be accepted', async () => {
    const triage = await api.view('worker', 'child-cases', id);
    const refused = await give('referrer', 'acknowledge-danger', { doing: 'Nothing' }, `"${triage.version}"`);
    expect(refused.statusCode).toBe(403);
    const { allowed, state } = refused.json();
    expect([allowed, state]).toEqual([undefined, undefined]);
  });

  it('sees of the child’s cases that they are there, and of this one whether it is open', async () => {
    const { childId } = await api.view('worker', 'child-cases', id);
    const child = await api.view('worker', 'children', childId as string);
    expect((child.cases as { team?: string }[])[0]).toMatchObject({ team: 'north' });
  });
});

describe('a command that is not accepted', () => {
  it.each([
    ['notVisible', 'licensing', 'raise-immediate-danger', danger, '"1"', 404],
    ['refused', 'auditor', 'record-view', { of: 'child', words: 'Words', how: 'x' }, '"1"', 403],
    ['stale', 'worker', 'record-view', { of: 'child', words: 'Words', how: 'x' }, '"1"', 412],
    ['unstated', 'worker', 'record-view', { of: 'child', words: 'Words', how: 'x' }, 'none', 428],
  ])(
    'is in the audit as %s, with who asked what of which record',
    async (outcome, who, verb, body, version, status) => {
      expect((await give(who, verb, body, version)).statusCode).toBe(status);
      const found = await openOwner(api.database.connections.owner, (client) =>
        client.query(
          `select user_id, record_id, entry::json ->> 'reason' as reason, json_array_length(entry::json -> 'persons') as persons
         from audit where action = $1 and user_id = $2 order by at desc, id desc limit 1`,
          [`child-cases/${verb}`, api.founded.people[who]],
        ),
      );
      expect(found.rows[0]).toEqual({
        user_id: api.founded.people[who],
        record_id: id,
        reason: `Not accepted: ${outcome}`,
        persons: outcome === 'notVisible' ? 0 : 1,
      });
    },
  );
});
