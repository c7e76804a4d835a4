import { describe, expect, it } from 'vitest';
import { principalsOf } from '../roles.js';
import type { SittingStanding } from '../sittings/standing.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel, aSeries, panelWords } from '../testing/a-panel.js';
import { aSitting } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { UserStanding } from '../users/standing.js';

type Panel = ReturnType<typeof aPanel>;
const ask = (panel: Panel, verb: string, payload: object, who: PersonName = 'coordinator') =>
  whyNot(panel.world.ask(`panels/${verb}`, payload, panel.world.people[who], { record: panel.id }));

/** Whether somebody is among those whom the rules of a record name, by the account as it stands. */
function reads(panel: Panel, id: string, who: PersonName): boolean {
  const { world } = panel;
  const account = world.getRecord(world.people[who].userId).standing as UserStanding;
  const principals = principalsOf({ ...world.people[who], panels: account.panels });
  return (world.readers.get(id) ?? []).some(({ principal }) => principals.includes(principal));
}

describe('a panel', () => {
  it.each([
    ['by a member', {}, 'member', ['forbidden']],
    ['chaired by nobody', { chairId: 'nobody' }, 'coordinator', ['/chairId noChair']],
    ['with a deputy who chairs nothing', { deputyId: 'nobody' }, 'coordinator', ['/deputyId noChair']],
    ['with a quorum of strangers', { quorum: ['circus'] }, 'coordinator', ['/quorum/0 unknown']],
    ['hearing what no agenda has', { sections: ['lunch'] }, 'coordinator', ['/sections/0 unknown']],
    ['needing what no gate asks', { gate: ['luck'] }, 'coordinator', ['/gate/0 unknown']],
  ] as const)('is not founded %s', (_, over, who, why) => {
    const world = aWorld();
    const payload = panelWords(world.people.chair.userId, over as object);
    expect(whyNot(world.ask('panels/found-panel', payload, world.people[who]))).toEqual(why);
  });

  it('takes members with an account and named ones without, once each, and substitutes for a member', () => {
    const panel = aPanel(aWorld()).withMembers('member');
    const { userId } = panel.world.people.member;
    const join = (one: object) => ask(panel, 'change-members', { join: [one], reason: 'x' });
    expect(join({ userId, as: 'member' })).toEqual(['/join/0/userId member']);
    expect(join({ userId: 'nobody', as: 'member' })).toEqual(['/join/0/userId noPerson']);
    expect(join({ as: 'member', name: 'Sam Schools' })).toEqual(['/join/0/name asked']);
    expect(
      join({ as: 'member', name: 'Sam Schools', agency: 'Made-up school', agencyKind: 'education' }),
    ).toEqual([]);
    const nurse = panel.world.people.nurse.userId;
    expect(join({ userId: nurse, as: 'substitute' })).toEqual(['/join/0/forId asked']);
    expect(join({ userId: nurse, as: 'substitute', forId: 'nobody' })).toEqual(['/join/0/forId noMember']);
    expect(join({ userId: nurse, as: 'substitute', forId: userId })).toEqual([]);
    expect(ask(panel, 'change-members', { reason: 'x' })).toEqual(['/join nothing']);
    expect(ask(panel, 'change-members', { leave: ['nobody'], reason: 'x' })).toEqual(['/leave/0 noMember']);
  });

  it('closes only when no sitting is to come; then nothing is asked of it', () => {
    const panel = aPanel(aWorld());
    const sitting = aSitting(panel.world, 14, panel.id);
    expect(ask(panel, 'close-panel', { reason: 'x' })).toEqual(['sittingToCome']);
    sitting.give('cancel-sitting', { reason: 'Snow' });
    expect(ask(panel, 'close-panel', { reason: 'x' })).toEqual([]);
    expect(panel.record.state).toBe('closed');
    const late = { panelId: panel.id, startsAt: '2027-06-03T09:00:00.000Z' };
    expect(
      whyNot(panel.world.ask('sittings/schedule-sitting', late, panel.world.people.coordinator)),
    ).toEqual(['/panelId noPanel']);
  });

  it('asks for a review of its terms of reference by their day', () => {
    const panel = aPanel(aWorld());
    expect(ask(panel, 'publish-terms', { text: 'x', reviewOn: '2020-01-01' })).toEqual(['/reviewOn future']);
    panel.give('publish-terms', { text: 'Made up', reviewOn: '2027-11-01' });
    panel.give('publish-terms', { text: 'Made up again', reviewOn: '2028-11-01' });
    expect(panel.record.standing).toMatchObject({ termsVersion: 2, termsReviewOn: '2028-11-01' });
  });
});

describe('who reads the sittings of a panel', () => {
  it('its own members do, those of another panel do not; the office and the chairs read all', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const north = aPanel(world).withMembers('member');
    const south = aPanel(world, { name: 'South' }).withMembers('nurse');
    const sitting = aSitting(world, 14, north.id).withItem(one.id);
    expect(reads(north, north.id, 'member')).toBe(true);
    for (const id of [sitting.id, sitting.itemOf(one.id).id]) {
      expect([id, reads(north, id, 'member'), reads(south, id, 'nurse')]).toEqual([id, true, false]);
      for (const who of ['coordinator', 'chair', 'deputyChair', 'auditor'] as const)
        expect([who, reads(north, id, who)]).toEqual([who, true]);
    }
  });

  it('a substitute reads them; whoever has left the panel does not', () => {
    const panel = aPanel(aWorld()).withMembers('member');
    const { member, nurse } = panel.world.people;
    panel.give('change-members', {
      join: [{ userId: nurse.userId, as: 'substitute', forId: member.userId }],
      reason: 'Leave',
    });
    const { id } = aSitting(panel.world, 14, panel.id);
    expect([reads(panel, id, 'member'), reads(panel, id, 'nurse')]).toEqual([true, true]);
    panel.give('change-members', { leave: [member.userId], reason: 'A new post' });
    expect([reads(panel, id, 'member'), reads(panel, id, 'nurse')]).toEqual([false, true]);
  });

  it('a sitting under a free name is read by the members of every panel, as before there were panels', () => {
    const panel = aPanel(aWorld());
    const { id } = aSitting(panel.world);
    expect(reads(panel, id, 'member')).toBe(true);
  });
});

describe('a sitting of a panel', () => {
  it('takes from the panel what it does not say itself', () => {
    const panel = aPanel(aWorld(), { link: 'https://meet.example.test/north', minutes: 90 });
    const { standing } = aSitting(panel.world, 14, panel.id).record;
    expect(standing).toMatchObject({
      panel: 'Made-up panel',
      panelId: panel.id,
      place: 'Made-up offices, room 2',
      link: 'https://meet.example.test/north',
      chairName: 'Chris Chair',
      sequence: 0,
    });
    expect(Date.parse(standing.endsAt) - Date.parse(standing.startsAt)).toBe(90 * 60_000);
  });

  it('without a panel says all itself', () => {
    const world = aWorld();
    const payload = { startsAt: '2026-12-03T13:00:00.000Z' };
    expect(whyNot(world.ask('sittings/schedule-sitting', payload, world.people.coordinator))).toEqual([
      '/panel asked',
      '/endsAt asked',
      '/place asked',
      '/chairId asked',
    ]);
  });

  it('is quorate by the quorum of its panel, also where that changes before it is held', () => {
    const panel = aPanel(aWorld(), { quorum: ['police', 'education'] });
    const one = aChildCase(panel.world).listed();
    const sitting = aSitting(panel.world, 14, panel.id).withItem(one.id).papersIssued().withQuorumListed();
    sitting.give('record-attendance', aQuorum());
    expect(sitting.record.standing.quorate).toBe(false);
    const { chair } = panel.world.people;
    panel.give('change-panel', {
      ...panelWords(chair.userId, { name: 'North', quorum: ['police'] }),
      reason: 'x',
    });
    sitting.give('record-attendance', aQuorum());
    expect(sitting.record.standing).toMatchObject({ quorate: true, panel: 'North', sequence: 1 });
  });

  it('hears the parts of an agenda that its panel hears, and no case that is referred to another', () => {
    const world = aWorld();
    const north = aPanel(world, { sections: ['child-new'] });
    const south = aPanel(world, { name: 'South' });
    const one = aChildCase(world).listed();
    const sitting = aSitting(world, 14, north.id).agendaOpen();
    const add = (over: object) =>
      whyNot(
        world.ask(
          'sittings/add-item',
          { caseId: one.id, section: 'child-new', asked: 'x', ...over },
          world.people.coordinator,
          { record: sitting.id },
        ),
      );
    expect(add({ section: 'child-review' })).toEqual(['/section section']);
    const other = aSitting(world, 21, south.id).withItem(one.id).inSession();
    other.deciding(one.id, { decision: 'refer', referTo: north.id });
    expect(one.record.standing.listing).toMatchObject({ panelId: north.id });
    const again = aSitting(world, 28, south.id).agendaOpen();
    const item = { caseId: one.id, section: 'child-review', asked: 'x' };
    expect(
      whyNot(world.ask('sittings/add-item', item, world.people.coordinator, { record: again.id })),
    ).toEqual(['/caseId otherPanel']);
    expect(add({})).toEqual([]);
  });

  it.each([
    ['to nobody', () => ({}), ['/referTo asked']],
    ['to itself', (own: string) => ({ referTo: own }), ['/referTo noPanel']],
    ['to what is no panel', () => ({ referTo: 'nobody' }), ['/referTo noPanel']],
  ] as const)('does not refer a case %s', (_, over, why) => {
    const panel = aPanel(aWorld());
    const one = aChildCase(panel.world).listed();
    const sitting = aSitting(panel.world, 14, panel.id).withItem(one.id).inSession().hearing(one.id);
    const decision = {
      decision: 'refer',
      reasons: 'x',
      actions: [],
      nextReview: '2029-06-01',
      ...over(panel.id),
    };
    const { chair } = panel.world.people;
    const asked = panel.world.ask('agenda-items/record-panel-decision', decision, chair, {
      record: sitting.itemOf(one.id).id,
    });
    expect(whyNot(asked)).toEqual(why);
  });
});

describe('planning by a rule', () => {
  const sittingsOf = (panel: Panel) =>
    panel.world
      .all('sitting')
      .filter(({ parentId }) => parentId === panel.id)
      .map(({ standing }) => standing as SittingStanding);

  it('schedules them all at once, each with its papers clock, and leaves out what is left out or taken', () => {
    const panel = aPanel(aWorld()).withMembers('member');
    panel.give('plan-series', aSeries('2026-12-01', { until: '2027-05-31', leaveOut: ['2027-02-04'] }));
    expect(sittingsOf(panel).map(({ startsAt }) => startsAt)).toEqual([
      '2026-12-03T10:00:00.000Z',
      '2027-01-07T10:00:00.000Z',
      '2027-03-04T10:00:00.000Z',
      '2027-04-01T09:00:00.000Z',
      '2027-05-06T09:00:00.000Z',
    ]);
    const [first] = sittingsOf(panel);
    expect(first?.clocks).toMatchObject([{ rule: 'papers', due: '2026-11-26T23:59:59.999Z' }]);
    expect(ask(panel, 'plan-series', aSeries('2027-03-01', { until: '2027-04-30' }))).toEqual([
      '/from noDay',
    ]);
    expect(panel.record.standing).toMatchObject({ plannedUntil: '2027-05-31', series: { every: 'month' } });
  });

  it.each([
    ['in the past', aSeries('2026-01-01'), ['/from future']],
    ['backwards', aSeries('2027-01-01', { until: '2026-12-31' }), ['/until order']],
    ['for more than a year', aSeries('2027-01-01', { until: '2028-06-01' }), ['/until tooLong']],
    ['by weeks that are not said', aSeries('2027-01-01', { every: 'weeks' }), ['/weeks asked']],
    ['by somebody who chairs nothing', aSeries('2027-01-01', { chairId: 'nobody' }), ['/chairId noChair']],
  ] as const)('%s is refused', (_, payload, why) => {
    expect(ask(aPanel(aWorld()), 'plan-series', payload)).toEqual(why);
  });
});
