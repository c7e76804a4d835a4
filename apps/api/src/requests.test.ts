import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { aReferral } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bodyOf } from './testing/bodies.js';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const url = '/api/v1/child-cases/record-referral';
const json = { 'content-type': 'application/json' };
const post = (body: object | string, headers: { [name: string]: string } = {}) =>
  api.ask('referrer', 'POST', url, body, { ...json, 'idempotency-key': uuidv7(), ...headers });
const nested = (depth: number): string => ['{"child":'.repeat(depth), '1', '}'.repeat(depth)].join('');

describe('strange requests', () => {
  it.each([
    ['__proto__', '{"seenOrSaid":"x","immediateDanger":false,"__proto__":{"immediateDanger":true}}'],
    [
      '__proto__ within',
      '{"seenOrSaid":"x","immediateDanger":false,"child":{"__proto__":{"firstName":"x"}}}',
    ],
    ['constructor', '{"seenOrSaid":"x","immediateDanger":false,"constructor":{"prototype":{"a":1}}}'],
    ['a plain constructor', '{"seenOrSaid":"x","immediateDanger":false,"constructor":1}'],
    ['hasOwnProperty', '{"seenOrSaid":"x","immediateDanger":false,"hasOwnProperty":"x"}'],
    ['toString', '{"seenOrSaid":"x","immediateDanger":false,"child":{"toString":"x"}}'],
  ])('a body with %s is refused and changes no object', async (_name, body) => {
    expect((await post(body)).statusCode).toBe(400);
    expect(({} as { a?: number; firstName?: string }).a).toBeUndefined();
    expect(({} as { firstName?: string }).firstName).toBeUndefined();
  });

  it.each([
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"text"'],
    ['nothing', ''],
    ['half of a pair', '{"seenOrSaid":"\\ud800","immediateDanger":false}'],
    ['U+0000', '{"seenOrSaid":"\\u0000","immediateDanger":false}'],
    [
      'a list where an object is',
      JSON.stringify({ ...aReferral(), childAware: [{ knows: 'yes', agrees: 'yes' }] }),
    ],
    ['null where a text is', JSON.stringify({ ...aReferral(), household: null })],
    ['an object where a text is', JSON.stringify({ ...aReferral(), household: { toString: 1 } })],
    ['a week where a day is', JSON.stringify({ ...aReferral(), child: { birthDate: '2011-W05-1' } })],
    ['a day that is none', JSON.stringify({ ...aReferral(), child: { birthDate: '2011-02-30' } })],
    ['a year that is none', JSON.stringify({ ...aReferral(), happened: '0000-01-01T00:00:00Z' })],
    ['a time without offset', JSON.stringify({ ...aReferral(), happened: '2026-01-01T00:00:00' })],
    ['a time to come', JSON.stringify({ ...aReferral(), happened: '2100-01-01T00:00:00Z' })],
    ['spaces where words are', JSON.stringify({ ...aReferral(), seenOrSaid: '   ' })],
    ['great depth', nested(5000)],
    ['moderate depth', nested(14)],
    ['lists in lists', JSON.stringify({ ...aReferral(), child: [[{}]] })],
  ])('%s is answered with 400 and a problem document', async (_name, body) => {
    const answer = await post(body);
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('a body of very many unknown fields names a hundred faults and no more', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_one, index) => [`f${index}`, 1]));
    const answer = await post({ ...aReferral(), ...many });
    expect(answer.json().errors).toHaveLength(100);
  });

  it('lists of parts inside lists are refused with the place of the fault', async () => {
    const body = { answers: [[{ code: 'a', answer: 'yes' }]], levels: {}, protective: [null], harm: 'none' };
    const answer = await api.ask('worker', 'POST', `/api/v1/child-cases/${uuidv7()}/assess-risk`, body);
    const pointers = answer.json().errors.map((one: { pointer: string }) => one.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/answers', '/levels', '/protective', '/harm']));
  });

  it.each([
    '%00',
    '..%2f..',
    "1' or '1'='1",
    'x'.repeat(300),
    '%F0%9F%92%A9',
    'null',
    '00000000',
    '%e0%a4%a',
  ])('an id of strange form, %s, leads nowhere', async (id) => {
    for (const topic of ['child-cases', 'children', 'sittings', 'plan-actions', 'users', 'history'])
      expect((await api.ask('senior', 'GET', `/api/v1/${topic}/${id}`)).statusCode).toBe(404);
  });

  it.each([
    'audit-actions/give-proof',
    'challenges/answer-challenge',
    'duty-rotas/enter-week',
    'notices/decide-notice',
  ])('a command of a record of another kind, %s, finds no such record', async (command) => {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    const [topic, verb] = command.split('/');
    for (const who of ['auditor', 'chair', 'manager', 'duty', 'senior']) {
      const sent = { 'idempotency-key': uuidv7(), 'if-match': '"1"' };
      const answer = await api.ask(who, 'POST', `/api/v1/${topic}/${id}/${verb}`, bodyOf(command), sent);
      expect([who, answer.statusCode], answer.body).toEqual([who, 404]);
    }
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'limit=1&limit=2',
    'after=nonsense',
    'after=eyJyYW5rIjowfQ',
    'unknown=1',
    'constructor=1',
    '__proto__=1',
    'phase=',
    'grade=extreme',
    'owner=you',
  ])('the query %s is answered with 400', async (query) => {
    const answer = await api.ask('senior', 'GET', `/api/v1/child-cases?${query}`);
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.json().errors.length).toBeGreaterThan(0);
  });

  it.each([
    ['authorization', 'Basic abc', 401],
    ['authorization', `Bearer ${'x'.repeat(2000)}`, 401],
    ['content-type', 'application/json; charset=utf-16', 400],
    ['content-type', ';;;', 415],
    ['idempotency-key', 'with spaces in it', 400],
    ['idempotency-key', 'x'.repeat(201), 400],
  ])('the header %s: %s is answered with %i or taken for what it is', async (name, value, status) => {
    const answer = await post('{', { [name]: value });
    expect(answer.statusCode).toBe(name === 'idempotency-key' ? 400 : status);
  });

  it.each(['*', 'abc', '"x"', '""', 'W/"', '"99999999999999"', '-1'])(
    'an If-Match of %s names no version: it is asked for',
    async (value) => {
      const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
      const what = { what: 'A made-up threat' };
      const answer = await api.ask(
        'triage',
        'POST',
        `/api/v1/child-cases/${id}/raise-immediate-danger`,
        what,
        { 'if-match': value },
      );
      expect([answer.statusCode, answer.json().code]).toEqual([428, 'VERSION_ASKED']);
    },
  );

  it('what is not HTTP is answered with a problem document, and a request that stops half-way does not wait for ever', async () => {
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = api.app.server.address() as AddressInfo;
    const said = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (bytes) => {
        text += String(bytes);
      });
      socket.on('close', () => resolve(text));
    });
    expect(said).toContain('application/problem+json');
    const status = await new Promise<number>((resolve, reject) => {
      const asked = httpRequest(
        { port, host: '127.0.0.1', path: '/health', headers: { long: 'x'.repeat(20_000) } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      asked.on('error', reject);
      asked.end();
    });
    expect(status).toBe(431);
    expect(api.app.server.requestTimeout).toBeGreaterThan(0);
    expect(api.app.server.timeout).toBeGreaterThan(0);
  });

  it('many copies of one new request at once under one key are recorded once', async () => {
    const headers = { 'idempotency-key': uuidv7() };
    const body = aReferral({ child: { firstName: 'Only', lastName: 'Once' } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.ask('referrer', 'POST', url, body, headers)),
    );
    const ids = new Set(answers.filter((one) => one.statusCode === 201).map((one) => one.json().id));
    expect(ids.size).toBe(1);
    for (const answer of answers) expect([201, 409]).toContain(answer.statusCode);
    const found = await api.ask('triage', 'POST', '/api/v1/children/search', { name: 'only once' });
    expect(found.json().items).toHaveLength(1);
  });
});
