import { openPdf, withoutSpace } from '@mase/documents/testing';
import { openOwner } from '@mase/store/testing';
import { aQuorum, broughtForward } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { actionLog } from './action-log.js';
import { packContent } from './pack-model.js';
import { addItem, canary, type LittleSitting, littleSitting, openSitting } from './testing/little-sitting.js';
import { papersOf } from './testing/papers-of.js';

let api: TestApi;
let sitting: LittleSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
});
afterAll(() => api.close());

const paper = (id: string, key: string, document: string, format = 'html') =>
  api.ask(
    key,
    'GET',
    `/api/v1/sittings/${id}/pack?recipient=${api.founded.people[key]}&format=${format}&document=${document}`,
  );

const person = (name: string, agencyKind: string, over: object = {}) => ({
  name,
  agency: name.split(' ')[1],
  agencyKind,
  as: 'member',
  attendance: 'present',
  ...over,
});

/** The panel sits: Robin's item is decided with an action, Sam's with dissent, Alex is not reached. */
async function sits(): Promise<void> {
  const { give, founded } = api;
  const { id, items } = sitting;
  api.time.now = '2026-01-22T09:50:00.000Z';
  const attendance = [
    person('Chris Care', 'social-care'),
    person('Pat Police', 'police'),
    person('Sal School', 'education', { as: 'presenter', itemIds: [items.robin] }),
    person('Hana Health', 'health'),
    person('Obi Onlooker', 'education', { as: 'observer', confidentialitySigned: true }),
    person('Lou Late', 'licensing', {
      attendance: 'apologies-with-update',
      updateReceived: '2026-01-21T15:00:00Z',
    }),
  ];
  await give('coordinator', 'sittings/record-attendance', { attendance }, id);
  await give('chair', 'sittings/start-sitting', broughtForward, id);
  await give('chair', 'agenda-items/open-item', {}, items.robin);
  const action = {
    what: 'Walk the way home with Robbie',
    ownerId: founded.people['charity-worker'],
    part: 'safety',
    due: '2026-02-02',
  };
  await give(
    'chair',
    'agenda-items/record-panel-decision',
    {
      decision: 'continue',
      reasons: 'The plan is three weeks old.',
      actions: [action],
      nextReview: '2026-02-26',
    },
    items.robin,
  );
  await give('chair', 'agenda-items/open-item', {}, items.sam);
  const hidden = {
    what: `Visit ${canary}`,
    ownerId: founded.people.intelligence,
    part: 'disruption',
    due: '2026-02-20',
  };
  const dissent = [{ from: 'Health', words: 'The plan should change now.' }];
  await give(
    'coordinator',
    'agenda-items/record-panel-decision',
    {
      decision: 'regrade',
      grade: 'high',
      reasons: 'Harm is current.',
      dissent,
      actions: [hidden],
      nextReview: '2026-02-26',
    },
    items.sam,
  );
  await give('chair', 'sittings/end-sitting', {}, id);
}

describe('the minutes of a sitting', () => {
  it('are not there before it ends', async () => {
    const answer = await paper(sitting.id, 'chair', 'minutes');
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'NO_MINUTES']);
  });

  it('say who came, what was decided with dissent and actions, what is carried forward, and nothing that nobody recorded', async () => {
    await sits();
    const { body } = await paper(sitting.id, 'chair', 'minutes');
    for (const words of [
      'Draft, version 1',
      'The sitting was quorate: ',
      'written update received 15:00 on Wednesday 21 January 2026',
      'Item 4: ',
      'The plan is three weeks old.',
      'Walk the way home with Robbie',
      'Charlie Charity, by Monday 2 February 2026.',
      'Decision: regrade.',
      'Grade: high, as before.',
      'Health disagreed: “The plan should change now.”',
      'Item 6: ',
      'Not reached: it waits for the next agenda.',
      'Next review on Thursday 26 February 2026.',
    ])
      expect(body).toContain(words);
    expect(body).not.toMatch(/No connection is recorded|No new action|Actions of earlier sittings|None\./);
    const pdf = await openPdf((await paper(sitting.id, 'chair', 'minutes', 'pdf')).rawPayload);
    expect(pdf.body).toContain(withoutSpace('Walk the way home with Robbie'));
    expect(pdf.pages.every((page) => page.includes(withoutSpace('for Chris Chair')))).toBe(true);
  });

  it('say what is right where a decision was wrongly recorded, and its action stays given by it', async () => {
    const { items, id } = sitting;
    const { written } = await api.view('chair', 'agenda-items', items.robin);
    const row = (written as unknown as { id: string; kind: string }[]).find(
      ({ kind }) => kind === 'decision',
    );
    const right = { rowId: row?.id, words: 'The plan is four weeks old.', reason: 'Miscounted' };
    await api.give('coordinator', 'agenda-items/correct-entry', right, items.robin);
    const { body } = await paper(id, 'chair', 'minutes');
    expect(body).toContain('Draft, version 2');
    expect(body).toContain('The plan is four weeks old.');
    expect(body).not.toContain('The plan is three weeks old.');
    expect(body).toContain('Walk the way home with Robbie');
  });

  it('hold what somebody wrote in every section, the general ones too, and say when they were agreed', async () => {
    const { items, id } = sitting;
    const sections = [
      { heading: 'Who came', text: 'Present: as signed at the door.' },
      {
        heading: 'Robin',
        text: 'The school described two cars at the gate.\nThe aunt was thanked.',
        itemId: items.robin,
      },
      { heading: 'Sam', text: 'Police spoke of Thursday.', itemId: items.sam },
      { heading: 'Alex', text: 'Not reached.', itemId: items.alex },
      { heading: 'Any other business', text: 'The kettle is to be mended.' },
    ];
    await api.give('coordinator', 'sittings/change-minutes', { sections }, id);
    await api.give('chair', 'sittings/agree-minutes', {}, id);
    const { body } = await paper(id, 'member-police', 'minutes');
    expect(body).toContain('The school described two cars at the gate.');
    expect(body).toContain('Agreed on Thursday 22 January 2026');
    const headings = [...body.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings.slice(-5)).toEqual(['Who came', 'Robin', 'Sam', 'Alex', 'Any other business']);
    expect(body).toContain('Present: as signed at the door.');
    expect(body).toContain('The kettle is to be mended.');
    expect(body).not.toContain('Sal School');
  });

  it('once agreed are the same in every print, whatever has happened since', async () => {
    const printed = async () => {
      const { body, headers } = await paper(sitting.id, 'chair', 'minutes');
      return { version: headers['pack-version'], digest: body.match(/sha256 [0-9a-f ]+/)?.[0] };
    };
    const before = await printed();
    const { rows } = await openOwner(api.database.connections.owner, (client) =>
      client.query<{ id: string }>(
        "select id from record where kind = 'planAction' and parent_id = $1 and phase <> 'ended'",
        [sitting.cases.sam],
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    api.time.now = '2026-02-06T10:00:00.000Z';
    for (const { id } of rows)
      await api.give('manager', 'plan-actions/end-action', { how: 'not-done', reason: 'Moved away' }, id);
    // What this sitting did not reach stands on that agenda now; cancelled, it is on none.
    const later = await openSitting(api, '2026-04-23T10:00:00.000Z', '2026-04-23T12:00:00.000Z');
    expect(await printed()).toEqual(before);
    await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'Snow' }, later);
  });

  it('give a member no disruption action, and whoever may read them those as they were given', async () => {
    const { body } = await paper(sitting.id, 'substitute', 'minutes');
    expect(body).not.toContain(canary);
    expect(body).toContain('Disruption actions, if any were given, are left out');
    expect((await paper(sitting.id, 'chair', 'minutes')).body).toContain(canary);
  });

  it('stand in the next pack, with the overdue action of a decision first, though its child is not on that agenda', async () => {
    api.time.now = '2026-02-09T10:00:00.000Z';
    const next = await openSitting(api, '2026-02-26T10:00:00.000Z', '2026-02-26T12:00:00.000Z');
    const again = await addItem(api, next, sitting.cases.sam);
    const heard = await api.ask('chair', 'GET', `/api/v1/agenda-items/${again}`);
    expect(heard.json().previous.fixed).toEqual(['Grade: high, as before.']);
    const { body } = await paper(next, 'chair', 'pack');
    const log = body.slice(body.indexOf('id="action-log"'), body.indexOf('id="children"'));
    expect(log).toContain('Walk the way home with Robbie');
    expect(log).toContain('5 working days late');
    expect(log).toContain('Robin Ordinary');
    const previous = body.slice(body.indexOf('id="previous-minutes"'));
    expect(previous).toContain('Agreed on Thursday 22 January 2026');
    expect(previous).toContain('The aunt was thanked.');
    const sheet = body.slice(body.indexOf('id="child-0"'), body.indexOf('id="previous-minutes"'));
    expect(sheet).toMatch(/Thursday 22 January 2026: Regrade\. Grade: high, as before\.</);
    expect(sheet).toContain('Health: The plan should change now.');
    // Two days on the plan of Robin, who was heard last time only, is late too: this log does not hold that.
    api.time.now = '2026-02-12T10:00:00.000Z';
    const papers = await papersOf(api, next, 'chair');
    const asked = packContent(papers).agenda.flatMap(({ items }) => items.map((one) => one.asked));
    const [late] = actionLog(papers);
    expect(late).toMatchObject({ title: 'Overdue' });
    expect(late?.actions.map(({ what }) => what)).toEqual(['Walk the way home with Robbie']);
    expect(asked).toContain('Answer for each overdue action. 1 is overdue: decide on each.');
    api.time.now = '2026-02-09T10:00:00.000Z';
  });

  it('once agreed are corrected at a later sitting: they stay, with what it minuted of the part and of the child', async () => {
    const { items, id } = sitting;
    const next = await openSitting(api, '2026-02-27T10:00:00.000Z', '2026-02-27T12:00:00.000Z');
    await addItem(api, next, sitting.cases.robin);
    await api.give('coordinator', 'sittings/issue-papers', { recipients: [api.founded.people.chair] }, next);
    await api.give('coordinator', 'sittings/record-attendance', aQuorum(), next);
    await api.give('chair', 'sittings/start-sitting', broughtForward, next);
    const amend = (payload: object) =>
      api.give('chair', 'sittings/amend-minutes', { sittingId: next, ...payload }, id);
    await amend({ wrong: 'the kettle', right: 'the printer' });
    await amend({ itemId: items.robin, wrong: 'two cars', right: 'one car' });
    const { body } = await paper(id, 'member-police', 'minutes');
    expect(body).toContain('The school described two cars at the gate.');
    expect(body).toMatch(/Corrected at .* on Friday 27 February 2026: for “two cars” read “one car”\./);
    expect(body).toMatch(/Corrected since these minutes were agreed.*for “the kettle” read “the printer”/s);
    expect((await paper(next, 'chair', 'pack')).body).toContain('read “one car”');
    const { amendments } = await api.view('member-police', 'sittings', id);
    expect(amendments).toMatchObject([{ itemId: null }, { itemId: items.robin, right: 'one car' }]);
    const filed = await api.view('manager', 'child-cases', sitting.cases.robin);
    expect(JSON.stringify(filed)).toContain('read “one car”');
  });

  it('leave actions to a log of the panel: overdue first, by agency, to whoever may open them, and as a file', async () => {
    const next = await openSitting(api, '2026-03-26T10:00:00.000Z', '2026-03-26T12:00:00.000Z');
    const look = (who: string, query = '') =>
      api.ask(who, 'GET', `/api/v1/sittings/${next}/action-log${query}`);
    const { groups, agencies } = (await look('chair')).json();
    expect(groups[0]).toMatchObject({ title: 'Overdue', actions: [{ about: 'Robin Ordinary' }] });
    expect(groups.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Not done/),
        expect.stringMatching(/^No longer possible/),
      ]),
    );
    const [agency] = agencies;
    expect(JSON.stringify((await look('chair', `?agency=${encodeURIComponent(agency)}`)).json())).toContain(
      'Walk the way home',
    );
    expect((await look('chair', '?agency=Nobody')).json().groups[0].actions).toEqual([]);
    expect(JSON.stringify((await look('member-police')).json())).not.toContain(canary);
    expect((await look('chair', '?format=csv')).body).toContain('Walk the way home with Robbie');
  });
});
