import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aQuorum, aSittingOn, broughtForward } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { keptSections } from './kept-sections.js';

const ask = (sitting: SittingBuilder, verb: string, payload: object, who: PersonName = 'coordinator') =>
  whyNot(sitting.world.ask(`sittings/${verb}`, payload, sitting.world.people[who], { record: sitting.id }));

const minutesOf = ({ world, id }: SittingBuilder) => keptSections((world.written.get(id) ?? []) as never);

function withAgenda() {
  const world = aWorld();
  const one = aChildCase(world).listed();
  return { world, one, sitting: aSitting(world).withItem(one.id) };
}

describe('scheduling a sitting', () => {
  it.each([
    ['by a member', {}, 'member', ['forbidden']],
    ['in the past', { startsAt: '2026-11-01T13:00:00.000Z' }, 'coordinator', ['/startsAt future']],
    ['that ends before it starts', { endsAt: '2026-11-01T13:00:00.000Z' }, 'coordinator', ['/endsAt order']],
    ['chaired by nobody', { chairId: 'nobody' }, 'coordinator', ['/chairId noChair']],
  ] as const)('%s is refused', (_, over, who, why) => {
    const world = aWorld();
    const payload = { ...aSittingOn('2026-12-03T13:00:00.000Z', world.people.chair.userId), ...over };
    expect(whyNot(world.ask('sittings/schedule-sitting', payload, world.people[who]))).toEqual(why);
  });

  it('asks for the papers five working days before', () => {
    const { clocks } = aSitting(aWorld(), 30).record.standing;
    expect(clocks).toMatchObject([{ rule: 'papers', due: '2026-11-26T23:59:59.999Z' }]);
  });
});

describe('the agenda', () => {
  it('takes listed cases, once, while it is open', () => {
    const { world, one, sitting } = withAgenda();
    const item = (over: object) => ({ caseId: one.id, section: 'child-review', asked: 'x', ...over });
    const unlisted = aChildCase(world).assessing();
    expect(ask(sitting, 'add-item', item({}))).toEqual(['/caseId onAgenda']);
    expect(ask(sitting, 'add-item', item({ caseId: unlisted.id }))).toEqual(['/caseId notListed']);
    expect(ask(sitting, 'add-item', item({ caseId: 'nobody' }))).toEqual(['/caseId noCase']);
    const other = aChildCase(world).listed();
    expect(ask(sitting, 'add-item', item({ caseId: other.id, section: 'lunch' }))).toEqual([
      '/section section',
    ]);
    expect(ask(sitting, 'add-item', item({ caseId: other.id, presenterId: one.id }))).toEqual([
      '/presenterId noPerson',
    ]);
    expect(ask(aSitting(world), 'add-item', item({ caseId: other.id }))).toEqual(['wrongState']);
  });

  it('takes no case that waits on another agenda, until that item is returned', () => {
    const { world, one, sitting } = withAgenda();
    const item = { caseId: one.id, section: 'child-review', asked: 'x' };
    const next = aSitting(world, 28).agendaOpen();
    expect(ask(next, 'add-item', item)).toEqual(['/caseId onAgenda']);
    sitting.inSession().ended();
    expect(next.items.map(({ subjectId }) => subjectId)).toEqual([one.id]);
    next.give('cancel-sitting', { reason: 'The room was flooded' });
    const last = aSitting(world, 42).withItem(one.id).inSession().deciding(one.id);
    expect(ask(aSitting(world, 56).agendaOpen(), 'add-item', item)).toEqual([]);
    expect(last.itemOf(one.id).state).toBe('decided');
  });

  it('is left at its end by a case whose listing was withdrawn meanwhile', () => {
    const { world, one, sitting } = withAgenda();
    one.give('withdraw-listing', { reason: 'x' }, 'chair');
    sitting.inSession().ended();
    one.listed();
    expect(
      ask(aSitting(world, 28).agendaOpen(), 'add-item', {
        caseId: one.id,
        section: 'child-review',
        asked: 'x',
      }),
    ).toEqual([]);
  });

  it('takes a deferred case only for a sitting on or after its day', () => {
    const world = aWorld();
    const one = aChildCase(world)
      .listed()
      .give('defer-listing', { reason: 'x', until: '2026-11-20' }, 'chair');
    const item = { caseId: one.id, section: 'child-review', asked: 'x' };
    expect(ask(aSitting(world, 14).agendaOpen(), 'add-item', item)).toEqual(['/caseId deferred']);
    expect(ask(aSitting(world, 17).agendaOpen(), 'add-item', item)).toEqual([]);
  });

  it('takes a late item only from the chair, with a reason', () => {
    const { world, sitting } = withAgenda();
    sitting.papersIssued();
    const late = { caseId: aChildCase(world).listed().id, section: 'child-new', asked: 'x' };
    expect(ask(sitting, 'add-item', { ...late, lateReason: 'Today' })).toEqual(['chair']);
    expect(ask(sitting, 'add-item', late, 'chair')).toEqual(['/lateReason asked']);
    expect(ask(sitting, 'add-item', { ...late, lateReason: 'Today' }, 'chair')).toEqual([]);
  });

  it('takes one once in session too, from the chair with a reason, and it is heard', () => {
    const { world, sitting } = withAgenda();
    sitting.inSession();
    const missing = aChildCase(world).listed();
    const late = { caseId: missing.id, section: 'child-new', asked: 'x' };
    const theme = { subject: 'theme', title: 'The quay (made up)', section: 'theme', asked: 'x' };
    for (const [verb, item] of [['add-item', late] as const, ['add-subject', theme] as const]) {
      expect(ask(sitting, verb, { ...item, lateReason: 'This morning' })).toEqual(['chair']);
      expect(ask(sitting, verb, item, 'chair')).toEqual(['/lateReason asked']);
      expect(ask(sitting, verb, { ...item, lateReason: 'This morning' }, 'chair')).toEqual([]);
    }
    expect(sitting.itemOf(missing.id).standing.late).toBe(true);
    sitting.deciding(missing.id).ended();
    expect(minutesOf(sitting).find(({ itemId }) => itemId === sitting.itemOf(missing.id).id)?.text).toContain(
      'Decision: ',
    );
  });

  it('orders every item once; papers go to people with accounts, and not without an item', () => {
    const { world, sitting } = withAgenda();
    expect(ask(sitting, 'order-items', { order: [] })).toEqual(['/order items']);
    expect(ask(sitting, 'order-items', { order: sitting.record.standing.order })).toEqual([]);
    expect(ask(sitting, 'issue-papers', { recipients: ['nobody'] })).toEqual(['/recipients/0 noPerson']);
    expect(ask(aSitting(world).agendaOpen(), 'issue-papers', { recipients: [] })).toEqual(['items']);
  });

  it('holds at most sixty items, so that a sitting stays small', () => {
    const { world, sitting } = withAgenda();
    const { record } = sitting;
    const order = Array.from({ length: 60 }, () => world.nextId());
    world.records.set(sitting.id, { ...record, standing: { ...record.standing, order } });
    const item = { caseId: aChildCase(world).listed().id, section: 'child-new', asked: 'x' };
    expect(ask(sitting, 'add-item', item)).toEqual(['full']);
  });
});

describe('in session', () => {
  it('starts quorate, or with the chair’s reason; the coordinator does not start it', () => {
    const { sitting } = withAgenda();
    expect(ask(sitting, 'start-sitting', {}, 'chair')).toEqual(['wrongState']);
    sitting.papersIssued();
    expect(ask(sitting, 'start-sitting', {}, 'coordinator')).toEqual(['forbidden']);
    expect(ask(sitting, 'start-sitting', broughtForward, 'chair')).toEqual(['/inquorateReason asked']);
    sitting.give('record-attendance', aQuorum());
    expect(sitting.record.standing.quorate).toBe(true);
    expect(ask(sitting, 'start-sitting', broughtForward, 'chair')).toEqual([]);
  });

  it.each([
    ['an observer who signed nothing', { as: 'observer' }, ['/attendance/0/confidentialitySigned asked']],
    [
      'an update without its day',
      { attendance: 'apologies-with-update' },
      ['/attendance/0/updateReceived asked'],
    ],
    ['an item of another agenda', { itemIds: ['nobody'] }, ['/attendance/0/itemIds noItem']],
  ])('attendance is refused with %s', (_, over, why) => {
    const { sitting } = withAgenda();
    const entry = { ...aQuorum().attendance[0], ...over };
    expect(ask(sitting.papersIssued(), 'record-attendance', { attendance: [entry] })).toEqual(why);
  });

  it('observers do not make a quorum', () => {
    const { sitting } = withAgenda();
    const attendance = aQuorum().attendance.map((one) => ({
      ...one,
      as: 'observer',
      confidentialitySigned: true,
    }));
    sitting.papersIssued().give('record-attendance', { attendance });
    expect(sitting.record.standing.quorate).toBe(false);
  });

  it('its end returns undecided items and their cases to the list, and composes the minutes', () => {
    const { world, one, sitting } = withAgenda();
    const other = aChildCase(world).listed();
    sitting.withItem(other.id).inSession().deciding(one.id).hearing(other.id).ended();
    expect(sitting.items.map((item) => item.state)).toEqual(['decided', 'returned']);
    expect([one.state, other.state]).toEqual(['planning/listed', 'planning/listed']);
    expect(minutesOf(sitting).map((section) => section.text)).toEqual([
      'Present: Made-up social-care (social-care); Made-up police (police); Made-up health (health).',
      expect.stringMatching(
        /^The sitting was fixed for .*\nThe sitting was quorate: Children’s social care, Police and Health were here\.$/,
      ),
      'Decision: continue. Made-up reasons.\nNext review on Friday 1 June 2029.',
      'Not reached: it waits for the next agenda.',
    ]);
    expect(sitting.record.standing.clocks).toMatchObject([{ rule: 'minutes' }]);
  });

  it('the minutes lose no item and no outcome, and are agreed by the chair', () => {
    const { sitting } = withAgenda();
    sitting.inSession().ended();
    expect(ask(sitting, 'change-minutes', { sections: [] })).toEqual(['/sections lost']);
    const [itemId] = sitting.record.standing.order;
    const sections = [{ heading: 'x', text: 'y', itemId }];
    expect(
      ask(sitting, 'change-minutes', { sections: [...sections, { ...sections[0], itemId: 'nobody' }] }),
    ).toEqual(['/sections/1/itemId noItem']);
    expect(ask(sitting, 'change-minutes', { sections })).toEqual([]);
    const [kept] = minutesOf(sitting);
    expect(kept).toMatchObject({ heading: 'x', text: 'y\nNot reached: it waits for the next agenda.' });
    expect(
      ask(sitting, 'change-minutes', { sections: [{ heading: 'x', text: kept?.text ?? '', itemId }] }),
    ).toEqual([]);
    expect(minutesOf(sitting)).toEqual([kept]);
    expect(ask(sitting, 'agree-minutes', {})).toEqual(['forbidden']);
    expect(ask(sitting, 'agree-minutes', {}, 'chair')).toEqual([]);
    expect(ask(sitting, 'change-minutes', { sections })).toEqual(['wrongState']);
  });
});

describe('cancelling a sitting', () => {
  it('returns its items, leaves their cases listed, and sends high ones to chair’s action in five working days', () => {
    const world = aWorld();
    const high = aChildCase(world).gradedHigh().listed();
    const medium = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(high.id).withItem(medium.id);
    sitting.give('cancel-sitting', { reason: 'Snow' });
    expect(sitting.items.map((item) => item.state)).toEqual(['returned', 'returned']);
    expect([high.state, medium.state]).toEqual(['planning/listed', 'planning/listed']);
    expect(high.due('chairs-action')).toBe('2026-11-10T23:59:59.999Z');
    expect(medium.clocks).not.toContain('chairs-action');
    expect(sitting.record.standing.clocks).toEqual([]);
  });

  it('is possible though a case has been taken off the list meanwhile', () => {
    const { one, sitting } = withAgenda();
    one.give('withdraw-listing', { reason: 'Moved' }, 'chair');
    expect(ask(sitting, 'cancel-sitting', { reason: 'Snow' })).toEqual([]);
  });

  it('is not possible once it is in session', () => {
    const { sitting } = withAgenda();
    expect(ask(sitting.inSession(), 'cancel-sitting', { reason: 'Snow' })).toEqual(['wrongState']);
  });
});
