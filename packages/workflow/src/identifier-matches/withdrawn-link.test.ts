import { expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { dueClock } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { ownerOfRecord } from './owner-of-record.js';
import type { IdentifierMatchStanding } from './standing.js';
import { identifierMatches } from './topic.js';

/** A phone of a child with a worker that a person of concern has as well, of which nobody has decided. */
function undecided() {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { people } = world;
  const link = world.give('links/record-link', aLink(one.standing.childId), people.worker).id;
  world.give('links/grade-link', aLinkGrade('2027-01-01'), people.analyst, { record: link });
  const about = aPersonCase(world).active();
  const side = (kind: 'link' | 'person', id: string) => ({
    ...{ kind, id, closed: false },
    owner: ownerOfRecord({ kind, closed: false, ownerId: null, teamId: null }),
  });
  const payload = {
    known: side('link', link),
    fresh: side('person', about.standing.aboutId),
    identifier: 'phone',
    fit: 'same',
  };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  const now = () => world.getRecord<StoredRecord<IdentifierMatchStanding>>(id);
  const withdraw = () => world.ask('identifier-matches/withdraw-match', {}, dueClock, { record: id });
  return { world, people, id, now, withdraw };
}

it('a match that nobody has decided ends with its link: its clock is over, it leaves every list, and those who were told hear so', () => {
  const { world, people, id, now, withdraw } = undecided();
  expect(world.queue.get(id)?.length).toBeGreaterThan(0);
  withdraw();
  expect(now()).toMatchObject({ state: 'withdrawn', standing: { clocks: [], decided: null } });
  expect(world.queue.get(id) ?? []).toEqual([]);
  const row = world.written.get(id)?.find(({ kind }) => kind === 'match-withdrawn');
  expect(row?.body).toMatchObject({ reasons: 'The link by which one of the two held it was withdrawn' });
  const told = world.outgoing.filter(({ kind }) => kind === 'identifier-match-withdrawn');
  const principals = told.map(({ principal }) => principal);
  expect(principals).toContain('role:intelligence-officer');
  expect(principals).toContain(`user:${people.worker.userId}`);
  const reads = classesRead(readersOf(identifierMatches, now(), world.at), people.worker, world.at);
  expect(reads).toEqual(['case']);
});

it('a match that somebody has decided stays as it was decided', () => {
  const { world, people, id, now, withdraw } = undecided();
  const payload = { decision: 'same-kept', reasons: 'Made up' };
  world.give('identifier-matches/decide-match', payload, people.analyst, { record: id });
  expect(whyNot(withdraw())).not.toEqual([]);
  expect(now().state).toBe('keptBack');
});

it('nobody decides on a match that is over, and nobody but the system ends one', () => {
  const { world, people, id, withdraw } = undecided();
  const ask = (command: string, payload: object) =>
    whyNot(world.ask(`identifier-matches/${command}`, payload, people.analyst, { record: id }));
  expect(ask('withdraw-match', {})).toEqual(['forbidden']);
  withdraw();
  expect(ask('decide-match', { decision: 'same-told', reasons: 'Made up' })).not.toEqual([]);
});
