import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { changeMany, readingOf } from '@mase/store';
import { englandProfile, type UserStanding } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { resumed } from './resumed.js';

const many = 1_500;
let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const userId = api.founded.people.coordinator as string;
  const standing = { agencyId: '', teamId: null, roles: ['coordinator'] } as unknown as UserStanding;
  const reading = readingOf({ ...standing, id: userId }, api.founded.partnershipId);
  const actor = {
    kind: 'import',
    userId,
    name: 'Import',
    agencyId: null,
    teamId: null,
    roles: ['coordinator'],
  } as const;
  const requests = Array.from({ length: many }, (_, index) => ({
    name: 'children/record-child',
    payload: { firstName: `Kim${index}`, lastName: 'Example '.repeat(8).trim(), from: 'return' },
  }));
  for await (const { outcome } of changeMany(
    api.store,
    { reading, actor: { ...actor, roles: ['coordinator'] }, profile: englandProfile },
    requests,
  ))
    expect(outcome).toBe('accepted');
}, 180_000);
afterAll(() => api.close());

async function begun(): Promise<string> {
  const { id } = await api.give('auditor', 'exports/request-export', {
    ...{ what: 'list', list: 'child', reason: 'A made-up inspection' },
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
  });
  await api.give('caldicott', 'exports/approve-export', {}, id);
  await api.give('auditor', 'exports/begin-download', {}, id);
  return id;
}
const view = async (id: string) =>
  (await api.ask('auditor', 'GET', `/api/v1/exports/${id}`)).json().download.end as {
    bytes: number;
    rows: number;
    digest: string;
    complete: boolean;
  } | null;
const rest = (id: string, from: number) =>
  api.ask('auditor', 'GET', `/api/v1/exports/${id}/file?from=${from}`);

/** Reads the beginning of a file and lets the connection break; what came of it. */
async function brokenOff(id: string): Promise<Buffer> {
  const { port } = api.app.server.address() as AddressInfo;
  const authorization = `Bearer ${await api.tokenOf('auditor')}`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: `/api/v1/exports/${id}/file`, headers: { authorization } }, resolve).once(
      'error',
      reject,
    );
  });
  const pieces: Buffer[] = [];
  // Beyond the line that marks the file, so that rows came too.
  for await (const piece of answer) if (pieces.push(piece as Buffer) > 2) break;
  const came = Buffer.concat(pieces);
  await expect.poll(() => view(id), { timeout: 20_000 }).not.toBeNull();
  return came;
}

describe('a download that broke off', () => {
  it('goes on from the byte that came last, and both halves are the file whose digest the audit keeps', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    expect((await view(id))?.complete).toBe(false);
    const answer = await rest(id, came.length);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    const whole = Buffer.concat([came, answer.rawPayload]);
    const end = await view(id);
    expect(end).toMatchObject({ rows: many, bytes: whole.length, complete: true });
    expect(createHash('sha256').update(whole).digest('hex')).toBe(end?.digest);
    // Also where the last bytes were lost on the way of a file that left whole.
    expect((await rest(id, whole.length - 10)).rawPayload).toEqual(whole.subarray(-10));
  }, 60_000);

  it('does not go on where the books are others, after a day, or for somebody else; and what left is not forgotten', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    const before = await view(id);
    expect(
      (await api.ask('governance', 'GET', `/api/v1/exports/${id}/file?from=${came.length}`)).statusCode,
    ).toBe(403);
    expect((await rest(id, 9_999_999)).json().code).toBe('NOT_THERE');
    const items = (await api.ask('coordinator', 'GET', '/api/v1/children?limit=100')).json().items;
    const first = came.toString('utf8').split('\r\n')[2]?.split(',')[0] as string;
    expect(items.length).toBe(100);
    await api.give(
      'coordinator',
      'children/record-status',
      { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' },
      first,
    );
    expect((await rest(id, came.length)).json().code).toBe('BOOKS_CHANGED');
    expect(await view(id)).toEqual(before);
    api.time.now = '2026-11-03T09:01:00.000Z';
    expect((await rest(id, came.length)).json().code).toBe('FETCHED');
  }, 60_000);
});

describe('the rest of a file', () => {
  const pieces = async function* (...texts: string[]) {
    for (const text of texts) yield Buffer.from(text);
  };
  const restOf = async (texts: string[], from: number, sent: string) => {
    const digest = createHash('sha256').update(sent).digest('hex');
    let same = false;
    const all: Buffer[] = [];
    const asked = { from, sent: { bytes: sent.length, digest } };
    for await (const piece of resumed(pieces(...texts), asked, () => {
      same = true;
    }))
      all.push(piece);
    expect(same).toBe(true);
    return Buffer.concat(all).toString();
  };

  it.each([
    [['abc', 'def', 'ghi'], 2, 'abcd', 'cdefghi'],
    [['abc', 'def', 'ghi'], 4, 'abcd', 'efghi'],
    [['abcdefghi'], 3, 'abc', 'defghi'],
    [['abc', 'def'], 6, 'abcdef', ''],
    [['abc', 'def'], 5, 'abcdef', 'f'],
  ] as const)('of %j from byte %i after %j is %j', async (texts, from, sent, expected) => {
    expect(await restOf([...texts], from, sent)).toBe(expected);
  });

  it('is none where another file came out, or a shorter one', async () => {
    const changed = { problem: { code: 'BOOKS_CHANGED' } };
    await expect(restOf(['abX', 'def'], 2, 'abcd')).rejects.toMatchObject(changed);
    await expect(restOf(['abc'], 2, 'abcd')).rejects.toMatchObject(changed);
  });
});
