import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { inOrder } from './ends.js';
import type { LinkStanding } from './standing.js';
import { links } from './topic.js';

type Link = StoredRecord<LinkStanding>;

/** A child with a worker, and a link that somebody recorded. */
function linkedBy(who: PersonName = 'worker', over: object = {}, one = aChildCase().withWorker()) {
  const { world } = one;
  const { childId } = one.standing;
  const { id } = world.give('links/record-link', aLink(childId, over), world.people[who]);
  const now = () => world.getRecord<Link>(id);
  const give = (verb: string, payload: object, by: PersonName = 'analyst') =>
    world.give(`links/${verb}`, payload, world.people[by], { record: id });
  const ask = (verb: string, payload: object, by: PersonName = 'analyst') =>
    whyNot(world.ask(`links/${verb}`, payload, world.people[by], { record: id }));
  const reads = (by: PersonName) =>
    classesRead(readersOf(links, now(), world.at), world.people[by], world.at).sort();
  const due = (rule: string) => now().standing.clocks.find((one) => one.rule === rule)?.due;
  return { one, world, id, childId, now, give, ask, reads, due };
}

describe('a link that somebody records', () => {
  it('is kept in one order, with its identifier in the normal form, and waits for the desk to grade it', () => {
    const { now, due, childId } = linkedBy();
    expect(now().standing).toMatchObject({
      from: { kind: 'child', id: childId },
      to: { kind: 'phone', value: '+447700900123' },
      grade: null,
    });
    expect(due('link-grading')).toBe('2026-11-10T23:59:59.999Z');
    const turned = inOrder([
      { kind: 'phone', value: '1' },
      { kind: 'child', id: childId },
    ]);
    expect(turned.map(({ kind }) => kind)).toEqual(['child', 'phone']);
  });

  it('says all that is wrong at once', () => {
    const { world, childId } = linkedBy();
    const ask = (over: object, who: PersonName = 'worker') =>
      whyNot(world.ask('links/record-link', aLink(childId, over), world.people[who]));
    expect(ask({ kind: 'works-at', firstOn: '2027-01-01', lastOn: '2026-01-01' })).toEqual([
      '/kind ends',
      '/firstOn future',
      '/lastOn order',
    ]);
    expect(ask({ to: { kind: 'phone', text: '12' } })).toEqual(['/to/text unreadable']);
    expect(ask({ kind: 'family', to: { kind: 'child', id: childId } })).toEqual(['/to sameEnd']);
    expect(ask({ grade: aLinkGrade('2027-01-01').grade })).toEqual(['/grade police']);
    expect(ask({ told: 'Made up' })).toEqual(['/told ungraded']);
    const unknown = { kind: 'childCase', id: childId };
    expect(ask({ sourceRecord: unknown })).toEqual(['/sourceRecord notFound']);
  });

  it('is read by the desk, and by whoever recorded it as a receipt, until it is graded', () => {
    const { reads } = linkedBy();
    expect(reads('analyst')).toEqual(['case', 'receipt', 'safety']);
    expect(reads('worker')).toEqual(['receipt']);
    expect([reads('manager'), reads('chair'), reads('desk'), reads('nurse')]).toEqual([[], [], [], []]);
  });
});

describe('a link that police grade', () => {
  it('may be shared: those who oversee read it, and who holds the child what police say they are told', () => {
    const { give, reads, world, due } = linkedBy();
    give('grade-link', aLinkGrade('2027-01-15'));
    expect([reads('chair'), reads('desk')]).toEqual([
      ['case', 'safety'],
      ['case', 'safety'],
    ]);
    expect([reads('manager'), reads('nurse')]).toEqual([['safety'], []]);
    expect(world.outgoing.filter(({ kind }) => kind === 'link-told').length).toBeGreaterThan(0);
    expect(due('link-review')).toBe('2027-01-15T23:59:59.999Z');
    expect(due('link-fading')).toBe('2027-02-12T23:59:59.999Z');
  });

  it('tells nobody who holds the child where nothing is said for them', () => {
    const { give, reads } = linkedBy();
    const { told: _told, ...quiet } = aLinkGrade('2027-01-15') as { told: string };
    give('grade-link', quiet);
    expect(reads('manager')).toEqual([]);
  });

  it('with conditions is the desk’s alone, and nothing may be told by it', () => {
    const { give, ask, reads } = linkedBy();
    const closed = { grade: { source: '1', information: 'B', handling: 'C', conditions: ['A1'] } };
    expect(ask('grade-link', aLinkGrade('2027-01-15', closed))).toEqual(['/told conditions']);
    const { told: _told, ...quiet } = aLinkGrade('2027-01-15', closed) as { told: string };
    give('grade-link', quiet);
    expect(reads('analyst')).toEqual(['case', 'receipt', 'safety']);
    expect([reads('chair'), reads('auditor'), reads('manager'), reads('desk')]).toEqual([[], [], [], []]);
  });

  it('fades where nobody reviewed it for 28 days after its day, and may be renewed', () => {
    const { give, world, id, now, due } = linkedBy();
    give('grade-link', aLinkGrade('2027-01-15'));
    const clock = now().standing.clocks.find(({ rule }) => rule === 'link-fading');
    world.pass(120);
    const asClock = { ...dueClock, clock: { id: clock?.id as string, rule: 'link-fading' } };
    world.give('links/fade-link', {}, asClock, { record: id, happened: due('link-fading') as string });
    expect(now()).toMatchObject({ state: 'faded', standing: { ended: { how: 'faded' }, clocks: [] } });
    give('renew-link', { lastOn: '2027-02-20', reviewBy: '2027-08-01', reasons: 'Seen again (made up)' });
    expect(now()).toMatchObject({ state: 'current', standing: { ended: null, lastOn: '2027-02-20' } });
  });
});

describe('a link with a person of concern', () => {
  it('has whoever holds the child told once the person is accepted, where it may be shared', () => {
    const one = aChildCase().withWorker();
    const person = aPersonCase(one.world);
    const to = { kind: 'person', id: person.standing.aboutId };
    const { give, world } = linkedBy('analyst', { kind: 'spends-time-with', to }, one);
    give('grade-link', aLinkGrade('2027-01-15'));
    const told = () =>
      world.outgoing
        .filter(({ kind }) => kind === 'linked-person-of-concern')
        .map(({ principal }) => principal);
    expect(told()).toEqual([]);
    person.active();
    expect(told()).toContain(`user:${world.people.worker.userId}`);
  });

  it.each([
    ['and is then accepted', 'neither'],
    ['who is accepted already', 'other'],
    ['while the linked one is accepted, and tells nobody twice', 'linked'],
  ])('has whoever holds the child told where the person is joined with another %s', (_how, accepted) => {
    const one = aChildCase().withWorker();
    const person = aPersonCase(one.world);
    const other = aPersonCase(one.world);
    const to = { kind: 'person', id: person.standing.aboutId };
    const { give, world } = linkedBy('analyst', { kind: 'spends-time-with', to }, one);
    give('grade-link', aLinkGrade('2027-01-15'));
    const told = () =>
      world.outgoing.filter(
        ({ kind, principal }) =>
          kind === 'linked-person-of-concern' && principal === `user:${world.people.worker.userId}`,
      ).length;
    if (accepted === 'other') other.active();
    if (accepted === 'linked') person.active();
    expect(told()).toBe(accepted === 'linked' ? 1 : 0);
    const joined = { otherId: person.standing.aboutId, reasons: 'Made up' };
    world.give('persons/merge', joined, world.people.analyst, { record: other.standing.aboutId });
    expect(told()).toBe(accepted === 'neither' ? 0 : 1);
    if (accepted === 'neither') other.active();
    expect(told()).toBe(1);
  });

  it('has whoever holds the child told where one who is accepted is joined with the person', () => {
    const one = aChildCase().withWorker();
    const person = aPersonCase(one.world);
    const other = aPersonCase(one.world).active();
    const to = { kind: 'person', id: person.standing.aboutId };
    const { give, world } = linkedBy('analyst', { kind: 'spends-time-with', to }, one);
    give('grade-link', aLinkGrade('2027-01-15'));
    const joined = { otherId: other.standing.aboutId, reasons: 'Made up' };
    world.give('persons/merge', joined, world.people.analyst, { record: person.standing.aboutId });
    const told = world.outgoing.filter(({ kind }) => kind === 'linked-person-of-concern');
    expect(told.map(({ principal }) => principal)).toContain(`user:${world.people.worker.userId}`);
  });

  it('has the supervisor told where nothing was written yet that whoever holds the child may read', () => {
    const one = aChildCase().withWorker();
    const person = aPersonCase(one.world);
    const to = { kind: 'person', id: person.standing.aboutId };
    const { give, world } = linkedBy('analyst', { kind: 'spends-time-with', to }, one);
    const { told: _told, ...quiet } = aLinkGrade('2027-01-15') as { told?: string };
    give('grade-link', quiet);
    person.active();
    const sent = world.outgoing.filter(({ kind }) => kind === 'linked-person-of-concern');
    expect(sent.map(({ principal }) => principal)).toEqual(['role:intelligence-supervisor']);
  });

  it('closes with the person, and stays closed to those who are named on the child alone', () => {
    const one = aChildCase().withWorker();
    const person = aPersonCase(one.world).active();
    const to = { kind: 'person', id: person.standing.aboutId };
    const { give, reads } = linkedBy('analyst', { kind: 'spends-time-with', to }, one);
    give('grade-link', aLinkGrade('2027-01-15'));
    expect(reads('manager')).toEqual(['safety']);
    person.give('set-handling', { handling: 'C', reason: 'Made up', conditions: 'A1' }, 'supervisor');
    expect([reads('manager'), reads('chair'), reads('analyst'), reads('supervisor')]).toEqual([
      [],
      [],
      [],
      ['case', 'receipt', 'safety'],
    ]);
    person.give('set-handling', { handling: 'P', reason: 'Over (made up)' }, 'supervisor');
    expect(reads('manager')).toEqual(['safety']);
  });

  it('is withdrawn with a person who was never one of concern', () => {
    const one = aChildCase().withWorker();
    const person = aPersonCase(one.world).active();
    const to = { kind: 'person', id: person.standing.aboutId };
    const { now } = linkedBy('analyst', { kind: 'spends-time-with', to }, one);
    person.removed({ reason: 'mistaken' });
    expect(now()).toMatchObject({ state: 'withdrawn', standing: { ended: { how: 'withdrawn' } } });
  });

  it('goes with the record that stands for the person, and comes back when the two are taken apart', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const [kept, other] = [aPersonCase(world), aPersonCase(world)].map((each) => each.standing.aboutId);
    const { now } = linkedBy('analyst', { kind: 'spends-time-with', to: { kind: 'person', id: other } }, one);
    const give = (verb: string) =>
      world.give(`persons/${verb}`, { otherId: other, reasons: 'Made up' }, world.people.analyst, {
        record: kept as string,
      });
    give('merge');
    expect(now()).toMatchObject({ subjectId: kept, standing: { to: { kind: 'person', id: kept } } });
    give('unmerge');
    expect(now()).toMatchObject({ subjectId: other, standing: { to: { kind: 'person', id: other } } });
  });
});
