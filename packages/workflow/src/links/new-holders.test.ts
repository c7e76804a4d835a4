import { describe, expect, it } from 'vitest';
import { type ChildStanding, holdersOf } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { aWorld, dueClock, type PersonName } from '../testing/people.js';
import type { LinkStanding } from './standing.js';

/** A child whom nobody works with yet, linked with a nominated person; police said what those who hold the child are told. */
function linkedAlone(grade: object = {}) {
  const world = aWorld();
  const { people } = world;
  const person = aPersonCase(world);
  const childId = world.give(
    'children/record-child',
    { firstName: 'Robin', lastName: 'Ordinary', from: 'return' },
    people.coordinator,
  ).id;
  const to = { kind: 'person', id: person.standing.aboutId };
  const link = world.give(
    'links/record-link',
    aLink(childId, { kind: 'spends-time-with', to }),
    people.analyst,
  ).id;
  world.give('links/grade-link', aLinkGrade('2027-01-15', grade), people.analyst, { record: link });
  const now = () => world.getRecord<StoredRecord<LinkStanding>>(link);
  /** Weighs the link, as the worker of the product does once who holds the child has changed. */
  const weigh = () => {
    const { from } = now().standing as { from: { id: string } };
    const child = world.getRecord<StoredRecord<ChildStanding>>(from.id).standing;
    const held = { [from.id]: { holders: holdersOf(child), former: child.former ?? {} } };
    const counts = [{ kind: 'personCase', id: person.id, linkedChildren: 1, concerns: [] }];
    world.give('links/weigh-link', { held, counts, clusters: [] }, dueClock, { record: link });
  };
  /** Joins the child into another record, as two people do. */
  const joinInto = (kept: string) => {
    const decide = (verb: string, payload: object, who: PersonName) =>
      world.give(`children/${verb}`, { childId, ...payload }, people[who], { record: kept });
    decide('merge-children', { reasons: 'One school' }, 'coordinator');
    decide('decide-merge', { decision: 'approve' }, 'triage');
  };
  const alerts = () =>
    world.outgoing
      .filter(({ kind }) => kind === 'linked-person-of-concern')
      .map(({ principal }) => principal);
  return { world, person, childId, weigh, joinInto, alerts, now };
}

const workerOf = ({ world }: Pick<ReturnType<typeof linkedAlone>, 'world'>) =>
  `user:${world.people.worker.userId}`;

describe('a child who is linked with a person of concern, and whom nobody held when the person was accepted', () => {
  it('joined into a record that has a worker: the worker and the team are told, once', () => {
    const books = linkedAlone();
    books.person.active();
    expect(books.alerts()).toEqual([]);
    const kept = aChildCase(books.world).withWorker();
    books.joinInto(kept.standing.childId);
    books.weigh();
    const told = books.alerts();
    expect(told).toEqual(['team:team-north:manager', 'team:team-north:worker', workerOf(books)]);
    books.weigh();
    expect(books.alerts()).toEqual(told);
  });

  it('given a first case and then a worker: the team is told, then the worker, and the team not again', () => {
    const books = linkedAlone();
    books.person.active();
    const kept = aChildCase(books.world).assessing();
    books.joinInto(kept.standing.childId);
    books.weigh();
    expect(books.alerts()).toEqual(['team:team-north:manager', 'team:team-north:worker']);
    kept.withWorker();
    books.weigh();
    expect(books.alerts().slice(2)).toEqual([workerOf(books)]);
  });

  it('nobody new is told while the person is not accepted, and all are once that happens', () => {
    const books = linkedAlone();
    books.joinInto(aChildCase(books.world).withWorker().standing.childId);
    books.weigh();
    expect(books.alerts()).toEqual([]);
    books.person.active();
    expect(books.alerts()).toContain(workerOf(books));
  });

  it('nobody new is told of a link that is handled with conditions, or that was withdrawn', () => {
    const conditions = { source: '1', information: 'B', handling: 'C', conditions: ['A1'] };
    const closed = linkedAlone({ grade: conditions, told: undefined });
    const withdrawn = linkedAlone();
    withdrawn.world.give('links/withdraw-link', { reason: 'Made up' }, withdrawn.world.people.analyst, {
      record: withdrawn.now().id,
    });
    for (const books of [closed, withdrawn]) {
      books.person.active();
      books.joinInto(aChildCase(books.world).withWorker().standing.childId);
      books.weigh();
      expect(books.alerts()).not.toContain(workerOf(books));
    }
  });
});
