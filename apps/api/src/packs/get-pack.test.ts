import { openPdf, withoutSpace } from '@mase/documents/testing';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { shortDigest } from './paper-digest.js';
import { canary, type LittleSitting, littleSitting } from './testing/little-sitting.js';

let api: TestApi;
let sitting: LittleSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
});
afterAll(() => api.close());

const url = (query = '') => `/api/v1/sittings/${sitting.id}/pack${query}`;
const copyFor = (asker: string, recipient: string, more = '&format=html') =>
  api.ask(asker, 'GET', url(`?recipient=${api.founded.people[recipient]}${more}`));
const packs = () =>
  openOwner(
    api.database.connections.owner,
    async (client) =>
      (
        await client.query<{ recipient_id: string; copy_number: number; version: number; digest: string }>(
          'select * from pack order by copy_number',
        )
      ).rows,
  );

describe('a pack', () => {
  it('is marked, numbered and named for its reader on every page, with version and digest, bookmarked and tagged', async () => {
    const answer = await copyFor('deputy', 'chair', '');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'pack-version': '1',
    });
    const number = answer.headers['pack-copy'];
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="pack-2026-01-22-copy-${number}.pdf"`,
    );
    const digest = shortDigest(String(answer.headers.etag).slice(1, -1));
    const pdf = await openPdf(answer.rawPayload);
    expect(pdf.pages.length).toBeGreaterThan(6);
    for (const page of pdf.pages) {
      expect(page).toContain('OFFICIAL-SENSITIVE');
      expect(page).toContain(
        withoutSpace(
          `Copy ${number} of 4 for Chris Chair, Fernshire Council Children’s Social Care version 1, ${digest}`,
        ),
      );
    }
    expect(pdf.body).toContain(withoutSpace(digest));
    const html = (await copyFor('deputy', 'chair')).body;
    expect(html).toContain(`Children’s Social Care, version 1, ${digest}</span></p></header>`);
    const children = pdf.bookmarks.find((one) => one.title === 'Children')?.items.map((one) => one.title);
    expect(children).toEqual(['Item 4: Robbie', 'Item 5: Sam', 'Item 6: Alex']);
    expect(pdf.marked).toBe(true);
    const roles = JSON.stringify(pdf.tags);
    for (const role of ['H1', 'H2', 'Table', 'TH', 'L']) expect(roles).toContain(`"role":"${role}"`);
    expect(pdf.metadata).toContain('pdfuaid');
    expect(pdf.language).toMatch(/^en/);
  });

  it('keeps number, version and digest while its content is the same, in either form', async () => {
    const first = await copyFor('coordinator', 'member-health');
    api.time.now = new Date(Date.parse(api.time.now) + 86_400_000).toISOString();
    const again = await copyFor('chair', 'member-health');
    const pdf = await copyFor('member-health', 'member-health', '');
    for (const other of [again, pdf]) {
      expect(other.headers.etag).toBe(first.headers.etag);
      expect(other.headers['pack-copy']).toBe(first.headers['pack-copy']);
    }
    expect(again.body).toBe(first.body);
    expect(
      (await packs()).filter((row) => row.recipient_id === api.founded.people['member-health']),
    ).toHaveLength(1);
  });

  it('in a new version says what changed, item by item, and the old version is kept', async () => {
    const first = await copyFor('coordinator', 'coordinator');
    const view = { of: 'child', words: 'I would like to go swimming again.', how: 'written on a card' };
    await api.give('worker', 'child-cases/record-view', view, sitting.cases.alex);
    const second = await copyFor('coordinator', 'coordinator');
    expect(second.headers['pack-version']).toBe('2');
    expect(second.headers['pack-copy']).not.toBe(first.headers['pack-copy']);
    expect(second.headers.etag).not.toBe(first.headers.etag);
    const page = second.body.slice(second.body.indexOf('id="changes"'), second.body.indexOf('id="agenda"'));
    expect(page).toContain('Since version 1');
    expect(page).toContain('Item 6, Alex Untold');
    expect(page).toContain('The child’s view recorded');
    expect(page).not.toContain('Robin Ordinary');
    expect(first.body).not.toContain('id="changes"');
    const kept = (await packs()).filter((row) => row.recipient_id === api.founded.people.coordinator);
    expect(kept.map((row) => row.version)).toEqual([1, 2]);
  });

  it('asked for by many at once never gives one number to two recipients, nor two numbers to one', async () => {
    const recipients = ['deputy', 'senior', 'auditor', 'substitute', 'caldicott'];
    const asked = await Promise.all([...recipients, ...recipients].map((key) => copyFor(key, key)));
    expect(asked.map((answer) => answer.statusCode)).toEqual(asked.map(() => 200));
    const rows = (await packs()).filter((row) =>
      recipients.some((key) => api.founded.people[key] === row.recipient_id),
    );
    expect(rows).toHaveLength(recipients.length);
    expect(new Set(rows.map((row) => row.copy_number)).size).toBe(recipients.length);
  });

  it('versions of the agenda are counted apart from those of the pack', async () => {
    const pack = await copyFor('chair', 'chair');
    const agenda = await copyFor('chair', 'chair', '&format=html&document=agenda');
    expect(agenda.headers['content-disposition']).toContain('agenda-2026-01-22-copy-');
    expect(agenda.headers['pack-version']).toBe('1');
    expect(agenda.body).toContain('Robin Ordinary');
    expect(agenda.body).not.toContain('About me');
    expect((await copyFor('chair', 'chair')).headers['pack-copy']).toBe(pack.headers['pack-copy']);
  });
});

describe('who gets a pack', () => {
  it('a member asks for his own, not for another’s', async () => {
    expect((await api.ask('member-police', 'GET', url('?format=html'))).statusCode).toBe(200);
    const other = await copyFor('member-police', 'chair');
    expect([other.statusCode, other.json().code]).toEqual([403, 'NOT_PERMITTED']);
  });

  it('somebody without a part in the sitting learns nothing of it, and nobody issues a copy to him', async () => {
    // An observer to whom its papers were not issued observes another sitting.
    for (const who of ['licensing', 'observer']) {
      expect([who, (await api.ask(who, 'GET', url())).statusCode]).toEqual([who, 404]);
      expect([who, (await copyFor(who, 'chair')).statusCode]).toEqual([who, 404]);
    }
    const issued = await copyFor('coordinator', 'licensing');
    expect([issued.statusCode, issued.json().code]).toEqual([403, 'NOT_PERMITTED']);
    expect((await api.ask(null, 'GET', url())).statusCode).toBe(401);
  });

  it('nobody is issued a copy whom the papers as last issued do not name, but the chair', async () => {
    const other = await copyFor('coordinator', 'substitute');
    expect([other.statusCode, other.json().code]).toEqual([403, 'NOT_PERMITTED']);
    expect(other.json().detail).toContain('named as recipients');
    expect((await copyFor('deputy', 'chair')).statusCode).toBe(200);
    expect((await copyFor('coordinator', 'member-health')).statusCode).toBe(200);
  });

  it.each(['chair', 'member-police'])(
    'the coordinator, who reads no disruption part, holds no copy of %s, who does',
    async (recipient) => {
      for (const document of ['pack', 'minutes']) {
        const refused = await copyFor('coordinator', recipient, `&format=html&document=${document}`);
        expect([refused.statusCode, refused.json().code]).toEqual([403, 'NOT_PERMITTED']);
        expect(refused.body).not.toContain(canary);
      }
      const own = await copyFor(recipient, recipient);
      expect(own.body).toContain(canary);
      expect((await copyFor('deputy', recipient)).statusCode).toBe(200);
    },
  );

  it.each(['coordinator', 'deputy', 'member-police', 'chair'])(
    'the list of copies says to the %s of each recipient whether that copy can be fetched, and it is so',
    async (asker) => {
      const listed = await api.ask(asker, 'GET', `/api/v1/sittings/${sitting.id}/copies`);
      const { items } = listed.json<{
        items: { recipientId: string; fetch: boolean; why: string | null; minutes: boolean }[];
      }>();
      // Who has which copy, and whether it was opened, is for the office and the chairs.
      const own = asker === 'member-police' ? [api.founded.people[asker]] : null;
      if (own) expect(items.map(({ recipientId }) => recipientId)).toEqual(own);
      else expect(items.length).toBeGreaterThan(2);
      for (const { recipientId, fetch, why, minutes } of items) {
        const { statusCode } = await api.ask(asker, 'GET', url(`?recipient=${recipientId}&format=html`));
        expect([recipientId, statusCode]).toEqual([recipientId, fetch ? 200 : 403]);
        expect(why === null).toBe(fetch);
        const ofMinutes = await api.ask(
          asker,
          'GET',
          url(`?recipient=${recipientId}&format=html&document=minutes`),
        );
        expect([recipientId, ofMinutes.statusCode === 200]).toEqual([recipientId, minutes]);
      }
    },
  );

  it('whoever has had a copy stays on the list when the papers are issued again to somebody else alone', async () => {
    const before = (await api.ask('chair', 'GET', `/api/v1/sittings/${sitting.id}/copies`)).json().items;
    const recipients = [api.founded.people['member-health']];
    await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
    const after = (await api.ask('chair', 'GET', `/api/v1/sittings/${sitting.id}/copies`)).json().items;
    const names = (items: { name: string }[]) => items.map(({ name }) => name);
    expect(names(after)).toEqual(names(before));
    expect((await copyFor('chair', 'member-police')).statusCode).toBe(200);
  });

  it('the list of copies is not there for somebody without a part in the sitting', async () => {
    expect((await api.ask('licensing', 'GET', `/api/v1/sittings/${sitting.id}/copies`)).statusCode).toBe(404);
  });

  it('of a restricted case nothing stands in a copy that somebody had made who is not named, and no copy says so', async () => {
    const closed = { reason: 'A relative sits on the panel', readers: [api.founded.people['member-health']] };
    await api.give('manager', 'child-cases/restrict', closed, sitting.cases.sam);
    const own = await copyFor('member-health', 'member-health');
    expect(own.body).toContain('Item 5');
    for (const asker of ['deputy', 'coordinator', 'chair']) {
      const made = await copyFor(asker, 'member-health');
      expect([made.statusCode, made.body.includes('Sam')]).toEqual([200, false]);
    }
    await api.give('manager', 'child-cases/lift-restriction', { reason: 'Passed' }, sitting.cases.sam);
    expect((await copyFor('deputy', 'member-health')).body).toContain('Sam');
  });

  it('an unknown form or document is refused with its place', async () => {
    const answer = await api.ask('chair', 'GET', url('?format=odt&document=letters'));
    expect(answer.statusCode).toBe(400);
    expect(
      answer
        .json()
        .errors.map((one: { pointer: string }) => one.pointer)
        .sort(),
    ).toEqual(['/document', '/format']);
  });

  it('every copy and every refusal is audited as the person who asked, naming recipient and children', async () => {
    const rows = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ user_id: string; entry: string }>(
        "select user_id, entry from audit where action = 'sittings/pack' order by at, id",
      );
      return found.rows.map((row) => ({
        user: row.user_id,
        ...(JSON.parse(row.entry) as { persons: string[]; reason: string }),
      }));
    });
    const { people } = api.founded;
    const first = rows.find((row) => row.reason.startsWith(`pack for ${people.chair}`));
    expect(first?.user).toBe(people.deputy);
    expect(first?.persons).toHaveLength(3);
    expect(rows.find((row) => row.user === people.licensing)).toMatchObject({
      persons: [],
      reason: 'Refused',
    });
  });

  it('nothing leaves where the audit cannot be written', async () => {
    const withdraw = (verb: string) =>
      openOwner(api.database.connections.owner, (client) =>
        client.query(
          verb === 'revoke' ? 'revoke insert on audit from mase_app' : 'grant insert on audit to mase_app',
        ),
      );
    await withdraw('revoke');
    const answer = await copyFor('chair', 'chair');
    await withdraw('grant');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toContain('Robin');
  });

  it('a case that was restricted since the last version is not told by its absence', async () => {
    const version = async () => copyFor('member-health', 'member-health');
    expect((await version()).body).toContain('Sam Shielded');
    const readers = [api.founded.people.chair];
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, sitting.cases.sam);
    const next = await version();
    expect(next.statusCode).toBe(200);
    expect(next.body).not.toContain('Sam Shielded');
    expect(next.body).not.toContain('not in this copy');
  });
});
