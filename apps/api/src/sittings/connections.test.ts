import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { addItem, gradedCase, list, openSitting } from '../packs/testing/little-sitting.js';
import { statementsOf } from '../testing/counted-statements.js';
import { type TestApi, testApi } from '../testing/test-api.js';

interface Found {
  userId: string | null;
  name: string;
  signs: { sign: string; part: string }[];
}
interface Connections {
  items: { id: string; found: Found[]; notes: { kind: string; userId: string; found?: string[] }[] }[];
}

let api: TestApi;
let people: { [key: string]: string };
let sitting: string;
let items: { cousin: string; carer: string; hidden: string };
let member: { id: string; name: string; email: string };

const aChild = async (lastName: string): Promise<{ caseId: string; childId: string }> => {
  const caseId = await gradedCase(api, { firstName: 'Robin', lastName, birthDate: '2010-06-01' });
  await list(api, caseId);
  const seen = await api.ask('chair', 'GET', `/api/v1/child-cases/${caseId}`);
  return { caseId, childId: seen.json().childId };
};
const look = async (who = 'chair') => {
  const answer = await api.ask(who, 'GET', `/api/v1/sittings/${sitting}/connections`);
  return { status: answer.statusCode, view: answer.json() as Connections, text: answer.body };
};
const foundOf = async (item: string) =>
  (await look()).view.items.find(({ id }) => id === item)?.found.filter((one) => one.userId === member.id) ??
  [];
const status = async (who: string, at: string) => (await api.ask(who, 'GET', at)).statusCode;

/** A sitting with a child of a member’s surname, one whose carer has a member’s address, and one whose case is closed to the chair. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  people = api.founded.people as typeof people;
  const { body } = await api.ask('chair', 'GET', `/api/v1/users/${people['member-police']}`);
  member = { ...JSON.parse(body), email: demonstrationEmail('member-police') };
  const surname = member.name.split(' ').at(-1) as string;
  sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  const cousin = await aChild(surname);
  const carer = await aChild('Ordinary');
  const hidden = await aChild(surname);
  await api.give(
    'coordinator',
    'children/record-carer',
    {
      name: 'Made-up Uncle',
      relation: 'Uncle',
      asParent: 'no',
      livesWith: 'no',
      mayContact: 'yes',
      contacts: [{ way: 'email', value: member.email.toUpperCase() }],
    },
    carer.childId,
  );
  items = {
    cousin: await addItem(api, sitting, cousin.caseId),
    carer: await addItem(api, sitting, carer.caseId),
    hidden: await addItem(api, sitting, hidden.caseId),
  };
  const readers = [people.manager, people.worker];
  await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, hidden.caseId);
}, 120_000);
afterAll(() => api.close());

describe('possible personal connections', () => {
  it('are found by surname and by the address of a carer, and of a record closed to the chair nothing is told', async () => {
    expect(await foundOf(items.cousin)).toMatchObject([
      { name: member.name, signs: [{ sign: 'same-surname', part: 'the child' }] },
    ]);
    expect(await foundOf(items.carer)).toMatchObject([
      { signs: [{ sign: 'same-email', part: 'the child’s uncle' }] },
    ]);
    const { text } = await look();
    expect(text).not.toContain(items.hidden);
    expect(text).not.toContain('Made-up Uncle');
    const seen = await api.ask('chair', 'GET', `/api/v1/sittings/${sitting}?connections=waiting`);
    expect(seen.json().connectionsWaiting).toBeGreaterThanOrEqual(2);
  });

  it('are for the chairs alone: to others the sitting does not say how many', async () => {
    for (const who of ['coordinator', 'member-police', 'senior', 'auditor'])
      expect([who, (await look(who)).status]).toEqual([who, 403]);
    const asked = `/api/v1/sittings/${sitting}?connections=waiting`;
    const seen = await api.ask('coordinator', 'GET', asked);
    expect(seen.json()).not.toHaveProperty('connectionsWaiting');
  });

  it('are counted for the page that shows how many, and cost whoever opens the sitting otherwise nothing', async () => {
    const counted = statementsOf(api);
    const open = (query: string) => () => api.ask('chair', 'GET', `/api/v1/sittings/${sitting}${query}`);
    await open('')();
    const [plain, asked] = [await counted(open('')), await counted(open('?connections=waiting'))];
    expect(asked).toBeGreaterThan(plain + 3);
    const { text } = await look();
    const seen = (await open('')()).json() as { items: { id: string; number: number }[] };
    for (const { id, number } of seen.items) expect(text).toContain(`"id":"${id}","number":${number}`);
    console.info(`opening a sitting as its chair: ${plain} statements, with connections ${asked}`);
  });

  it('hide an item once they are confirmed, its papers too; dismissed they are not asked again', async () => {
    const at = `/api/v1/agenda-items/${items.cousin}`;
    expect(await status('member-police', at)).toBe(200);
    const own = { userId: member.id };
    await api.give(
      'chair',
      'agenda-items/confirm-connection',
      { ...own, reason: 'A made-up niece' },
      items.cousin,
    );
    expect(await status('member-police', at)).toBe(404);
    await api.give(
      'chair',
      'agenda-items/dismiss-connection',
      { ...own, reason: 'A shared inbox' },
      items.carer,
    );
    expect(await foundOf(items.cousin)).toEqual([]);
    expect(await foundOf(items.carer)).toEqual([]);
    const { view } = await look();
    const notes = view.items.flatMap((one) => one.notes.map(({ kind, found }) => [one.id, kind, found]));
    expect(notes).toEqual(
      expect.arrayContaining([
        [items.cousin, 'item-connection', ['same-surname']],
        [items.carer, 'connection-dismissed', ['same-email']],
      ]),
    );
    await api.give('coordinator', 'sittings/issue-papers', { recipients: [member.id] }, sitting);
    const pack = await api.ask(
      'member-police',
      'GET',
      `/api/v1/sittings/${sitting}/pack?recipient=${member.id}&format=html`,
    );
    expect(pack.statusCode).toBe(200);
    expect(pack.body).not.toContain(`Robin ${member.name.split(' ').at(-1)}`);
    expect(pack.body).toContain('Robin Ordinary');
  });

  it('are withdrawn with a reason, and the member reads the item again', async () => {
    const own = { userId: member.id, reason: 'Another family of the name' };
    await api.give('chair', 'agenda-items/withdraw-item-connection', own, items.cousin);
    expect(await status('member-police', `/api/v1/agenda-items/${items.cousin}`)).toBe(200);
    expect((await foundOf(items.cousin)).length).toBe(1);
  });
});
