import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { anIntelligenceReport } from '../testing/intelligence-payloads.js';
import { aWorld, dueClock, type Partnership, type PersonName } from '../testing/people.js';
import { newsOfEnds } from './follow-ends.js';
import type { IdentifierMatchStanding } from './standing.js';
import { identifierMatches } from './topic.js';

const desk = 'role:intelligence-officer';
const supervisor = 'role:intelligence-supervisor';

/** A match of a record with a report of a child in danger, of which the lead on duty was told while the record was open. */
function alarmed(world: Partnership, known: object) {
  const { people } = world;
  const danger = anIntelligenceReport({ childInDanger: true });
  const report = world.give('intelligence/submit-intelligence', danger, people.nurse).id;
  const payload = {
    known: { ...known, closed: false },
    fresh: { kind: 'intelligence', id: report, owner: desk, closed: true },
    ...{ identifier: 'phone', fit: 'same' },
  };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  const now = () => world.getRecord<StoredRecord<IdentifierMatchStanding>>(id);
  const reads = (who: PersonName) =>
    classesRead(readersOf(identifierMatches, now(), world.at), people[who], world.at);
  const from = world.outgoing.length;
  /** What was sent about the match since it was proposed. */
  const sent = () =>
    world.outgoing
      .slice(from)
      .filter(({ record }) => record.id === id)
      .map(({ kind, principal }) => `${kind} to ${principal}`);
  /** Follows what the worker of the system finds of the two records now. */
  const weigh = () => {
    for (const { event, payload: news } of newsOfEnds(now(), [...world.records.values()]))
      world.give(`identifier-matches/${event}`, news, dueClock, { record: id });
  };
  const decide = (decision: string, who: PersonName) =>
    world.give(
      'identifier-matches/decide-match',
      { decision, reasons: 'Made up', lead: 'Made-up Lead' },
      people[who],
      { record: id },
    );
  const withdraw = () =>
    world.give('identifier-matches/withdraw-match', { why: 'identifier' }, dueClock, { record: id });
  return { world, people, now, reads, sent, weigh, decide, withdraw };
}

function onPerson() {
  const world = aWorld();
  const about = aPersonCase(world).active();
  const match = alarmed(world, { kind: 'person', id: about.standing.aboutId, owner: desk });
  const handle = (handling: 'P' | 'C', ...named: PersonName[]) =>
    about.give(
      'set-handling',
      {
        ...{ handling, reason: 'Made up', readers: named.map((who) => world.people[who].userId) },
        conditions: handling === 'C' ? 'Named officers (made up)' : undefined,
      },
      'supervisor',
    );
  return { ...match, handle };
}

describe('a match where a child may be in danger, of which the duty manager was told', () => {
  it('shows the duty manager nothing from the moment that the person may be known to fewer, and tells its owner', () => {
    const { reads, handle, sent } = onPerson();
    expect(reads('duty')).toEqual(['case']);
    handle('C');
    expect(reads('duty')).toEqual([]);
    expect(reads('supervisor')).toEqual(['case']);
    expect(sent()).toEqual([
      `identifier-match to ${supervisor}`,
      `identifier-match-kept-back to ${supervisor}`,
    ]);
  });

  it('is the duty manager’s to read where he or she is named for the person', () => {
    const { reads, handle } = onPerson();
    handle('C', 'duty');
    expect(reads('duty')).toEqual(['case']);
  });

  it('is read again by the duty manager once the person is open again', () => {
    const { reads, handle } = onPerson();
    handle('C');
    handle('P');
    expect(reads('duty')).toEqual(['case']);
  });

  it.each([
    ['same-kept', []],
    ['not-the-same', []],
    ['same-told', ['case']],
  ])(
    'decided by the supervisor, who knows what is closed, as %s, is read by the duty manager: %j',
    (decision, classes) => {
      const { reads, handle, decide, weigh } = onPerson();
      handle('C');
      decide(decision, 'supervisor');
      expect(reads('duty')).toEqual(classes);
      weigh();
      expect(reads('duty')).toEqual(classes);
    },
  );

  it('that is over while it is closed tells its owner so, and the duty manager nothing', () => {
    const { handle, withdraw, sent } = onPerson();
    handle('C');
    withdraw();
    expect(sent().slice(2)).toEqual([`identifier-match-withdrawn to ${supervisor}`]);
  });

  it('with a case that is restricted is the duty manager’s as long as danger to the child waits to be acknowledged', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { people } = world;
    const owner = `user:${people.worker.userId}`;
    const match = alarmed(world, { kind: 'childCase', id: one.id, owner });
    one.give('raise-immediate-danger', { what: 'Made up' }, 'worker');
    one.give('restrict', { reason: 'Made up', readers: [people.worker.userId] }, 'manager');
    match.weigh();
    expect(match.reads('duty')).toEqual(['case']);
    one.give('acknowledge-danger', { what: 'Gone to see (made up)' }, 'duty');
    match.weigh();
    expect(match.reads('duty')).toEqual([]);
    expect(match.reads('worker')).toEqual(['case']);
  });
});
