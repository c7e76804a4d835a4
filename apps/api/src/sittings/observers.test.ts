import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addItem, gradedCase, list, openSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let sitting: string;
let item: string;

/** A sitting on two children and on a third whose case only its manager and the chair may know of. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { give, founded } = api;
  sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  const cases: string[] = [];
  for (const firstName of ['Robin', 'Sam', 'Zenobia']) {
    const id = await gradedCase(api, { firstName, lastName: 'Made-up', birthDate: '2010-06-01' });
    await list(api, id);
    item = await addItem(api, sitting, id);
    cases.push(id);
  }
  const readers = [founded.people.chair];
  await give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, cases.pop());
  item = (await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting}`)).json().items[0].id;
}, 240_000);
afterAll(() => api.close());

const papersFor = async (...who: string[]) => {
  const recipients = who.map((key) => api.founded.people[key]);
  await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting);
};
const asObserver = async (path: string) => api.ask('observer', 'GET', `/api/v1/${path}`);
const known = async () => (await asObserver(`sittings/${sitting}`)).json();
const listed = async () =>
  (await asObserver('sittings'))
    .json()
    .items.map((one: { id: string; items: number }) => [one.id, one.items]);

describe('an observer', () => {
  it('is told before the papers are out how many open items a sitting has, and reads none', async () => {
    expect(await known()).toMatchObject({ items: [], withheldItems: 2 });
    expect(await listed()).toEqual([[sitting, 2]]);
  });

  it('who has no papers of it knows neither the sitting nor any item of it', async () => {
    await papersFor('member-police');
    expect((await asObserver(`sittings/${sitting}`)).statusCode).toBe(404);
    expect(await listed()).toEqual([]);
    expect((await asObserver(`agenda-items/${item}`)).statusCode).toBe(404);
    const url = `/api/v1/agenda-items/${item}/record-note`;
    const headers = { 'idempotency-key': uuidv7() };
    const note = await api.ask('observer', 'POST', url, { text: 'Made up' }, headers);
    expect(note.statusCode).toBe(404);
  });

  it('who has its papers is told how many open items it has, of the restricted one nothing', async () => {
    await papersFor('member-police', 'observer');
    expect(await known()).toMatchObject({ items: [], withheldItems: 2 });
    expect(await listed()).toEqual([[sitting, 2]]);
  });
});
