import { expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { LinkStanding } from './standing.js';
import { links } from './topic.js';

/** A link of a child who has a worker, as police graded it. */
function graded(over: object = {}) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { people } = world;
  const { id } = world.give('links/record-link', aLink(one.standing.childId), people.coordinator);
  world.give('links/grade-link', aLinkGrade('2027-01-01', over), people.analyst, { record: id });
  const acknowledge = (who: PersonName) =>
    whyNot(
      world.ask('links/acknowledge-link', { doing: 'known-already', words: 'Made up' }, people[who], {
        record: id,
      }),
    );
  const reads = (who: PersonName) =>
    classesRead(
      readersOf(links, world.getRecord<StoredRecord<LinkStanding>>(id), world.at),
      people[who],
      world.at,
    );
  return { world, id, acknowledge, reads };
}

it('a link is acknowledged by those who work with the child and were told of it, and by nobody else', () => {
  const { acknowledge, world, id } = graded();
  expect([acknowledge('worker'), acknowledge('manager')]).toEqual([[], []]);
  expect([acknowledge('nurse'), acknowledge('chair')]).toEqual([['forbidden'], ['forbidden']]);
  const rows = world.written.get(id)?.filter(({ kind }) => kind === 'link-acknowledged');
  expect(rows?.map((row) => row.class)).toEqual(['safety', 'safety']);
});

it('what is done for one child is not told to those who work with another child that a link joins with him or her', () => {
  const one = aChildCase().withWorker();
  const { world } = one;
  const other = aChildCase(world);
  const link = aLink(one.standing.childId, {
    to: { kind: 'child', id: other.standing.childId },
    kind: 'travels-with',
  });
  const { id } = world.give('links/record-link', link, world.people.coordinator);
  world.give('links/grade-link', aLinkGrade('2027-01-01'), world.people.analyst, { record: id });
  const said = { doing: 'known-already', words: 'Made up' };
  world.give('links/acknowledge-link', said, world.people.worker, { record: id });
  const row = world.written.get(id)?.find(({ kind }) => kind === 'link-acknowledged');
  expect(row?.class).toBe('case');
});

it('a link of which the workers may not be told is not theirs to acknowledge', () => {
  const grade = { source: '1', information: 'B', handling: 'C', conditions: ['A1'] };
  expect(graded({ grade, told: undefined }).acknowledge('worker')).toEqual(['forbidden']);
});

it('those who were told of a link learn that it is withdrawn, read no more what they were told, and may say so', () => {
  const { world, id, reads, acknowledge } = graded();
  expect(reads('worker')).toEqual(['safety']);
  world.give('links/withdraw-link', { reason: 'Made up' }, world.people.analyst, { record: id });
  expect(reads('worker')).toEqual(['receipt']);
  const told = world.outgoing.filter(({ kind }) => kind === 'link-withdrawn');
  expect(told.map(({ principal }) => principal)).toContain(`user:${world.people.worker.userId}`);
  expect(acknowledge('worker')).toEqual([]);
});
