import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import { aWorld, type Partnership } from '../testing/people.js';

const subjects = ({ items }: SittingBuilder) => items.map(({ subjectId }) => subjectId);
const aTheme = { subject: 'theme', title: 'The quay (made up)', words: 'Made-up papers', section: 'theme' };

/** A sitting of the panel that ends without having reached anything; under a free name where no panel is named. */
function notReached(world: Partnership, caseId: string, panelId?: string): SittingBuilder {
  const sitting = aSitting(world, 14, panelId).withItem(caseId).inSessionInquorate();
  return sitting.ended();
}

describe('what a sitting did not reach', () => {
  it.each([true, false])(
    'stands on the agenda that is opened next, of a panel on the books: %s',
    (onBooks) => {
      const world = aWorld();
      const panelId = onBooks ? aPanel(world).id : undefined;
      const one = aChildCase(world).listed();
      const first = notReached(world, one.id, panelId);
      expect(first.items[0]?.state).toBe('returned');
      const next = aSitting(world, 28, panelId).agendaOpen();
      expect(subjects(next)).toEqual([one.id]);
      expect(next.record.standing.order).toEqual(next.items.map(({ id }) => id));
      expect(next.items[0]?.standing).toMatchObject({ asked: 'Does the plan suffice?', late: false });
      expect(one.record.standing.onAgenda).toBe(next.id);
      next.inSession().deciding(one.id);
    },
  );

  it('goes straight on an agenda that is open, and on one whose papers are out as a late item', () => {
    for (const papers of [false, true]) {
      const world = aWorld();
      const [one, other] = [aChildCase(world).listed(), aChildCase(world).listed()];
      const next = aSitting(world, 28).withItem(other.id);
      if (papers) next.papersIssued();
      notReached(world, one.id);
      expect(subjects(next)).toEqual([other.id, one.id]);
      expect(next.items[1]?.standing.late).toBe(papers);
      expect(one.record.standing.onAgenda).toBe(next.id);
    }
  });

  it('is carried of a person, of a place and of a child whose item was open when the sitting ended', () => {
    const world = aWorld();
    const person = aPersonCase(world).active().listed();
    const place = aLocationCase(world).active().listed();
    const child = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(child.id);
    const add = (caseId: string, caseKind: string, section: string) =>
      sitting.give('add-item', { caseId, caseKind, section, asked: 'Now?' });
    add(person.id, 'personCase', 'person');
    add(place.id, 'locationCase', 'location');
    sitting.inSession().hearing(child.id).ended();
    const next = aSitting(world, 28).agendaOpen();
    expect(next.items.map(({ standing }) => standing.section)).toEqual([
      'child-review',
      'person',
      'location',
    ]);
    next.inSession().deciding(child.id);
  });

  it('comes back sitting after sitting, once each, until it has an outcome', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    notReached(world, one.id);
    const second = aSitting(world, 28).agendaOpen().inSessionInquorate().ended();
    const third = aSitting(world, 42).agendaOpen();
    expect([second, third].map(subjects)).toEqual([[one.id], [one.id]]);
    third.inSession().deciding(one.id).ended();
    expect(subjects(aSitting(world, 56).agendaOpen())).toEqual([]);
  });

  it('keeps the papers of a theme, which the earlier item knows was taken up', () => {
    const world = aWorld();
    const sitting = aSitting(world).agendaOpen();
    sitting
      .give('add-subject', { ...aTheme, asked: 'What is done?' })
      .inSessionInquorate()
      .ended();
    const next = aSitting(world, 28).agendaOpen();
    const [taken] = next.items;
    expect(taken?.standing).toMatchObject({ name: aTheme.title, hasWords: true, subject: { carried: true } });
    expect(sitting.items[0]?.standing.takenUpBy).toBe(taken?.id);
    expect(world.written.get(taken?.id ?? '')).toMatchObject([{ body: { words: aTheme.words } }]);
    expect(aSitting(world, 42).agendaOpen().items).toEqual([]);
  });

  it('is carried of a restricted case too, whoever opens the agenda, where its chair reads it', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const { chair, deputyChair } = world.people;
    one.give('restrict', { reason: 'A made-up risk', readers: [chair.userId] }, 'manager');
    const first = aSitting(world).agendaOpen();
    first.give('add-item', { caseId: one.id, section: 'child-review', asked: 'Now?' }, 'chair');
    const payload = { recipients: [chair.userId] };
    first.give('issue-papers', payload, 'chair').inSessionInquorate().ended();
    const elsewhere = aSitting(world, 28);
    elsewhere.give('move-sitting', { chairId: deputyChair.userId, reason: 'Made up' }).agendaOpen();
    expect(elsewhere.items).toEqual([]);
    expect(subjects(aSitting(world, 42).agendaOpen())).toEqual([one.id]);
  });
});

describe('nothing carries itself', () => {
  type Way = (one: ChildCaseBuilder, world: Partnership) => void;
  const ways: [string, Way][] = [
    ['whose listing was withdrawn', (one) => one.give('withdraw-listing', { reason: 'x' }, 'chair')],
    [
      'that was withdrawn and is listed anew',
      (one) => one.give('withdraw-listing', { reason: 'x' }, 'chair').listed(),
    ],
    [
      'that is deferred beyond the sitting',
      (one) => one.give('defer-listing', { reason: 'x', until: '2026-12-20' }, 'chair'),
    ],
    ['that waits on another agenda', (one, world) => aSitting(world, 21, aPanel(world).id).withItem(one.id)],
    [
      'that was taken off an agenda with a reason',
      (one, world) => {
        const between = aSitting(world, 21).agendaOpen();
        const payload = { reason: 'Heard at the next but one' };
        const record = between.itemOf(one.id).id;
        world.give('agenda-items/take-off-agenda', payload, world.people.chair, { record });
      },
    ],
  ];
  it.each(ways)('%s', (_, meanwhile) => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    notReached(world, one.id);
    meanwhile(one, world);
    expect(aSitting(world, 28).agendaOpen().items).toEqual([]);
  });

  it('of another panel', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    notReached(world, one.id, aPanel(world).id);
    expect(aSitting(world, 28, aPanel(world, { name: 'South' }).id).agendaOpen().items).toEqual([]);
  });
});

it('the next sitting is told of the end whether or not anything comes: its version tells nothing of a closed case', () => {
  const versions = [true, false].map((reached) => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(one.id).inSession();
    if (reached) sitting.deciding(one.id);
    const next = aSitting(world, 28).agendaOpen();
    sitting.ended();
    return next.record.version;
  });
  expect(versions[0]).toBe(versions[1]);
});
