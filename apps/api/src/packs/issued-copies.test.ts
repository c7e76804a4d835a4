import { openPdf, pdfFaults } from '@mase/documents/testing';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { canary, type LittleSitting, littleSitting } from './testing/little-sitting.js';

let api: TestApi;
let sitting: LittleSitting;

interface Row {
  copy_number: number;
  version: number;
  digest: string;
  recipient_id: string;
}

const copiesOf = (key: string): Promise<Row[]> =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<Row>(
      "select * from pack where recipient_id = $1 and starts_with(digest, 'pack ') order by version",
      [api.founded.people[key]],
    );
    return found.rows;
  });
const opened = (who: string, number: number | undefined, format = 'html') =>
  api.ask(who, 'GET', `/api/v1/sittings/${sitting.id}/copies/${number}?format=${format}`);
const issue = () =>
  api.give(
    'coordinator',
    'sittings/issue-papers',
    {
      recipients: ['chair', 'coordinator', 'member-police', 'member-health'].map(
        (key) => api.founded.people[key],
      ),
    },
    sitting.id,
  );

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
  api.time.now = '2026-01-12T09:00:00.000Z';
  const words = 'I would like to swim again (made up).';
  await api.give(
    'worker',
    'child-cases/record-view',
    { of: 'child', words, how: 'on a card' },
    sitting.cases.robin,
  );
  await issue();
}, 240_000);
afterAll(() => api.close());

describe('a copy that was replaced', () => {
  it.each(['chair', 'coordinator', 'member-police', 'member-health'])(
    'is opened by the %s as it was issued, with the content that has its digest',
    async (key) => {
      const [first, second] = await copiesOf(key);
      const was = await opened(key, first?.copy_number);
      expect([key, was.statusCode, was.headers['pack-whole']]).toEqual([key, 200, 'yes']);
      expect(was.headers.etag).toBe(`"${first?.digest.split(' ')[1]}"`);
      expect([was.body.includes('swim again'), was.body.includes('Robbie')]).toEqual([false, true]);
      const is = await opened(key, second?.copy_number);
      expect([is.headers['pack-whole'], is.headers['pack-version']]).toEqual(['yes', '2']);
      expect(is.body).toContain('swim again');
    },
  );

  it('is opened by an auditor too, who holds nothing that an auditor does not read, and by nobody else', async () => {
    const [first] = await copiesOf('coordinator');
    const was = await opened('auditor', first?.copy_number);
    expect([was.statusCode, was.headers['pack-whole']]).toEqual([200, 'yes']);
    expect(was.body).toContain('Robbie');
    const [police] = await copiesOf('member-police');
    expect((await opened('member-police', police?.copy_number)).body).toContain(canary);
    const partly = await opened('governance', police?.copy_number);
    expect([partly.statusCode, partly.headers['pack-whole']]).toEqual([200, 'no']);
    expect(partly.body).not.toContain(canary);
    expect((await opened('member-health', first?.copy_number)).statusCode).toBe(403);
    expect((await opened('licensing', first?.copy_number)).statusCode).toBe(404);
    expect((await opened('chair', 999)).statusCode).toBe(404);
    expect((await opened('chair', 0)).statusCode).toBe(404);
  });

  it('is a PDF that readers’ software accepts, with its number and version', async () => {
    const [first] = await copiesOf('chair');
    const pdf = await openPdf((await opened('chair', first?.copy_number, 'pdf')).rawPayload);
    expect(pdfFaults(pdf)).toEqual([]);
    expect(pdf.body).toContain('version1');
  });

  it('is kept part by part, each once however many hold it', async () => {
    const rows = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ held: string[] }>('select held from pack');
      const kept = await client.query<{ n: number }>('select count(*)::integer as n from issued_part');
      return { all: found.rows.flatMap(({ held }) => held), kept: kept.rows[0]?.n };
    });
    expect(rows.kept).toBe(new Set(rows.all).size);
    expect(rows.all.length).toBeGreaterThan((rows.kept ?? 0) * 1.4);
  });

  it('is audited with the children whom it shows', async () => {
    const entries = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ entry: string }>(
        "select entry from audit where action = 'sittings/pack'",
      );
      return found.rows.map(({ entry }) => JSON.parse(entry) as { reason: string; persons: string[] });
    });
    const looks = entries.filter(({ reason }) => reason.includes('as it was issued'));
    expect(looks.length).toBeGreaterThan(0);
    expect(looks[0]?.persons).toHaveLength(3);
  });
});

describe('what can no longer be shown of a copy', () => {
  it('is an entry about somebody else that was withdrawn: the sheet is left out and named, the rest is there', async () => {
    const [, second] = await copiesOf('coordinator');
    const view = await api.ask('worker', 'GET', `/api/v1/child-cases/${sitting.cases.robin}`);
    const { id: rowId } = view
      .json()
      .written.find(({ body }: { body: { words?: string } }) => body.words?.includes('swim again'));
    await api.give(
      'worker',
      'child-cases/withdraw-entry',
      { rowId, reason: 'Two files were open' },
      sitting.cases.robin,
    );
    const is = await opened('coordinator', second?.copy_number);
    expect([is.statusCode, is.headers['pack-whole']]).toEqual([200, 'no']);
    expect(is.body).not.toContain('swim again');
    expect(is.body).toContain('The sheet of item 4');
    expect(is.body).toContain('Sam Shielded');
  });

  it('is a case that was restricted since, for whoever is not named: line, sheet and actions', async () => {
    const [first] = await copiesOf('member-health');
    const readers = [api.founded.people.chair];
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, sitting.cases.sam);
    const was = await opened('member-health', first?.copy_number);
    expect([was.statusCode, was.headers['pack-whole']]).toEqual([200, 'no']);
    expect(was.body).not.toContain('Sam Shielded');
    expect(was.body).not.toContain('Walk with Sam');
    expect(was.body).toContain('The sheet of item 5');
    const [chairs] = await copiesOf('chair');
    expect((await opened('chair', chairs?.copy_number)).body).toContain('Sam Shielded');
  });
});

describe('a copy that is recalled', () => {
  const recall = (key: string) =>
    api.give(
      'coordinator',
      'sittings/recall-copy',
      { recipientId: api.founded.people[key], reason: 'Left the panel (made up)' },
      sitting.id,
    );
  const fetched = (key: string) => api.ask(key, 'GET', `/api/v1/sittings/${sitting.id}/pack?format=html`);
  const listed = async (who: string, key: string) =>
    (await api.ask(who, 'GET', `/api/v1/sittings/${sitting.id}/copies`))
      .json()
      .items.find(({ recipientId }: { recipientId: string }) => recipientId === api.founded.people[key]);

  it('can no longer be fetched or opened by whoever has it, who is told; the list says when, why and by whom', async () => {
    const [first] = await copiesOf('member-police');
    await recall('member-police');
    for (const answer of [
      await fetched('member-police'),
      await opened('member-police', first?.copy_number),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'COPY_RECALLED']);
      expect(answer.body).not.toContain('Robbie');
    }
    expect((await opened('auditor', first?.copy_number)).statusCode).toBe(200);
    expect(await listed('coordinator', 'member-police')).toMatchObject({
      fetch: false,
      recalled: { reason: 'Left the panel (made up)', by: 'Cam Coordinator' },
    });
    expect((await fetched('coordinator')).statusCode).toBe(200);
    const told = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ principal: string }>(
        "select principal from outbox where kind = 'copy-recalled'",
      );
      return found.rows.map(({ principal }) => principal);
    });
    expect(told).toEqual([`user:${api.founded.people['member-police']}`]);
  });

  it('is given back by issuing the papers again, of which its recipient is told', async () => {
    await issue();
    expect((await fetched('member-police')).statusCode).toBe(200);
    expect((await listed('coordinator', 'member-police')).recalled).toBeNull();
  });
});
