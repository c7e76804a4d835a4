import { createHash } from 'node:crypto';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isTaken, readIncidents } from '@mase/exchange';
import { changeMany, readingOf } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { englandProfile, type UserStanding } from '@mase/workflow';
import { aReferral } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { exportPages } from './export-pages.js';

const many = 3_000;
let api: TestApi;
let hidden: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  await someChildren(many);
  const child = { firstName: 'Zqhidden', lastName: 'Example', birthDate: '2012-05-06' };
  ({ id: hidden } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child })));
  // As a restriction leaves it: the auditor reads the case and its child, information governance does not.
  await openOwner(api.database.connections.owner, (client) =>
    client.query(
      `delete from case_reader where principal in ('role:information-governance', 'role:caldicott-guardian')
         and record_id in (select id from record where id = $1 or id = (select parent_id from record where id = $1))`,
      [hidden],
    ),
  );
}, 180_000);
afterAll(() => api.close());

/** Puts made-up children on the books as an import does; one of them is named like a formula. */
async function someChildren(count: number): Promise<void> {
  const userId = api.founded.people.coordinator as string;
  const standing = { agencyId: '', teamId: null, roles: ['coordinator'] } as unknown as UserStanding;
  const who = readingOf({ ...standing, id: userId }, api.founded.partnershipId);
  const requests = Array.from({ length: count }, (_, index) => ({
    name: 'children/record-child',
    payload: {
      firstName: index === 0 ? '=HYPERLINK("x")' : `Kim${index}`,
      lastName: 'Example',
      from: 'return',
    },
  }));
  const giver = {
    reading: who,
    actor: { kind: 'import', userId, name: 'Import', agencyId: null, teamId: null, roles: ['coordinator'] },
    profile: englandProfile,
  } as const;
  for await (const { outcome } of changeMany(api.store, giver, requests)) expect(outcome).toBe('accepted');
}

const asked = (more: object = {}) => ({
  what: 'list',
  list: 'child',
  recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
  reason: 'A made-up inspection',
  ...more,
});

/** An export that is approved and begun. */
async function begun(more: object = {}, who = 'auditor'): Promise<string> {
  const { id } = await api.give(who, 'exports/request-export', asked(more));
  await api.give('caldicott', 'exports/approve-export', {}, id);
  await api.seal();
  await api.give(who, 'exports/begin-download', {}, id);
  return id;
}

const fetchFile = (id: string, who = 'auditor') => api.ask(who, 'GET', `/api/v1/exports/${id}/file`);
const view = async (id: string) => (await api.ask('governance', 'GET', `/api/v1/exports/${id}`)).json();
const auditOf = (id: string) =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ action: string; reason: string | null }>(
      "select action, entry::json ->> 'reason' as reason from audit where record_id = $1 order by id",
      [id],
    );
    return found.rows;
  });

describe('an export in bulk', () => {
  it('is fetched once, by who asked for it, after somebody else approved it', async () => {
    const { id } = await api.give('auditor', 'exports/request-export', asked());
    const own = await api.ask(
      'auditor',
      'POST',
      `/api/v1/exports/${id}/approve-export`,
      {},
      {
        'idempotency-key': uuidv7(),
        'if-match': '"1"',
      },
    );
    expect(own.statusCode).toBe(403);
    expect((await fetchFile(id)).json().code).toBe('NOT_BEGUN');
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.seal();
    await api.give('auditor', 'exports/begin-download', {}, id);
    expect((await fetchFile(id, 'governance')).statusCode).toBe(403);
    expect((await fetchFile(id, 'manager')).statusCode).toBe(404);
    expect((await fetchFile(id)).statusCode).toBe(200);
    expect((await fetchFile(id)).json().code).toBe('FETCHED');
  });

  it('bears a watermark, makes formulas inert, and leaves its rows and digest in the audit', async () => {
    const id = await begun();
    const answer = await fetchFile(id);
    const [mark, columns, ...rows] = answer.body.trimEnd().split('\r\n');
    expect(mark).toContain(`Export ${id} for Robin Reviewer, Made-up inspectorate, asked for by`);
    expect(mark).toContain('approved by');
    expect(columns).toMatch(/^id,kind,title/);
    expect(rows.length).toBe(many);
    expect(rows.some((row) => row.includes(',=HYPERLINK') || row.includes(',"=HYPERLINK'))).toBe(false);
    expect(answer.body).toContain("'=HYPERLINK");
    expect(answer.headers['content-disposition']).toContain(id);
    const digest = createHash('sha256').update(answer.rawPayload).digest('hex');
    const ended = (await auditOf(id)).filter(({ action }) => action === 'exports/ended');
    expect(ended).toEqual([
      {
        action: 'exports/ended',
        reason: `${many} rows, ${answer.rawPayload.length} bytes, sha256 ${digest}, complete`,
      },
    ]);
    expect((await view(id)).download.end).toEqual({
      rows: many,
      bytes: answer.rawPayload.length,
      digest,
      complete: true,
    });
  });

  it('never holds what either of the two may not read', async () => {
    expect((await api.ask('auditor', 'GET', `/api/v1/child-cases/${hidden}`)).statusCode).toBe(200);
    const cases = await fetchFile(await begun({ list: 'childCase' }));
    expect(cases.body).not.toContain(hidden);
    const everything = await fetchFile(await begun({ what: 'partnership', list: undefined }));
    expect(everything.body).not.toContain(hidden);
    expect(everything.body).not.toContain('Zqhidden');
  }, 60_000);

  it('of the whole history of one record holds what was written on it and what was accepted of it', async () => {
    const child = { firstName: 'Robin', lastName: 'Whole', birthDate: '2012-05-06' };
    const { id: caseId } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
    const record = { kind: 'childCase', id: caseId };
    const answer = await fetchFile(
      await begun({ what: 'record', list: undefined, record }, 'governance'),
      'governance',
    );
    const lines = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: 'watermark', recipient: 'Robin Reviewer, Made-up inspectorate' });
    expect(lines.at(-1)).toEqual({ type: 'end' });
    const types = new Set(lines.map(({ type }) => type));
    expect([...types].sort()).toEqual(['end', 'history', 'record', 'watermark', 'written']);
    expect(lines).toContainEqual(expect.objectContaining({ type: 'written', kind: 'referral' }));
    const { childId } = (await api.view('auditor', 'child-cases', caseId)) as unknown as { childId: string };
    const audited = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query(
        `select 1 from audit a join audit_subject s on s.audit_id = a.id where a.action = 'exports/rows' and s.person_id = $1`,
        [childId],
      );
      return found.rowCount;
    });
    expect(audited).toBeGreaterThan(0);
  });

  it('that breaks off is recorded with the rows that were handed over', async () => {
    const id = await begun({ what: 'partnership', list: undefined });
    const { port } = api.app.server.address() as AddressInfo;
    const authorization = `Bearer ${await api.tokenOf('auditor')}`;
    await new Promise<void>((resolve, reject) => {
      const request = get(
        { port, path: `/api/v1/exports/${id}/file`, headers: { authorization } },
        (answer) => {
          answer.once('data', () => {
            request.destroy();
            resolve();
          });
        },
      );
      request.once('error', (error: { code?: string }) =>
        error.code === 'ECONNRESET' ? resolve() : reject(error),
      );
    });
    await expect.poll(async () => (await view(id)).download.end, { timeout: 20_000 }).not.toBeNull();
    const { end } = (await view(id)).download;
    expect(end.complete).toBe(false);
    expect(end.rows).toBeLessThan(many);
    expect((await fetchFile(id)).json().code).toBe('FETCHED');
  }, 60_000);

  it('takes memory of a page, however long it is: a page is read when the one before was taken', async () => {
    const id = await begun();
    const { requested, approved } = await view(id);
    const people = { requester: requested.by, approver: approved.by };
    const roles = { requester: 'auditor', approver: 'caldicott-guardian' } as const;
    const as = (who: 'requester' | 'approver') => {
      const standing = { agencyId: '', teamId: null, roles: [roles[who]] } as unknown as UserStanding;
      return readingOf({ ...standing, id: people[who] }, api.founded.partnershipId);
    };
    let asked = 0;
    const counting = {
      ...api.store,
      clock: () => {
        asked += 1;
        return api.store.clock();
      },
    };
    const standing = { what: 'list', list: 'child' } as never;
    const pages = exportPages(
      counting,
      {
        ...{ id, standing, requester: as('requester'), approver: as('approver'), profile: englandProfile },
        ...{ position: { size: 1_000_000, at: api.time.now }, progress: { read: 0, of: many } },
      },
      { withRows: false },
    );
    await pages.next();
    const first = asked;
    await new Promise((later) => setTimeout(later, 200));
    expect(asked).toBe(first);
    let most = 0;
    let rows = 0;
    for await (const { records } of pages) {
      rows += records.length;
      most = Math.max(most, records.length);
    }
    expect([most, rows > many - 200]).toEqual([100, true]);
    expect(asked).toBeGreaterThan(first * 20);
  }, 60_000);
});

it('incidents go out in the form in which they come in, one row an outcome, with formulas inert', async () => {
  const { id: incident } = await api.give('police-desk', 'incidents/record-incident', {
    ...{ force: 'Testshire Police', reference: 'TS/900', kind: 'crime', offence: '=Made-up offence' },
    ...{ recorded: '2026-03-02', victims: [{ reference: 'V-1' }, {}], offenders: [] },
    outcome: { code: '15', on: '2026-04-01' },
  });
  await api.give('police-desk', 'incidents/record-outcome', { code: '1', on: '2026-05-01' }, incident);
  const { body } = await fetchFile(await begun({ list: 'incident' }));
  const [mark, ...lines] = body.split('\r\n');
  expect(mark).toContain('Made-up inspectorate');
  expect(body).toContain("'=Made-up offence");
  const readings = await Array.fromAsync(readIncidents([lines.join('\r\n')] as never, 'incidents.csv'));
  expect(readings.map((one) => isTaken(one) && one.row)).toEqual(
    ['15', '1'].map((code) =>
      expect.objectContaining({
        ...{ force: 'Testshire Police', reference: 'TS/900', offence: '=Made-up offence' },
        victims: [{ reference: 'V-1' }, {}],
        outcome: { code, on: code === '15' ? '2026-04-01' : '2026-05-01' },
      }),
    ),
  );
});

it.each([
  ['personCase', 'REFERENCE,NAME,ALIASES,BORN,'],
  ['locationCase', 'REFERENCE,NAME,ALIASES,KIND,'],
  ['disruptionMeasure', 'id,kind,title,reference'],
])('a list of %s may be exported, with the columns of its import where it has one', async (list, columns) => {
  const { body, statusCode } = await fetchFile(await begun({ list }));
  expect(statusCode).toBe(200);
  expect(body.split('\r\n')[1]).toContain(columns);
});
