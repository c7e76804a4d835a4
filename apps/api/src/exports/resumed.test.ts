import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { changeMany, readingOf } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { englandProfile, type UserStanding } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { isAtWork, progressOf } from './outcome.js';
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
  await api.seal();
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

/** Reads the beginning of a file and lets the connection break; what came of it, and the tag under which it came. */
async function brokenOff(id: string): Promise<Buffer & { tag?: string }> {
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
  return Object.assign(came, { tag: answer.headers.etag ?? '' });
}

/** The ids of the children whose rows came whole. */
const idsIn = (came: Buffer): string[] =>
  came
    .toString('utf8')
    .split('\r\n')
    .slice(2, -1)
    .map((row) => row.split(',')[0] as string);

const change = (child: string) =>
  api.give(
    'coordinator',
    'children/record-status',
    { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' },
    child,
  );

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

  it('goes on though children were changed and put on the books in between, and is the same when the whole is asked for again', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    await change(idsIn(came)[0] as string);
    const late = { firstName: 'Latecomer', lastName: 'Example', from: 'return' };
    await api.give('coordinator', 'children/record-child', late);
    await api.seal();
    const answer = await rest(id, came.length);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    const whole = Buffer.concat([came, answer.rawPayload]);
    const end = await view(id);
    expect(end).toMatchObject({ bytes: whole.length, complete: true });
    expect(createHash('sha256').update(whole).digest('hex')).toBe(end?.digest);
    expect(whole.toString()).not.toContain('Latecomer');
    expect(whole.toString().split('\r\n')[0]).toContain('The books as at the seal of 2026-11-02T');
    expect((await rest(id, 0)).rawPayload.equals(whole)).toBe(true);
    expect((await rest(await begun(), 0)).body).toContain('Latecomer');
  }, 120_000);

  it('says with each page whom it shows and how many records it went through of how many, and until when it may be fetched again without another approval', async () => {
    const id = await begun();
    const download = async () => (await api.ask('caldicott', 'GET', `/api/v1/exports/${id}`)).json().download;
    expect(await download()).toMatchObject({ atWork: false, progress: null, again: null });
    const came = brokenOff(id);
    await expect.poll(async () => (await download()).atWork, { timeout: 20_000 }).toBe(true);
    expect((await rest(id, 0)).json().code).toBe('AT_WORK');
    await came;
    const { progress, again, atWork } = await download();
    expect([progress.of >= many, progress.read < progress.of, atWork]).toEqual([true, true, false]);
    expect(again.slice(0, 10)).toBe('2026-11-03');
    await rest(id, 0);
    const done = (await download()).progress;
    expect(done.read).toBe(done.of);
    const pages = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query(
        `select action, entry::json ->> 'reason' as said, json_array_length(entry::json -> 'persons') as persons
         from audit where record_id = $1 and action not in ('exports/file', 'exports/view') order by id desc limit 3`,
        [id],
      );
      return found.rows;
    });
    expect(pages.map(({ action }) => action)).toEqual(['exports/ended', 'exports/rows', 'exports/rows']);
    expect(pages[1]).toMatchObject({
      said: `${done.of} of ${done.of} records`,
      persons: done.of % 100 || 100,
    });
  }, 120_000);

  it('is not glued where somebody may no longer read a child that left: what left stays said, and the whole comes without the child', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    const before = await view(id);
    const gone = idsIn(came)[1] as string;
    await openOwner(api.database.connections.owner, (client) =>
      client.query("delete from case_reader where record_id = $1 and principal = 'role:caldicott-guardian'", [
        gone,
      ]),
    );
    expect((await rest(id, came.length)).json().code).toBe('BOOKS_CHANGED');
    expect(await view(id)).toEqual(before);
    const whole = await rest(id, 0);
    expect([whole.statusCode, whole.body.includes(gone)]).toEqual([200, false]);
  }, 120_000);

  it('goes on for whoever asked alone, from a byte that left, and within a day', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    const other = await api.ask('governance', 'GET', `/api/v1/exports/${id}/file?from=${came.length}`);
    expect(other.statusCode).toBe(403);
    expect((await rest(id, 9_999_999)).json().code).toBe('NOT_THERE');
    api.time.now = new Date(Date.parse(api.time.now) + 25 * 3_600_000).toISOString();
    expect((await rest(id, came.length)).json().code).toBe('FETCHED');
    expect((await rest(id, 0)).json().code).toBe('FETCHED');
  }, 120_000);
});

describe('a client that asks by Range for the rest of what broke off', () => {
  const ranged = (id: string, from: number, tag?: string) =>
    api.ask('auditor', 'GET', `/api/v1/exports/${id}/file?from=0`, undefined, {
      range: `bytes=${from}-`,
      ...(tag ? { 'if-range': tag } : {}),
    });

  it('is given the rest under the tag of what it holds, and how long the file is; past its end nothing', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    expect(came.tag).toMatch(/^"\d+-[0-9a-f]{32}"$/);
    const answer = await ranged(id, came.length, came.tag);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(206);
    const whole = Buffer.concat([came, answer.rawPayload]);
    expect(answer.headers).toMatchObject({
      etag: came.tag,
      'content-range': `bytes ${came.length}-${whole.length - 1}/${whole.length}`,
      'content-length': String(whole.length - came.length),
    });
    const end = await view(id);
    expect(end).toMatchObject({ bytes: whole.length, complete: true });
    expect(createHash('sha256').update(whole).digest('hex')).toBe(end?.digest);
    const past = await ranged(id, whole.length, came.tag);
    expect([past.statusCode, past.headers['content-range']]).toEqual([416, `bytes */${whole.length}`]);
    // Where the last bytes were lost on the way of a file that left whole.
    expect((await ranged(id, whole.length - 10, came.tag)).rawPayload).toEqual(whole.subarray(-10));
  }, 120_000);

  it('is sent the whole under another tag where it began another file, asks for a part, or what left would differ', async () => {
    const id = await begun();
    const came = await brokenOff(id);
    const other = await ranged(id, came.length, '"1-of-another-file"');
    expect([other.statusCode, other.headers.etag === came.tag]).toEqual([200, false]);
    expect(other.rawPayload.subarray(0, came.length).equals(came)).toBe(true);
    expect((await ranged(id, came.length, came.tag)).statusCode).toBe(200);
    const part = { range: 'bytes=0-99' };
    const asked = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file?from=0`, undefined, part);
    expect(asked.statusCode).toBe(200);
    const next = await begun();
    const before = await brokenOff(next);
    const gone = idsIn(before)[1] as string;
    await openOwner(api.database.connections.owner, (client) =>
      client.query("delete from case_reader where record_id = $1 and principal = 'role:caldicott-guardian'", [
        gone,
      ]),
    );
    const anew = await ranged(next, before.length, before.tag);
    expect([anew.statusCode, anew.headers.etag === before.tag, anew.body.includes(gone)]).toEqual([
      200,
      false,
      false,
    ]);
    expect(await view(next)).toMatchObject({ complete: true, bytes: anew.rawPayload.length });
  }, 120_000);
});

describe('a download whose program was stopped', () => {
  const lines = { startedAt: '2026-11-02T09:00:00.000Z', wholes: 1, endedAt: null, said: null } as const;
  const at = (triedAt: string, progress: string | null = null) => ({
    ...{ ...lines, triedAt },
    progress: progress === null ? null : { said: '100 of 1500 records', at: progress },
  });
  it('is at work until nothing was heard of it for ten minutes', () => {
    const now = '2026-11-02T09:20:00.000Z';
    expect(isAtWork(at('2026-11-02T09:00:00.000Z'), now)).toBe(false);
    expect(isAtWork(at('2026-11-02T09:00:00.000Z', '2026-11-02T09:11:00.000Z'), now)).toBe(true);
    expect(isAtWork({ ...at('2026-11-02T09:19:00.000Z'), endedAt: now }, now)).toBe(false);
    expect(progressOf(at('2026-11-02T09:00:00.000Z', now))).toEqual({ read: 100, of: 1500, at: now });
  });

  it('is fetched whole again after that, since nobody knows how much of it left', async () => {
    const id = await begun();
    await rest(id, 0);
    await openOwner(api.database.connections.owner, (client) =>
      client.query("delete from audit where record_id = $1 and action = 'exports/ended'", [id]),
    );
    expect((await rest(id, 100)).json().code).toBe('AT_WORK');
    api.time.now = new Date(Date.parse(api.time.now) + 11 * 60_000).toISOString();
    expect((await rest(id, 100)).json().code).toBe('NO_END');
    expect((await rest(id, 0)).statusCode).toBe(200);
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
    const asked = { from, sent: { rows: 1, bytes: sent.length, digest, complete: false } };
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
