import { asOperatorClient, examine, findPartnerships, verifyHistory } from '@mase/store';
import { openOwner, type TestDatabase, testDatabase } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsBesidesTests } from '../testing/faults-of-doctor.js';
import { demonstrationName } from './found.js';
import { loadDemonstration, signIns } from './load.js';

let database: TestDatabase;
let tookMs: number;
const load = () =>
  loadDemonstration({ ownerUrl: database.connections.owner, appUrl: database.connections.app });
const count = (url = database.connections.owner) =>
  openOwner(url, async (client) => {
    const found = await client.query<{ kind: string; phase: string; count: number }>(
      'select kind, phase, count(*)::integer as count from record group by kind, phase',
    );
    return Object.fromEntries(found.rows.map((row) => [`${row.kind} ${row.phase}`, row.count]));
  });

/** Days on which much goes wrong; the others by `npm run soak -- demonstration`. */
const days = [
  '2027-03-29T00:20:00.000Z',
  '2028-02-29T12:00:00.000Z',
  ...(process.env.MASE_SOAK_DAYS ? ['2027-01-01T09:00:00.000Z', '2026-07-04T23:30:00.000Z'] : []),
];

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  const begun = Date.now();
  await load();
  tookMs = Date.now() - begun;
});
afterAll(() => database.drop());

describe('the demonstration partnership', () => {
  it('has papers and letters that were issued as numbered copies with their content, and some that were opened', async () => {
    const copies = await openOwner(database.connections.owner, async (client) => {
      const found = await client.query<{ document: string; n: number; kept: boolean; opened: number }>(
        `select split_part(digest, ' ', 1) as document, count(*)::integer as n, bool_and(held <> '{}') as kept,
           count(opened_at)::integer as opened from pack group by 1 order by 1`,
      );
      return found.rows;
    });
    expect(copies).toEqual([
      { document: 'letter', n: 3, kept: true, opened: 0 },
      { document: 'pack', n: 11, kept: true, opened: 4 },
    ]);
  });

  it('has children in every state of the work, and sittings held, coming up and being prepared', async () => {
    expect(await count()).toMatchObject({
      'childCase awaitingTriage': 2,
      'childCase assessing': 4,
      'childCase planning': 2,
      'childCase monitoring': 4,
      'childCase closing': 1,
      'childCase suspended': 1,
      'childCase closed': 2,
      'personCase active': 1,
      'personCase screening': 1,
      'locationCase active': 3,
      'incident recorded': 14,
      'incidentPart linked': 14,
      'incidentVictim linked': 6,
      'locationCase reported': 1,
      'disruptionMeasure inForce': 1,
      'disruptionMeasure expired': 1,
      'disruptionMeasure applied': 1,
      'protection inForce': 1,
      'referralProposal proposed': 2,
      'link current': 5,
      'intelligence submitted': 1,
      'intelligence disseminated': 1,
      'intelligenceRequirement asked': 1,
      'caseAudit distributed': 1,
      'caseAudit awaitingModeration': 1,
      'dipSample drawn': 1,
      'qualityStandard inUse': 3,
      'qualityActivity comingUp': 2,
      'qualityActivity finished': 1,
      'practiceTheme open': 1,
      'partnerFigures expected': 2,
      'partnerFigures given': 3,
      'trainingSession recorded': 2,
      'serviceFeedback recorded': 2,
      'auditAction toDo': 1,
      'auditAction proofGiven': 1,
      'sitting minutesAgreed': 1,
      'sitting minutesDrafted': 1,
      'sitting papersIssued': 1,
      'sitting agendaOpen': 1,
    });
  });

  it('replays: every history gives the standing that is stored', async () => {
    const counted = { records: 0, entries: 0, clocks: 0, rows: 0 };
    const faults = await asOperatorClient(database.connections.owner, 'verify', (client) =>
      Array.fromAsync(verifyHistory(client, counted)),
    );
    expect(faults).toEqual([]);
    expect(counted.entries).toBeGreaterThan(150);
  });

  it('no open case is without an owner, a next step and a place in a list', async () => {
    const findings = await asOperatorClient(database.connections.owner, 'doctor', examine);
    expect(faultsBesidesTests(findings)).toEqual([]);
  });

  it('everything happened before the present, and some of it is overdue', async () => {
    const found = await openOwner(database.connections.owner, (client) =>
      client.query<{ future: number; overdue: number }>(
        `select (select count(*)::integer from history where at > now() + interval '1 minute') as future,
          (select count(*)::integer from clock where ended is null and due < now()) as overdue`,
      ),
    );
    expect(found.rows[0]?.future).toBe(0);
    expect(found.rows[0]?.overdue).toBeGreaterThan(0);
  });

  it('a second run says that it is there and changes nothing', async () => {
    const before = await count();
    expect((await load()).loaded).toBe(false);
    expect(await count()).toEqual(before);
  });

  it('one that was interrupted goes on where it stopped, and nothing in it is doubled', async () => {
    const other = await testDatabase(inject('MASE_TEST_SERVER'));
    const { owner: ownerUrl, app: appUrl } = other.connections;
    const onProgress = (words: string) => {
      if (words.startsWith('21 of')) throw new Error('killed');
    };
    await expect(loadDemonstration({ ownerUrl, appUrl, onProgress })).rejects.toThrow('killed');
    expect((await findPartnerships(ownerUrl)).map((one) => one.name)).toEqual([
      `${demonstrationName}, being loaded`,
    ]);
    expect((await loadDemonstration({ ownerUrl, appUrl })).loaded).toBe(true);
    expect(await count(ownerUrl)).toEqual(await count());
    await other.drop();
  });

  it.each(days)(
    'can be loaded on any day of the year, such as %s',
    async (present) => {
      const other = await testDatabase(inject('MASE_TEST_SERVER'));
      const { owner: ownerUrl, app: appUrl } = other.connections;
      await loadDemonstration({ ownerUrl, appUrl, present });
      expect(await count(ownerUrl)).toEqual(await count());
      await other.drop();
    },
    180_000,
  );

  it('loads within twenty seconds, and tells everybody as whom one may sign in', () => {
    expect(tookMs).toBeLessThan(20_000);
    expect(signIns).toHaveLength(31);
    expect(signIns[2]).toEqual({
      name: 'Tess Triage',
      email: 'triage@fernshire.example.org',
      roles: ['Triage social worker'],
      password: 'demonstration-only',
    });
  });
});
