import { expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { dueClock } from '../testing/people.js';
import type { LinkStanding } from './standing.js';
import { links } from './topic.js';

const conditions = { handling: 'C', conditions: ['A1'] };

/** A link of a child who has a worker; `grade` gives what is sent, to whom, by one more grade of it. */
function told() {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { people } = world;
  const { id } = world.give('links/record-link', aLink(one.standing.childId), people.coordinator);
  const now = () => world.getRecord<StoredRecord<LinkStanding>>(id);
  const sent = (command: string, payload: object) => {
    const before = world.outgoing.length;
    world.give(`links/${command}`, payload, people.analyst, { record: id });
    const after = world.outgoing.slice(before).filter(({ clockId }) => !clockId);
    return after.map(({ kind, principal }) => `${kind} to ${principal}`).sort();
  };
  const grade = (more: object = {}, words: string | undefined = undefined) => {
    const parts = { source: '2', information: 'C', handling: 'P', conditions: [], ...more };
    return sent('grade-link', aLinkGrade('2027-01-01', { grade: parts, told: words }));
  };
  const { held } = now().standing;
  const holders = Object.values(held).flatMap((each) => each.holders);
  const toHolders = (kind: string) => holders.map((principal) => `${kind} to ${principal}`).sort();
  const reads = () => classesRead(readersOf(links, now(), world.at), people.worker, world.at);
  grade({}, 'A made-up number');
  return { one, world, now, grade, sent, toHolders, reads };
}

it.each([
  ['less certain', 'the source is less reliable', { source: '3' }, 'link-less-certain'],
  ['less certain', 'it is suspected to be false', { information: 'E' }, 'link-less-certain'],
  ['more certain', 'it is corroborated', { information: 'B' }, 'link-more-certain'],
  [
    'otherwise graded',
    'one part went up and the other down',
    { source: '1', information: 'D' },
    'link-regraded',
  ],
])('those who were told of a link hear that it is %s where %s', (_how, _why, more, kind) => {
  const { grade, toHolders, reads } = told();
  expect(grade(more)).toEqual(toHolders(kind));
  expect(reads()).toEqual(['safety']);
});

it('nobody is told where the grade is what it was, and of other words for the workers they are told', () => {
  const { grade, toHolders } = told();
  expect(grade()).toEqual([]);
  expect(grade({}, 'Other made-up words')).toEqual(toHolders('link-told'));
});

it('once it is handled with conditions those who were told read and hear nothing of it, and the supervisor learns that they were told', () => {
  const { grade, sent, reads } = told();
  expect(grade(conditions)).toEqual(['link-kept-back to role:intelligence-supervisor']);
  expect(reads()).toEqual([]);
  expect(grade({ ...conditions, information: 'E' })).toEqual([]);
  expect(sent('withdraw-link', { reason: 'Made up' })).toEqual([
    'link-withdrawn to role:intelligence-supervisor',
  ]);
  expect(reads()).toEqual([]);
});

it('once it may be shared again those who may know are told of it anew', () => {
  const { grade, toHolders, reads } = told();
  grade(conditions);
  expect(grade()).toEqual(toHolders('link-told'));
  expect(reads()).toEqual(['safety']);
});

it('of a link of which nobody was told its grades are told nobody', () => {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { id } = world.give('links/record-link', aLink(one.standing.childId), world.people.coordinator);
  const before = world.outgoing.length;
  for (const information of ['A', 'E']) {
    const grade = { source: '1', information, handling: 'P', conditions: [] };
    const payload = aLinkGrade('2027-01-01', { grade, told: undefined });
    world.give('links/grade-link', payload, world.people.analyst, { record: id });
  }
  expect(world.outgoing.slice(before)).toEqual([]);
});

it('whoever held the child until lately, and reads on for 28 days, hears of it too, and nobody after that', () => {
  const { grade, now, world } = told();
  const { standing } = now();
  const [childId] = Object.keys(standing.held) as [string];
  const gone = 'user:made-up-worker-who-left';
  const lately = { [childId]: { holders: [], former: { [gone]: '2027-02-01T00:00:00.000Z' } } };
  const weigh = (held: object) =>
    world.give('links/weigh-link', { held, counts: [], clusters: [] }, dueClock, {
      record: now().id,
    });
  weigh(lately);
  expect(grade({ source: '3' })).toEqual([`link-less-certain to ${gone}`]);
  weigh({ [childId]: { holders: [], former: { [gone]: '2026-01-01T00:00:00.000Z' } } });
  expect(grade({ source: '1' })).toEqual([]);
});
