import { openOwner } from '@mase/store/testing';
import {
  aNomination,
  anAcceptedCase,
  anIntelligenceReport,
  aPlaceReport,
  aReferral,
  aTriage,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { matchNow } from '../testing/intelligence-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const phone = '07700 900321';
const identifiers = [
  { kind: 'phone', text: phone },
  { kind: 'vehicle', text: 'AB12 CDE' },
];

let api: TestApi;
let childId: string;
let place: { id: string; aboutId: string };
/** What names everything when it is submitted, and what names nothing until the desk does. */
let whole: string;
let bare: string;

const owner = <T extends object>(sql: string, values: unknown[] = []) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query<T>(sql, values)).rows);
const ask = (who: string, url: string) => api.ask(who, 'GET', `/api/v1/${url}`);
const submit = (who: string, over: object) =>
  api.give(who, 'intelligence/submit-intelligence', anIntelligenceReport(over)).then(({ id }) => id);
const named = () => [
  { kind: 'child', id: childId },
  { kind: 'locationCase', id: place.id },
];

/** A case that was referred, and its child. */
async function referred(): Promise<{ id: string; childId: string }> {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  const [row] = await owner<{ parent_id: string }>('select parent_id from record where id = $1', [id]);
  return { id, childId: row?.parent_id ?? '' };
}

/** Gives the command as somebody, and what is answered. */
async function naming(who: string, body: object) {
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${await api.versionOf(bare)}"` };
  return api.ask(who, 'POST', `/api/v1/intelligence/${bare}/name-records`, body, headers);
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await api.give(
    'intelligence',
    'person-cases/nominate',
    aNomination({ person: { name: 'Quilla Madeup', identifiers: [{ kind: 'phone', text: phone }] } }),
  );
  await matchNow(api);
  ({ childId } = await referred());
  const reported = { name: 'Quay Street kiosk', kind: 'takeaway', address: '1 Sample Street' };
  const { id } = await api.give(
    'intelligence',
    'location-cases/report',
    aPlaceReport({ location: reported }),
  );
  await api.give('intelligence', 'location-cases/start-screening', {}, id);
  await api.give('intelligence', 'location-cases/accept-report', anAcceptedCase(), id);
  const { aboutId } = await api.view('intelligence', 'location-cases', id);
  place = { id, aboutId: String(aboutId) };
  whole = await submit('intelligence', { identifiers, named: named() });
  bare = await submit('referrer', { identifiers: [] });
}, 120_000);
afterAll(() => api.close());

/** By what a report is found, whom it shows with what, whom it is about, and what it matches: without its own id. */
async function foundBy(id: string) {
  const [record] = await owner<{ persons: string[]; standing: string }>(
    'select persons, standing from record where id = $1',
    [id],
  );
  const standing = JSON.parse(record?.standing ?? '{}');
  const matches = await owner<{ own: string; other: string }>(
    `select standing::json ->> 'identifier' as identifier, standing::json ->> 'fit' as fit,
        standing::json -> 'own' ->> 'kind' as own, standing::json -> 'other' ->> 'kind' as other
      from record where kind = 'identifierMatch' and $1 in (standing::json -> 'own' ->> 'id', standing::json -> 'other' ->> 'id')
      order by 1, 2, 3, 4`,
    [id],
  );
  return {
    terms: await owner('select kind, term from search_term where record_id = $1 order by 1, 2', [id]),
    sightings: await owner(
      'select node, other, first_on, last_on, readers from link_edge where record_id = $1 order by 1, 2',
      [id],
    ),
    persons: record?.persons.toSorted(),
    named: standing.named,
    subjectIds: standing.subjectIds.toSorted(),
    // Of the two reports, each matches the other.
    matches: matches.map((one) => ({ ...one, own: [one.own, one.other].sort(), other: null })),
  };
}
async function toldOfPlace(): Promise<number> {
  const { places } = (await ask('intelligence', 'locations/picture?from=2026-11&to=2026-11')).json();
  return places.find((one: { id: string }) => one.id === place.aboutId).told.intelligence;
}

describe('what the desk recognises in a report', () => {
  it('is refused to whoever may not know of the report, and to whoever submitted it', async () => {
    const body = { named: named() };
    expect((await naming('worker', body)).statusCode).toBe(404);
    expect((await naming('auditor', body)).statusCode).toBe(404);
    expect((await naming('referrer', body)).statusCode).toBe(403);
  });

  it('is refused where it names a record whose existence is closed to the desk, exactly as where there is none', async () => {
    const closed = await referred();
    const readers = [api.founded.people.senior];
    await api.give(
      'triage',
      'child-cases/decide-triage',
      aTriage('risk-assessment', { teamId: 'north' }),
      closed.id,
    );
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, closed.id);
    const answerTo = async (id: string) => {
      const answer = await naming('intelligence', { named: [{ kind: 'child', id }] });
      const { errors, status } = answer.json();
      return { status, errors };
    };
    const known = await answerTo(closed.childId);
    expect(known).toMatchObject({ status: 409, errors: [{ pointer: '/named', code: 'noRecord' }] });
    expect(known).toEqual(await answerTo(crypto.randomUUID()));
  });

  it('makes the report found, matched, seen with children and counted at a place as if it had been submitted with it', async () => {
    await matchNow(api);
    expect(await toldOfPlace()).toBe(1);
    expect((await foundBy(bare)).terms).toEqual([]);
    // In two goes: neither the children nor the identifiers of the first are lost by the second.
    expect((await naming('intelligence', { named: named() })).statusCode).toBe(200);
    expect((await naming('intelligence', { identifiers })).statusCode).toBe(200);
    await matchNow(api);
    const [one, other] = [await foundBy(whole), await foundBy(bare)];
    expect(other).toEqual(one);
    expect(one.sightings).toHaveLength(4);
    expect(one.subjectIds).toEqual([childId, place.aboutId].sort());
    expect(one.matches.filter(({ own }) => own.includes('person'))).toHaveLength(1);
    expect(await toldOfPlace()).toBe(2);
  });

  it('is read by the desk beside the words, and stands in the table of unsanitised text alone', async () => {
    const seen = (await ask('intelligence', `intelligence/${bare}`)).json();
    expect(seen.named.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['child', 'locationCase']);
    expect(JSON.stringify(seen.unsanitised)).toContain('900321');
    const mine = await ask('referrer', `intelligence/${bare}`);
    expect(mine.json()).toMatchObject({ named: [], unsanitised: [] });
    for (const table of ['history', 'audit', 'outbox', 'message', 'written'])
      expect([
        table,
        await owner(`select 1 from ${table} t where record_id = $1 and row_to_json(t)::text ~ '900321'`, [
          bare,
        ]),
      ]).toEqual([table, []]);
  });
});
