import { openPdf, textOfHtml, textsOf, withoutSpace } from '@mase/documents/testing';
import { aLinkGrade } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aProposedCluster } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { minutesContent } from './minutes-model.js';
import { packContent } from './pack-model.js';
import { addItem, openSitting } from './testing/little-sitting.js';
import { papersOf } from './testing/papers-of.js';
import {
  covert,
  type StrandSitting,
  sanitised,
  strandSitting,
  ungraded,
  unsanitised,
} from './testing/strands-before-panel.js';

let api: TestApi;
let sitting: StrandSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await strandSitting(api);
}, 180_000);
afterAll(() => api.close());

const contentFor = async (key: string) => packContent(await papersOf(api, sitting.id, key));
const packFor = async (who: string, of: string, format: string) =>
  api.ask(
    who,
    'GET',
    `/api/v1/sittings/${sitting.id}/pack?recipient=${api.founded.people[of]}&format=${format}`,
  );

describe('the sheet of a person or a place', () => {
  it('holds what whoever reads the case may see, in HTML and in PDF alike', async () => {
    const content = await contentFor('chair');
    expect(content.persons.map(({ item }) => item.title)).toEqual(['Person Amber-04']);
    expect(content.places.map(({ item }) => item.title)).toEqual(['Place Cedar-01']);
    const html = textOfHtml((await packFor('chair', 'chair', 'html')).body);
    const pdf = (await openPdf((await packFor('chair', 'chair', 'pdf')).rawPayload)).body;
    const texts = [...new Set(textsOf(content).map(withoutSpace))].filter((text) => text !== '');
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    expect(texts.filter((text) => !pdf.includes(text))).toEqual([]);
  });

  it('is short for a member of the panel, and says what it leaves out', async () => {
    const [sheet] = (await contentFor('member-health')).persons;
    expect(sheet?.item.title).toBe('Person Amber-04');
    expect(sheet?.withheld).toEqual([
      'The case behind this sheet is left out: who owns it, how the priority came about, investigation, release. This reader has the sheet alone.',
    ]);
    expect(sheet?.facts.map(({ label }) => label)).not.toContain('Owner');
    expect(sheet?.priorityFrom).toEqual([]);
  });

  it('never says disclosure where it names a linked child, nor that a basis is missing', async () => {
    const [beside] = (await contentFor('chair')).persons;
    expect(beside?.links.map(({ other }) => other)).toContain('Robin Linked');
    expect(beside?.bases.map(({ basis }) => basis)).toEqual(['Repeat association']);
    const [alone] = (await contentFor('member-police')).persons;
    expect(alone?.links).toEqual([]);
    expect(alone?.bases.map(({ basis }) => basis)).toEqual(['Disclosure', 'Repeat association']);
  });
});

describe('a person who is a child', () => {
  it('has no sheet and no name in any copy until the chair decides that it is printed', async () => {
    const named = async (key: string) => JSON.stringify(await contentFor(key)).includes('Person Amber-06');
    expect([await named('chair'), await named('coordinator'), await named('member-health')]).toEqual([
      false,
      false,
      false,
    ]);
    const [child] = (await contentFor('chair')).children;
    expect(child?.links.map(({ other }) => other).sort()).toEqual([
      'A person whom this copy does not name',
      'Person Amber-04',
    ]);
    await api.give(
      'chair',
      'person-cases/decide-printing',
      { printing: 'yes', reasons: 'Made up' },
      sitting.young,
    );
    expect([await named('chair'), await named('coordinator'), await named('member-health')]).toEqual([
      true,
      true,
      false,
    ]);
    const sheets = (await contentFor('chair')).persons.map(({ item }) => item.title);
    expect(sheets).toEqual(['Person Amber-04', 'Person Amber-06']);
  });
});

describe('intelligence and links in the papers', () => {
  const copies = ['chair', 'coordinator', 'member-health', 'member-police', 'senior'];

  it('are never unsanitised or ungraded, whoever reads them', async () => {
    for (const key of copies) {
      const text = JSON.stringify(await contentFor(key));
      expect(text, key).not.toContain(unsanitised);
      expect(text, key).not.toContain(ungraded);
    }
  });

  it('are printed sanitised for those alone to whom they were given, with grade and handling', async () => {
    const given = (await contentFor('member-health')).intelligence;
    expect(given).toMatchObject([
      { words: sanitised, grade: '1 B P', handling: 'P – lawful sharing is permitted', items: 'This agenda' },
    ]);
    for (const key of ['chair', 'coordinator', 'member-police'])
      expect((await contentFor(key)).intelligence, key).toEqual([]);
  });

  it('stay on the screen where they are for covert use alone, which the copy says to whoever has them', async () => {
    const content = await contentFor('member-health');
    expect(JSON.stringify(content)).not.toContain(covert);
    expect(content.withheld[0]).toMatch(/^Intelligence that is for covert use alone is never printed/);
    expect(JSON.stringify((await contentFor('chair')).withheld)).not.toContain('covert');
  });

  it('are in no copy that somebody else has made who was not given them', async () => {
    const own = await packFor('member-health', 'member-health', 'html');
    expect(own.body).toContain(sanitised);
    const made = await packFor('coordinator', 'member-health', 'html');
    expect(made.statusCode).toBe(200);
    expect(made.body).not.toContain(sanitised);
    expect(made.body).not.toContain('covert use');
  });

  it('are known to the desk copy by copy, and as an earlier text once they are written anew, which nobody else reads any more', async () => {
    const { items } = (await api.ask('intelligence', 'GET', '/api/v1/intelligence')).json();
    const open = ({ desk }: { desk: { parts: string[]; closed: boolean } }) =>
      desk.parts.includes('sheet') && !desk.closed;
    const { id: report } = items.find(open);
    const seen = async (who: string) => (await api.ask(who, 'GET', `/api/v1/intelligence/${report}`)).json();
    const copiesOf = async (who: string) => {
      const { copies } = (await seen(who)) as { copies: { recipientName: string; isEarlier: boolean }[] };
      return copies.map(({ recipientName, isEarlier }) => `${recipientName}: ${isEarlier}`);
    };
    expect((await packFor('member-health', 'member-health', 'html')).body).toContain(sanitised);
    const before = await copiesOf('intelligence');
    expect(new Set(before)).toEqual(new Set(['Hana Health-Member: false']));
    expect(await copiesOf('member-health')).toEqual([]);
    const anew = 'Written anew, as it showed who told it (made up)';
    await api.give('intelligence', 'intelligence/sanitise', { sheet: anew }, report);
    const after = await copiesOf('intelligence');
    expect(after).toEqual(before.map(() => 'Hana Health-Member: true'));
    const recipient = JSON.stringify(await seen('member-health'));
    expect([recipient.includes(anew), recipient.includes(sanitised)]).toEqual([true, false]);
    const history = await api.ask('member-health', 'GET', `/api/v1/history/${report}`);
    expect(history.body).not.toContain(sanitised);
    expect((await packFor('member-health', 'member-health', 'html')).body).toContain(anew);
    expect(await copiesOf('intelligence')).toEqual(['Hana Health-Member: false', ...after]);
  });
});

describe('the sheet of a cluster', () => {
  const number = '07700 900321';
  const why = 'One number rings three children (made up)';
  let meeting: string;
  const sheetFor = async (key: string) => packContent(await papersOf(api, meeting, key)).clusters[0];
  beforeAll(async () => {
    const cluster = await aProposedCluster(api, number);
    await api.give('duty', 'clusters/confirm-cluster', { words: why }, cluster);
    const discussed = { agencies: ['Police', 'Health'], outcome: 'joint-plan', words: 'One visit for all' };
    await api.give('duty', 'clusters/record-cluster-discussion', discussed, cluster);
    const links = await api.ask('intelligence', 'GET', '/api/v1/links');
    const [one] = (links.json().items as { id: string; to: { name: string } }[]).filter(({ to }) =>
      JSON.stringify(to).includes('7700900321'),
    );
    await api.give('intelligence', 'links/grade-link', aLinkGrade('2026-06-01'), one?.id);
    meeting = await openSitting(api, '2026-02-19T10:00:00.000Z', '2026-02-19T11:00:00.000Z');
    await addItem(api, meeting, cluster, { caseKind: 'cluster', section: 'theme' });
  });

  it('says to the chair what the children share and what was agreed, and names those alone whose link is graded', async () => {
    const sheet = await sheetFor('chair');
    const facts = Object.fromEntries((sheet?.facts ?? []).map(({ label, words }) => [label, words]));
    expect(facts).toMatchObject({
      'What they share': expect.stringContaining('900321'),
      Children: '3',
      'Why it was confirmed': why,
      'Complex abuse discussion': expect.stringMatching(/^One plan for all the children/),
      'Agencies at the discussion': 'Police, Health',
    });
    expect(sheet?.links.map(({ other, grade }) => [other.endsWith(`Made-up ${number}`), grade])).toEqual([
      [true, '1 B P'],
    ]);
  });

  it('is left out of the copy of a member who does not read clusters, which says so', async () => {
    const content = packContent(await papersOf(api, meeting, 'member-health'));
    expect(content.clusters).toEqual([]);
    expect(JSON.stringify(content)).not.toContain('900321');
    expect(content.withheld.join(' ')).toMatch(/The sheet of item \d+ is left out/);
  });

  it('stands in the copy of the chair, and in none that the chair has made for a member', async () => {
    const pack = (who: string, of: string) =>
      api.ask(who, 'GET', `/api/v1/sittings/${meeting}/pack?recipient=${api.founded.people[of]}&format=html`);
    await api.give(
      'coordinator',
      'sittings/issue-papers',
      { recipients: ['chair', 'member-health'].map((key) => api.founded.people[key]) },
      meeting,
    );
    expect((await pack('chair', 'chair')).body).toContain(why);
    const made = await pack('chair', 'member-health');
    expect(made.statusCode).toBe(200);
    expect(made.body).not.toContain('900321');
    expect(made.body).not.toContain(why);
  });
});

describe('the minutes', () => {
  it('call a person of concern by the reference, whoever reads them', async () => {
    const minutes = JSON.stringify(minutesContent(await papersOf(api, sitting.id, 'chair')));
    expect(minutes).not.toContain('Person Amber-04');
    expect(minutes).toContain('Person of concern P-');
  });
});
