import { describe, expect, it } from 'vitest';
import { type ChildStanding, holdersOf } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { anIntelligenceReport } from '../testing/intelligence-payloads.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { dueClock, type PersonName } from '../testing/people.js';
import { newsOfEnds } from './follow-ends.js';
import { ownerOfRecord } from './owner-of-record.js';
import type { IdentifierMatchStanding } from './standing.js';
import { identifierMatches } from './topic.js';

/** A phone of a worker’s child that an accepted person of concern has as well: told to the desk and to the worker. */
function shared() {
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
    ...{ known: side('link', link), fresh: side('person', about.standing.aboutId) },
    ...{ identifier: 'phone', fit: 'same' },
  };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  const now = () => world.getRecord<StoredRecord<IdentifierMatchStanding>>(id);
  const reads = (who: PersonName) =>
    classesRead(readersOf(identifierMatches, now(), world.at), people[who], world.at);
  const readers = (...who: PersonName[]) => who.filter((name) => reads(name).length > 0);
  const lists = () => (world.queue.get(id) ?? []).map(({ principal }) => principal);
  const from = world.outgoing.length;
  /** What was sent about the match since it was proposed. */
  const sent = () =>
    world.outgoing
      .slice(from)
      .filter(({ record }) => record.id === id)
      .map(({ kind, principal }) => `${kind} to ${principal}`);
  const handle = (handling: 'P' | 'C') =>
    about.give(
      'set-handling',
      { handling, conditions: handling === 'C' ? 'Named officers (made up)' : undefined, reason: 'Made up' },
      'supervisor',
    );
  /** Follows what the worker of the system finds of the two records now. */
  const weigh = () => {
    for (const { event, payload: news } of newsOfEnds(now(), [...world.records.values()]))
      world.give(`identifier-matches/${event}`, news, dueClock, { record: id });
  };
  const decide = (decision: string, who: PersonName) =>
    world.give('identifier-matches/decide-match', { decision, reasons: 'Made up' }, people[who], {
      record: id,
    });
  return { one, world, people, link, about, id, now, readers, lists, sent, handle, weigh, decide };
}

/** The desk, and those who work with the child: the team of the worker. */
const whileOpen = ['analyst', 'worker', 'colleague', 'manager'];
const all = ['analyst', 'supervisor', 'worker', 'colleague', 'manager', 'duty', 'auditor'] as const;

describe('a match with a person of concern who is handled with conditions from then on', () => {
  it('is read by nobody but the supervisor, in whose list it is: neither by the desk nor by the worker who was told', () => {
    const { readers, handle, lists, sent } = shared();
    expect(readers(...all)).toEqual(whileOpen);
    handle('C');
    expect(readers(...all)).toEqual(['supervisor']);
    expect(lists()).toEqual(['role:intelligence-supervisor']);
    expect(sent()).toEqual([
      'identifier-match to role:intelligence-supervisor',
      'identifier-match-kept-back to role:intelligence-supervisor',
    ]);
  });

  it('is the desk’s and the worker’s again once the person is open again', () => {
    const { readers, handle, lists } = shared();
    handle('C');
    handle('P');
    expect(readers(...all)).toEqual(whileOpen);
    expect(lists()).toEqual(['role:intelligence-officer']);
  });

  it.each(['same-told', 'same-kept', 'not-the-same'])(
    'closes as well where it was decided: %s',
    (decision) => {
      const { readers, handle, decide, now } = shared();
      decide(decision, 'analyst');
      handle('C');
      expect(readers(...all)).toEqual(['supervisor']);
      expect(now().standing.clocks).toEqual([]);
      handle('P');
      expect(readers(...all)).toEqual(whileOpen);
    },
  );

  it.each(['same-kept', 'not-the-same'])(
    'stays closed to those who were told, where the supervisor decides since: %s',
    (decision) => {
      const { readers, handle, decide } = shared();
      handle('C');
      decide(decision, 'supervisor');
      expect(readers(...all)).toEqual(['supervisor']);
      handle('P');
      expect(readers(...all)).toEqual(whileOpen);
    },
  );

  it('may be made known by the supervisor all the same, who knows what is closed', () => {
    const { readers, handle, decide } = shared();
    handle('C');
    decide('same-told', 'supervisor');
    expect(readers(...all)).toContain('worker');
  });
});

describe('a match with a child who is restricted from then on', () => {
  const restrict = ({ one, people }: ReturnType<typeof shared>) =>
    one.give('restrict', { reason: 'Made up', readers: [people.manager.userId] }, 'manager');

  it('is read by those who may know of the child and no more by the desk, and opens with the child', () => {
    const match = shared();
    restrict(match);
    expect(match.readers(...all)).toEqual(['manager']);
    expect(match.lists()).toEqual([`named:${match.people.manager.userId}`]);
    match.one.give('lift-restriction', { reason: 'Made up' }, 'manager');
    match.weigh();
    expect(match.readers(...all)).toEqual(whileOpen);
  });

  it('is the supervisor’s alone where the person is closed as well: nobody is named at both', () => {
    const match = shared();
    restrict(match);
    match.handle('C');
    expect(match.readers(...all)).toEqual(['supervisor']);
    expect(match.lists()).toEqual(['role:intelligence-supervisor']);
  });
});

it('a match by a link that may not be shared any more is read by the desk and no more by the worker', () => {
  const { world, people, link, readers, sent } = shared();
  const grade = { source: '1', information: 'B', handling: 'C', conditions: ['A1'] };
  const payload = aLinkGrade('2027-01-01', { grade, told: undefined });
  world.give('links/grade-link', payload, people.analyst, { record: link });
  expect(readers(...all)).toEqual(['analyst']);
  expect(sent()).toEqual(['identifier-match-kept-back to role:intelligence-officer']);
});

it('whoever takes over the child is told of the match, and whoever gave it up reads it for as long as links are read', () => {
  const { one, world, people, weigh, sent, id, now } = shared();
  const because = { reason: 'Made up', handover: 'Made up', introduction: 'Together (made up)' };
  one.give('allocate-worker', { workerId: people.colleague.userId, ...because }, 'manager');
  const { childId } = one.standing;
  const child = world.getRecord(childId).standing as ChildStanding;
  const { former = {} } = child;
  const payload = { held: { [childId]: { holders: holdersOf(child), former } }, counts: [], clusters: [] };
  world.give('links/weigh-link', payload, dueClock, { record: now().standing.other.id });
  weigh();
  expect(sent()).toEqual([`identifier-match-told to user:${people.colleague.userId}`]);
  const worker = `user:${people.worker.userId}`;
  const line = readersOf(identifierMatches, world.getRecord(id), world.at).find(
    ({ principal }) => principal === worker,
  );
  expect(line?.until).toBe(former[worker]);
  expect(line?.until).toBeTruthy();
});

it('a match with what turns out never to have been so, or was withdrawn, ends without a decision, and says why', () => {
  const { world, people, now } = shared();
  const report = world.give('intelligence/submit-intelligence', anIntelligenceReport(), people.nurse).id;
  const desk = 'role:intelligence-officer';
  const payload = {
    known: { kind: 'person', id: now().standing.own.id, owner: desk, closed: false },
    fresh: { kind: 'intelligence', id: report, owner: desk, closed: true },
    ...{ identifier: 'vehicle', fit: 'same' },
  };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  world.give('intelligence/reject', { reason: 'Made up', category: 'malicious' }, people.analyst, {
    record: report,
  });
  const match = () => world.getRecord<StoredRecord<IdentifierMatchStanding>>(id);
  for (const { event, payload: news } of newsOfEnds(match(), [...world.records.values()]))
    world.give(`identifier-matches/${event}`, news, dueClock, { record: id });
  expect(match()).toMatchObject({ state: 'withdrawn', standing: { clocks: [] } });
  const body = world.written.get(id)?.find(({ kind }) => kind === 'match-withdrawn')?.body;
  expect(body).toMatchObject({ reasons: 'The report that told of it was withdrawn or rejected' });
});

it('a report that matches a closed person is the supervisor’s, whichever came first: the desk is shown nothing', () => {
  const { world, people, handle, now } = shared();
  handle('C');
  const report = world.give('intelligence/submit-intelligence', anIntelligenceReport(), people.nurse).id;
  const known = { kind: 'intelligence', id: report, owner: 'role:intelligence-officer', closed: true };
  const person = now().standing.own;
  const fresh = { ...person, owner: 'role:intelligence-supervisor', closed: true };
  const payload = { known, fresh, identifier: 'vehicle', fit: 'same' };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  const readers = readersOf(identifierMatches, world.getRecord(id), world.at);
  expect(classesRead(readers, people.analyst, world.at)).toEqual([]);
  expect(classesRead(readers, people.supervisor, world.at)).toEqual(['case']);
});
