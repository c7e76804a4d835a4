import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countScorecard, findFigureRecords, makeSealingKey, reading, readingOf, Sealer } from '@mase/store';
import { openOwner, preparedDatabase, type TestDatabase } from '@mase/store/testing';
import {
  type CountingRules,
  countingRules,
  englandProfile,
  findShippedProfile,
  measuresIn,
  type Profile,
  type ScorecardId,
  scorecardIds,
  scorecardRegistry,
} from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apiOver, type TestApi } from '../testing/test-api.js';
import { type LivedYear, liveYear, present } from './testing/lived-year.js';
import { naiveCounts } from './testing/naive-figures.js';
import { sorted } from './testing/naive-terms.js';
import { timesOf } from './testing/naive-times.js';
import { booksAt, sealedEntriesOf } from './testing/told-books.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-scorecards-'));
const { timeZone } = englandProfile;
const england = countingRules(englandProfile);
let database: TestDatabase;
let year: LivedYear;
let api: TestApi;
let told: Awaited<ReturnType<typeof sealedEntriesOf>>;

beforeAll(async () => {
  const serverUrl = inject('MASE_TEST_SERVER');
  const prepared = await preparedDatabase(serverUrl, 'a lived year of 40 children', (made) =>
    liveYear(made, { children: 40, seed: 11 }),
  );
  ({ database, made: year } = prepared);
  api = await apiOver(database, year.founded, present);
  makeSealingKey(folder);
  const sealer = new Sealer({ url: database.connections.sealer, folder, clock: () => present });
  while ((await sealer.look()).more);
  await sealer.stop();
  told = await sealedEntriesOf(database.connections.owner);
}, 300_000);
afterAll(async () => {
  await api.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const readingAs = async (who: string) => {
  const id = year.founded.people[who] as string;
  const user = await openOwner(database.connections.owner, async (client) => {
    const found = await client.query('select standing from record where id = $1', [id]);
    return JSON.parse(found.rows[0].standing);
  });
  return readingOf({ ...user, id }, year.founded.partnershipId);
};
const countsOf = async (
  scorecard: ScorecardId,
  about: { from: string; to: string; entries: number | null; knownAt: string; rules?: CountingRules },
) => {
  const { from, to, entries, knownAt, rules = england } = about;
  const who = await readingAs('auditor');
  return reading(api.store, who, (tx) =>
    countScorecard(tx, scorecard, { from, to, timeZone, known: { entries, at: knownAt }, rules }),
  );
};

const periods = [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-03-28', to: '2026-06-30' },
  { from: '2026-09-01', to: '2026-10-26' },
];
/** The last days of the year, in which each measure is to have something to count. */
const lastDays = { from: '2026-08-24', to: '2026-11-20' };

/** Each scorecard by the rules of England, and those of episodes in an area that counts them from medium on. */
const fromMedium = countingRules(findShippedProfile('england-from-medium') as Profile);
const compared = [
  ...scorecardIds.map((scorecard) => ({ scorecard, area: 'England', rules: england })),
  ...(['children', 'cohort'] as const).map((scorecard) => ({
    scorecard,
    area: 'an area with episodes from medium',
    rules: fromMedium,
  })),
];

/** At which shares of the ledger the year is looked back at, besides at its end. */
const places = [0.45, 0.8];

describe('every measure over a lived year, beside a second computation from the text of history alone', () => {
  it.each(compared)(
    '$scorecard of $area is the same at two places of the ledger, at its end, and now',
    async ({ scorecard, rules }) => {
      const last = (told.all.at(-1)?.position ?? 0) + 1;
      let counted = 0;
      for (const part of [...places, 1, null])
        for (const period of [...periods, lastDays]) {
          const entries = part === null ? null : Math.floor(last * part);
          const at = told.all.filter((one) => one.position < (entries ?? last)).at(-1);
          const knownAt = part === null ? present : (at?.entry.command.at as string);
          const naive = naiveCounts(scorecard, booksAt(told, entries ?? last), {
            ...period,
            knownAt,
            ...rules,
          });
          const found = sorted(await countsOf(scorecard, { ...period, entries, knownAt, rules }));
          expect({ ...period, part, counts: found }).toEqual({ ...period, part, counts: naive });
          counted += found.length;
        }
      expect(counted).toBeGreaterThan(20);
    },
  );
});

describe('the year that was lived', () => {
  it('went as it was made to go: no step of it was refused', () => {
    expect(year.refused).toEqual([]);
  });

  it('took cases up again, closed one of them a second time, and had referrals that woke one', () => {
    const books = booksAt(told, Number.POSITIVE_INFINITY);
    const again = [...books.records.values()]
      .filter(({ kind }) => kind === 'childCase')
      .map((one) => timesOf(books, one))
      .filter(({ length }) => length > 1);
    expect(again.filter((times) => times.every(({ ended }) => ended)).length).toBeGreaterThan(0);
    expect(again.filter((times) => !times.at(-1)?.ended).length).toBeGreaterThan(0);
    expect(again.filter((times) => times.at(-1)?.byReferral).length).toBeGreaterThan(1);
    expect(again.filter((times) => times.at(-1)?.byReferral === false).length).toBeGreaterThan(1);
  });

  it('joined two records of a child between the two places, and took two others apart, with cases and absences', async () => {
    const last = (told.all.at(-1)?.position ?? 0) + 1;
    const [first, second] = places.map((part) => booksAt(told, Math.floor(last * part)));
    const movedSince = (kind: string) =>
      [...(first?.records.values() ?? [])].filter(({ id, kind: of, entry }) => {
        const since = second?.records.get(id)?.entry.record.parentId;
        return of === kind && since !== undefined && since !== entry.record.parentId;
      }).length;
    expect([movedSince('childCase'), movedSince('missingEpisode')]).toEqual([2, 4]);
  });

  it('has something to count under every measure in its last days', async () => {
    const nothing: string[] = [];
    for (const scorecard of scorecardIds) {
      const counts = await countsOf(scorecard, { ...lastDays, entries: null, knownAt: present });
      for (const { id, numerator, denominator } of measuresIn(
        englandProfile,
        scorecardRegistry[scorecard].measures,
      ))
        for (const of of [numerator, ...(denominator ? [denominator] : [])]) {
          const fits = counts.filter(
            ({ measure, part }) => measure === of.count && (!of.parts || of.parts.includes(part ?? '')),
          );
          if (fits.reduce((sum, { n }) => sum + n, 0) === 0) nothing.push(`${scorecard}/${id}: ${of.count}`);
        }
    }
    expect(nothing).toEqual([]);
  });
});

describe('an area that counts episodes from medium on', () => {
  const year = { from: '2026-01-01', to: '2026-12-31', entries: null, knownAt: present };
  const sums = async (scorecard: ScorecardId, rules: CountingRules) => {
    const counts = await countsOf(scorecard, { ...year, rules });
    const of = (name: string, parts?: string[]) =>
      counts
        .filter(({ measure, part }) => measure === name && (!parts || parts.includes(part ?? '')))
        .reduce((sum, { n }) => sum + n, 0);
    return of;
  };

  it('counts no case as open or closed of which no grade reached it, and its contacts all the same', async () => {
    const [all, some] = [await sums('children', england), await sums('children', fromMedium)];
    expect(some('contacts')).toBe(all('contacts'));
    expect(some('closed')).toBeGreaterThan(0);
    expect(some('closed')).toBeLessThan(all('closed'));
    expect(some('riskReduced')).toBeGreaterThan(0);
    expect(some('openAtEnd', ['not-graded'])).toBe(0);
    for (const part of ['medium', 'high']) expect(some('openAtEnd', [part])).toBe(all('openAtEnd', [part]));
    expect(some('gradeAtOpening', ['not-graded'])).toBe(0);
  });

  it('has a smaller cohort, and the caseload that its workers hold', async () => {
    const [all, some] = [await sums('cohort', england), await sums('cohort', fromMedium)];
    expect(some('cohort')).toBeGreaterThan(0);
    expect(some('cohort')).toBeLessThan(all('cohort'));
    expect((await sums('caseload', fromMedium))('cases')).toBe((await sums('caseload', england))('cases'));
  });
});

describe('the records behind a figure', () => {
  it('are those that it counts, as far as the reader sees them', async () => {
    const known = { entries: null, at: present };
    const asked = { from: '2026-01-01', to: '2026-12-31', timeZone, known, rules: england };
    const about = { scorecard: 'children', counted: { count: 'contacts' }, limit: 500 } as const;
    const contacts = (
      await countsOf('children', { from: '2026-01-01', to: '2026-12-31', entries: null, knownAt: present })
    )
      .filter(({ measure }) => measure === 'contacts')
      .reduce((sum, { n }) => sum + n, 0);
    const seen = async (who: string) =>
      reading(api.store, await readingAs(who), (tx) => findFigureRecords(tx, about, asked));
    const auditor = await seen('auditor');
    expect({ all: auditor.all, visible: auditor.visible, records: auditor.records.length }).toEqual({
      all: contacts,
      visible: contacts,
      records: contacts,
    });
    const chair = await seen('chair');
    expect(chair.all).toBe(contacts);
    expect(chair.visible).toBeLessThan(contacts);
    expect(chair.records.length).toBe(chair.visible);
    const worker = await seen('worker');
    expect(worker).toEqual({ records: [], visible: 0, all: 0 });
  });
});

const view = async (query: string, who = 'auditor') => {
  const answer = await api.ask(who, 'GET', `/api/v1/scorecard?from=2026-01-01&to=2026-11-20&${query}`);
  return { status: answer.statusCode, body: answer.json() };
};

describe('a scorecard over HTTP', () => {
  it('says every figure with its definition beside another period', async () => {
    const { body } = await view('scorecard=children&compareFrom=2025-11-01&compareTo=2025-12-31');
    expect(body).toMatchObject({
      name: 'Children',
      compareFrom: '2025-11-01',
      entries: null,
      suppressed: false,
    });
    const contacts = body.figures.find(({ id }: { id: string }) => id === 'contacts');
    expect(contacts.period.n).toBeGreaterThan(20);
    expect(contacts.comparison.n).toBeGreaterThanOrEqual(0);
    for (const id of ['missing', 'incidents']) {
      const { body: other } = await view(`scorecard=${id}&compareFrom=2025-01-01&compareTo=2025-12-31`);
      expect(other.figures.length).toBeGreaterThan(5);
      for (const one of other.figures) expect(one.definition).not.toBe('');
    }
  });

  it('is the same however much is recorded later, where it is asked as it was known at the end of a day', async () => {
    const { body: before } = await view('scorecard=children&asAt=2026-11-20');
    expect(before.entries).toBeGreaterThan(1000);
    await api.give('referrer', 'child-cases/record-referral', {
      seenOrSaid: 'An adult waits at the gate (made up).',
      immediateDanger: false,
      child: { firstName: 'Late', lastName: 'Made-up' },
    });
    const { body: after } = await view('scorecard=children&asAt=2026-11-20');
    expect(after).toEqual(before);
    const { body: now } = await view('scorecard=children');
    const n = ({ figures }: typeof now) => figures[0].period.n;
    expect(n(now)).toBe(n(before) + 1);
  });

  it('refuses a time that lies ahead, one before the ledger began, and what is no time', async () => {
    const faults = async (asAt: string) => (await view(`scorecard=children&asAt=${asAt}`)).body.errors;
    expect(await faults('2027-01-01')).toMatchObject([{ pointer: '/asAt', code: 'future' }]);
    expect(await faults('2020-01-01')).toMatchObject([{ pointer: '/asAt', code: 'not-sealed' }]);
    expect(await faults('2026-02-30')).toMatchObject([{ pointer: '/asAt', code: 'as-at' }]);
    expect(await faults('Friday')).toMatchObject([{ pointer: '/asAt', code: 'as-at' }]);
    expect((await view('scorecard=children&compareFrom=2025-01-01')).body.errors).toMatchObject([
      { pointer: '/compareTo', code: 'required' },
    ]);
    expect((await view('scorecard=all')).status).toBe(400);
  });

  it('is for those who steer and those who audit', async () => {
    expect((await view('scorecard=children', 'chair')).status).toBe(200);
    expect((await view('scorecard=children', 'worker')).status).toBe(403);
    expect((await view('scorecard=incidents', 'police-desk')).status).toBe(200);
    expect((await view('scorecard=children', 'police-desk')).status).toBe(403);
  });

  it('leaves as a spreadsheet without small numbers, and leads to the records of a figure', async () => {
    const path = 'from=2026-01-01&to=2026-11-20&scorecard=strands';
    const file = await api.ask('auditor', 'GET', `/api/v1/scorecard.csv?${path}&for=outside`);
    expect(file.headers['content-type']).toMatch(/^text\/csv/);
    expect(file.body).toContain('kept back');
    expect(file.body).not.toMatch(/Persons nominated,,number,[1-4],/);
    const records = await api.ask(
      'chair',
      'GET',
      '/api/v1/scorecard/records?from=2026-01-01&to=2026-11-20&scorecard=children&figure=contacts&part=risk-assessment',
    );
    const { all, visible, withheld, records: seen } = records.json();
    expect({ withheld, seen: seen.length }).toEqual({ withheld: all - visible, seen: visible });
    const ofChildren = await api.ask(
      'auditor',
      'GET',
      '/api/v1/scorecard/records?from=2026-01-01&to=2026-11-20&scorecard=missing&figure=share-missing-for-the-first-time',
    );
    const { all: away, records: missed } = ofChildren.json();
    expect(away).toBeGreaterThan(0);
    expect(missed.map(({ kind }: { kind: string }) => kind)).toEqual(missed.map(() => 'child'));
    const positive = await api.ask(
      'police-desk',
      'GET',
      '/api/v1/scorecard/records?from=2026-01-01&to=2026-11-20&scorecard=incidents&figure=positive-outcome',
    );
    const { all: many, records: crimes } = positive.json();
    expect([many, crimes[0]?.kind]).toEqual([crimes.length, 'incident']);
    const wrong = await api.ask(
      'chair',
      'GET',
      '/api/v1/scorecard/records?from=2026-01-01&to=2026-11-20&scorecard=missing&figure=contacts',
    );
    expect(wrong.json().errors).toMatchObject([{ pointer: '/figure', code: 'figure' }]);
  });
});
