import { openPdf, textOfHtml, textsOf, withoutSpace } from '@mase/documents/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { packContent } from './pack-model.js';
import { leftOut } from './papers.js';
import { canary, type LittleSitting, littleSitting } from './testing/little-sitting.js';
import { papersOf as papersFor } from './testing/papers-of.js';

let api: TestApi;
let sitting: LittleSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
  api.time.now = '2026-01-15T16:30:00.000Z';
});
afterAll(() => api.close());

const papersOf = (key: string) => papersFor(api, sitting.id, key);

const answerFor = (key: string, format: string) =>
  api.ask(
    key,
    'GET',
    `/api/v1/sittings/${sitting.id}/pack?recipient=${api.founded.people[key]}&format=${format}`,
  );

describe('the content of a pack', () => {
  it('holds the same words as HTML and as PDF, whoever reads it', async () => {
    for (const key of ['chair', 'member-health']) {
      const html = textOfHtml((await answerFor(key, 'html')).body);
      const pdf = (await openPdf((await answerFor(key, 'pdf')).rawPayload)).body;
      const texts = [...new Set(textsOf(packContent(await papersOf(key))).map(withoutSpace))].filter(
        (text) => text !== '',
      );
      expect(texts.length).toBeGreaterThan(100);
      expect(texts.filter((text) => !html.includes(text))).toEqual([]);
      expect(texts.filter((text) => !pdf.includes(text))).toEqual([]);
    }
  });

  it('gives times from the start of the sitting, in local time, with the parts that every sitting has', async () => {
    const { agenda } = packContent(await papersOf('chair'));
    expect(agenda.map((section) => section.title)).toEqual(['Opening', 'Children', 'Closing']);
    const lines = agenda
      .flatMap((section) => section.items)
      .map(({ number, title, from, to }) => [number, title, from, to]);
    expect(lines.slice(3, 6)).toEqual([
      [4, 'Robin Ordinary', '10:17', '10:21'],
      [5, 'Sam Shielded', '10:21', '10:33'],
      [6, 'Alex Untold', '10:33', '10:36'],
    ]);
  });

  it('shows an ordinary child with voice, plan, grade and safety action, from what was recorded', async () => {
    const [robin] = packContent(await papersOf('coordinator')).children;
    expect(robin?.aboutMe.chosenName).toBe('Robbie');
    expect(robin?.identity).toMatchObject({
      age: '15 years, 16 on Monday 1 June 2026',
      household: 'Mother and a brother',
    });
    expect(robin?.gradeNow).toBe('Medium');
    expect(robin?.grades[0]?.current).toMatchObject({
      grade: 'Medium',
      by: 'confirmed by Mo Manager',
      reasons: 'Messages from an adult (made up)',
    });
    expect(robin?.childView.quotations[0]).toMatchObject({ words: 'I want them to stop waiting for me.' });
    expect(robin?.parentView.attempts[0]).toContain('Nobody answered');
    expect(robin?.safetyActions[0]).toMatchObject({
      what: 'Robbie is driven home from school',
      who: 'Aunt Maddie',
    });
    expect(robin?.plan).toMatchObject({ state: 'Agreed in full, version 1', gaps: [] });
    expect(robin?.plan.actions.flatMap((group) => group.actions.map((one) => one.owner))).toEqual([
      'Indy Interviewer',
      'Hana Health-Member',
    ]);
    expect(robin?.worker).toMatchObject({
      name: 'Wren Worker',
      count: 'Robbie has had 1 worker.',
    });
  });

  it('says of a child of whom nothing more is known that it is not recorded, and never invents', async () => {
    const alex = packContent(await papersOf('coordinator')).children[2];
    expect(alex).toMatchObject({ statuses: null, safetyActions: [], updates: [], previousDecisions: [] });
    expect(alex?.identity).toMatchObject({ age: null, sex: null, legalStatus: null });
    expect(alex?.plan.state).toMatch(/^No plan is agreed/);
    expect(alex?.childView).toEqual({ quotations: [], attempts: [] });
  });

  it('puts an overdue action first and says how late it was on the day of issue', async () => {
    const [overdue, open] = packContent(await papersOf('chair')).actionLog;
    expect(overdue?.actions).toMatchObject([
      { what: 'Walk with Sam to the bus', late: '3 working days late', about: 'Sam Shielded' },
    ]);
    expect(open?.actions).toHaveLength(3);
  });

  it('prints the disruption part for the chair and the owner, and for nobody who may not read it', async () => {
    const seen = async (key: string) => (await answerFor(key, 'html')).body.includes(canary);
    expect(await Promise.all(['chair', 'member-police', 'senior'].map(seen))).toEqual([true, true, true]);
    expect(await Promise.all(['coordinator', 'member-health', 'substitute', 'observer'].map(seen))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const pdf = await openPdf((await answerFor('member-health', 'pdf')).rawPayload);
    expect(pdf.pages.join('')).not.toContain(canary);
  });

  it('a member’s copy says what it leaves out and never calls it not recorded', async () => {
    const pack = packContent(await papersOf('substitute'));
    expect(pack.withheld).toContain(
      'The action log holds the actions that this reader may open; others are left out.',
    );
    expect(JSON.stringify(pack)).not.toContain('No action is overdue');
    const [robin] = pack.children;
    expect(robin?.withheld.join(' ')).toMatch(
      /case file behind this sheet is left out.*Disruption actions, if there are any, are left out/,
    );
    expect(robin?.harm[0]).toMatchObject({ basis: 'Left out of this copy' });
    expect(robin?.chronology.map((entry) => entry.what)).not.toContain('Referral received');
  });

  it('the sheets of children whose disruption part is empty and full are withheld in the same words', async () => {
    const [robin, sam] = packContent(await papersOf('substitute')).children;
    expect(sam?.withheld).toEqual(robin?.withheld);
  });

  it('an observer’s copy holds no child and says so', async () => {
    const recipients = ['chair', 'observer'].map((key) => api.founded.people[key]);
    await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
    const pack = packContent(await papersOf('observer'));
    expect(pack.children).toEqual([]);
    expect(pack.agenda.map((section) => section.title)).toEqual(['Opening', 'Closing']);
    expect(pack.withheld[0]).toMatch(
      /^Items about children, persons and places, their sheets and minutes are left out/,
    );
    expect(JSON.stringify(pack)).not.toMatch(/Robin|Sam|Alex/);
  });
});

describe('what a child would have everybody know first', () => {
  it('stands in the sheet with statuses and their next dates for whoever reads the child’s record, and is left out for others', async () => {
    const { childId } = await api.view('manager', 'child-cases', sitting.cases.robin);
    const me = {
      likes: 'Skating (made up)',
      bestWay: 'Text first',
      needs: 'Short sentences',
      specialist: 'None yet',
    };
    await api.give('worker', 'children/record-about-me', me, childId);
    const line = {
      status: 'protection-plan',
      since: '2026-01-05',
      next: '2026-02-02',
      nextWhat: 'core group',
    };
    await api.give('worker', 'children/record-status-line', line, childId);
    const robinFor = async (key: string) =>
      packContent(await papersOf(key)).children.find(({ aboutMe }) => aboutMe.chosenName.startsWith('Rob'));
    const coordinator = await robinFor('coordinator');
    expect(coordinator?.aboutMe).toMatchObject({
      likes: me.likes,
      reach: 'Text first',
      communication: me.needs,
    });
    expect(coordinator?.statuses).toEqual([
      {
        status: 'Protection plan',
        since: 'Monday 5 January 2026',
        next: 'Monday 2 February 2026, core group',
      },
    ]);
    const member = await robinFor('member-health');
    expect([member?.aboutMe.likes, member?.statuses]).toEqual([leftOut, leftOut]);
  });

  it('says to whoever reads what keeps the child safe of whom a contact caution is and what not to do; why, to nobody', async () => {
    const caution = {
      who: 'CANARY-STEPFATHER',
      whatNot: 'No letters home',
      why: 'CANARY-WHY',
      until: '2026-02-10',
    };
    await api.give(
      'manager',
      'child-cases/set-contact-caution',
      { party: 'other', ...caution },
      sitting.cases.robin,
    );
    const sheets = async (key: string) => JSON.stringify(packContent(await papersOf(key)).children);
    for (const key of ['coordinator', 'member-police'])
      expect(await sheets(key)).toContain('CANARY-STEPFATHER: No letters home');
    for (const key of ['coordinator', 'chair', 'member-police'])
      expect(await sheets(key)).not.toContain('CANARY-WHY');
  });
});
