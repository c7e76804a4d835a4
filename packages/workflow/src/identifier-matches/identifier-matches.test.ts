import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anIntelligenceReport } from '../testing/intelligence-payloads.js';
import { dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { IdentifierMatchStanding } from './standing.js';
import { identifierMatches } from './topic.js';

type Match = StoredRecord<IdentifierMatchStanding>;
const desk = 'role:intelligence-officer';

/** A restricted case that was there, and a new report with the same phone. */
function matching(over: object = {}) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { worker, manager, nurse } = world.people;
  one.give('restrict', { reason: 'Made up', readers: [worker.userId, manager.userId] }, 'manager');
  const report = world.give('intelligence/submit-intelligence', anIntelligenceReport(over), nurse).id;
  const known = { kind: 'childCase', id: one.id, owner: `user:${worker.userId}`, closed: true };
  const fresh = { kind: 'intelligence', id: report, owner: desk, closed: true };
  const payload = { known, fresh, identifier: 'phone', fit: 'same' };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  const now = () => world.getRecord<Match>(id);
  const reads = (who: PersonName) =>
    classesRead(readersOf(identifierMatches, now(), world.at), world.people[who], world.at);
  const decide = (payload_: object, who: PersonName) =>
    whyNot(world.ask('identifier-matches/decide-match', payload_, world.people[who], { record: id }));
  const lists = () => (world.queue.get(id) ?? []).map(({ principal }) => principal);
  return { world, id, now, reads, decide, lists, report, payload };
}

describe('a match with a record whose existence is closed', () => {
  it('shows the reader who brought the identifier nothing at all: the report stands as it would without it', () => {
    const { world, report, reads } = matching();
    const before = world.getRecord(report);
    expect(before.version).toBe(1);
    expect(reads('nurse')).toEqual([]);
    expect(reads('analyst')).toEqual([]);
    expect(reads('auditor')).toEqual([]);
    expect(
      world.outgoing.filter(({ kind }) => kind === 'identifier-match').map(({ principal }) => principal),
    ).not.toContain(desk);
  });

  it('is in the lists of those named on the closed record, who decide within a working day', () => {
    const { world, now, reads, lists } = matching();
    const { worker, manager } = world.people;
    expect(lists().sort()).toEqual([`named:${worker.userId}`, `named:${manager.userId}`].sort());
    expect(reads('worker')).toEqual(['case']);
    expect(reads('colleague')).toEqual([]);
    expect(now().standing.clocks).toMatchObject([
      { rule: 'identifier-match', due: '2026-11-04T23:59:59.999Z' },
    ]);
  });

  it('is told at once to the social care lead on duty where a child may be in danger, and decided with him or her', () => {
    const { world, now, reads, decide } = matching({ childInDanger: true });
    expect(world.outgoing.filter(({ kind }) => kind === 'identifier-match-danger')).toMatchObject([
      { principal: 'role:duty-manager' },
    ]);
    expect(reads('duty')).toEqual(['case']);
    expect(Date.parse(now().standing.clocks[0]?.due ?? '') - Date.parse(now().standing.proposedAt)).toBe(
      3_600_000,
    );
    const payload = { decision: 'same-told', reasons: 'Made up' };
    expect(decide(payload, 'worker')).toEqual(['/lead lead']);
    expect(decide({ ...payload, lead: 'Dora Duty' }, 'worker')).toEqual([]);
  });

  it('is made known to the other owner only by decision, and may be kept back first', () => {
    const { reads, decide, now } = matching();
    expect(decide({ decision: 'same-kept', reasons: 'Made up' }, 'worker')).toEqual([]);
    expect(now().state).toBe('keptBack');
    expect(reads('analyst')).toEqual([]);
    expect(decide({ decision: 'same-told', reasons: 'Made up' }, 'manager')).toEqual([]);
    expect(reads('analyst')).toEqual(['case']);
  });

  it('is nobody else’s to decide', () => {
    const { decide } = matching();
    expect(decide({ decision: 'not-the-same', reasons: 'Made up' }, 'analyst')).toEqual(['forbidden']);
    expect(decide({ decision: 'not-the-same', reasons: 'Made up' }, 'colleague')).toEqual(['forbidden']);
  });

  it('is proposed by the system and by no person', () => {
    const { world, payload } = matching();
    const ask = (who: PersonName) =>
      whyNot(world.ask('identifier-matches/propose-match', payload, world.people[who]));
    expect(ask('analyst')).toEqual(['forbidden']);
    expect(ask('worker')).toEqual(['forbidden']);
  });
});

it('a match with a report where nothing else is closed is the desk’s', () => {
  const { world, report } = matching();
  const known = { kind: 'child', id: world.all('child')[0]?.id, owner: 'role:coordinator', closed: false };
  const fresh = { kind: 'intelligence', id: report, owner: desk, closed: true };
  const { id } = world.give(
    'identifier-matches/propose-match',
    { known, fresh, identifier: 'phone', fit: 'alike' },
    dueClock,
  );
  expect((world.queue.get(id) ?? []).map(({ principal }) => principal)).toEqual([desk]);
});
