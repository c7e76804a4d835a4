import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aProposedCluster } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { addItem, gradedCase, list, openSitting } from './testing/little-sitting.js';

interface Item {
  id: string;
  name: string;
  caseId: string | null;
}

const number = '07700 900654';
const theme = 'Lunch breaks near the arcade (made up)';
const asked = { cluster: 'One plan for all of them?', theme: 'Who walks the route (made up)?' };
const papers = 'Made-up papers of a theme';
/** What is said of the cluster, of the child and of what the sitting is asked about others. */
const hidden = {
  cluster: ['900654', 'Ada', 'Bea', 'Cleo', 'One number rings three', 'One visit for all'],
  child: ['Robin', 'Elsewhere', 'Is this child safe now?'],
};
const guests = { cluster: 'charity-worker', theme: 'interviewer' } as const;

let api: TestApi;
let sitting: string;
let cluster: string;
let child: string;
const items = { cluster: '', theme: '', child: '' };

/** A sitting that hears a child, a cluster of three others and a theme; one guest comes for the cluster, one for the theme. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { give, founded } = api;
  cluster = await aProposedCluster(api, number);
  await give('duty', 'clusters/confirm-cluster', { words: 'One number rings three' }, cluster);
  const discussed = { agencies: ['Police', 'Health'], outcome: 'joint-plan', words: 'One visit for all' };
  await give('duty', 'clusters/record-cluster-discussion', discussed, cluster);
  child = await gradedCase(api, { firstName: 'Robin', lastName: 'Elsewhere' });
  await list(api, child);
  sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  items.child = await addItem(api, sitting, child);
  const before = { caseKind: 'cluster', section: 'theme', asked: asked.cluster };
  items.cluster = await addItem(api, sitting, cluster, before);
  const subject = { subject: 'theme', title: theme, words: papers, section: 'theme', asked: asked.theme };
  await give('coordinator', 'sittings/add-subject', subject, sitting);
  const seen = (await api.view('chair', 'sittings', sitting)).items as unknown as Item[];
  items.theme = seen.find(({ name }) => name === theme)?.id as string;
  for (const of of ['cluster', 'theme'] as const) {
    const attendeeIds = [founded.people[guests[of]]];
    await give('coordinator', 'agenda-items/change-item', { attendeeIds }, items[of]);
  }
  const recipients = [founded.people.chair];
  await give('coordinator', 'sittings/issue-papers', { recipients }, sitting);
}, 240_000);
afterAll(() => api.close());

const look = (who: string, path: string) => api.ask(who, 'GET', `/api/v1/${path}`);
const status = async (who: string, path: string) => (await look(who, path)).statusCode;

/** Everything that a guest can open of a sitting and its item, in one text. */
async function readBy(who: string, item: string): Promise<string> {
  const opened = [await look(who, `sittings/${sitting}`), await look(who, `agenda-items/${item}`)];
  expect(opened.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  return opened.map(({ body }) => body).join('\n');
}

describe('somebody who comes to a sitting for one item that is about no single child', () => {
  it('reads of a cluster what the item says: how many they are and what is asked, and nothing of who they are or what they share', async () => {
    const text = await readBy(guests.cluster, items.cluster);
    expect(text).toContain(asked.cluster);
    expect(text).toMatch(/3 children/);
    for (const kept of [...hidden.cluster, ...hidden.child, theme, papers, asked.theme])
      expect(text).not.toContain(kept);
    const view = await api.view(guests.cluster, 'agenda-items', items.cluster);
    expect([view.cluster, view.actions, view.guest]).toEqual([null, [], true]);
    for (const path of [`clusters/${cluster}`, `agenda-items/${items.theme}`, `agenda-items/${items.child}`])
      expect([path, await status(guests.cluster, path)]).toEqual([path, 404]);
    expect((await look(guests.cluster, 'clusters')).json().items).toEqual([]);
  });

  it('reads of a theme its title, its papers and what is asked, and nothing of whoever else is heard', async () => {
    const text = await readBy(guests.theme, items.theme);
    for (const said of [theme, papers, asked.theme]) expect(text).toContain(said);
    for (const kept of [...hidden.cluster, ...hidden.child, asked.cluster, cluster, child])
      expect(text).not.toContain(kept);
    for (const path of [
      `clusters/${cluster}`,
      `agenda-items/${items.cluster}`,
      `agenda-items/${items.child}`,
      `child-cases/${child}`,
    ])
      expect([path, await status(guests.theme, path)]).toEqual([path, 404]);
  });

  it.each(['cluster', 'theme'] as const)(
    'has no paper of the sitting: of a %s there is no sheet',
    async (of) => {
      const who = guests[of];
      const paper = (document: string, item: string) =>
        look(who, `sittings/${sitting}/pack?format=html&document=${document}&item=${item}`);
      for (const item of Object.values(items)) {
        const extract = await paper('extract', item);
        expect([extract.statusCode, extract.json().code]).toEqual([409, 'NO_SHEET']);
        for (const kept of [...hidden.cluster, ...hidden.child]) expect(extract.body).not.toContain(kept);
      }
      for (const kind of ['pack', 'agenda', 'minutes', 'supplement'])
        expect([kind, (await paper(kind, items[of])).statusCode]).toEqual([kind, 403]);
    },
  );

  it('is kept from what the chair’s own copy says of the same items', async () => {
    const seen = await look('chair', `sittings/${sitting}/pack?format=html`);
    for (const said of ['900654', 'One visit for all', 'Robin', theme]) expect(seen.body).toContain(said);
  });
});
