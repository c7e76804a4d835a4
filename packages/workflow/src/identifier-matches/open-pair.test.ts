import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { dueClock, type PersonName } from '../testing/people.js';
import { ownerOfRecord } from './owner-of-record.js';
import type { IdentifierMatchStanding } from './standing.js';
import { identifierMatches } from './topic.js';

/** A link of a worker’s child with a phone, and a person of concern with the same: what each case of it adds. */
function shared({ isGraded = true, isActive = true, isClosed = false, handling = 'P' } = {}) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { worker, analyst } = world.people;
  const link = world.give('links/record-link', aLink(one.standing.childId), worker).id;
  const conditions = handling === 'C' ? ['A1'] : [];
  if (isGraded) {
    const grade = { source: '1', information: 'B', handling, conditions };
    const told = handling === 'C' ? { told: undefined } : {};
    world.give('links/grade-link', aLinkGrade('2027-01-01', { grade, ...told }), analyst, { record: link });
  }
  const about = aPersonCase(world);
  if (isActive) about.active();
  const side = (kind: 'link' | 'person', id: string, closed: boolean) => ({
    ...{ kind, id, closed },
    owner: ownerOfRecord({ kind, closed, ownerId: null, teamId: null }),
  });
  const known = side('link', link, false);
  const fresh = side('person', about.standing.aboutId, isClosed);
  const payload = { known, fresh, identifier: 'phone', fit: 'same' };
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  const match = world.getRecord<StoredRecord<IdentifierMatchStanding>>(id);
  const reads = (who: PersonName) =>
    classesRead(readersOf(identifierMatches, match, world.at), world.people[who], world.at);
  const told = world.outgoing.filter(({ kind }) => kind.startsWith('identifier-match'));
  return { world, id, match, reads, told: told.map(({ kind, principal }) => `${kind} ${principal}`), worker };
}

describe('a phone of a child that a person of concern has as well', () => {
  it('is told at once to the police and to those who work with the child, whichever was recorded first', () => {
    const { match, reads, told, worker } = shared();
    expect(match.standing.own.kind).toBe('person');
    expect(told).toContain('identifier-match role:intelligence-officer');
    expect(told).toContain(`identifier-match-told user:${worker.userId}`);
    expect(reads('analyst')).toEqual(['case']);
    expect(reads('worker')).toEqual(['case']);
    expect(reads('nurse')).toEqual([]);
  });

  it.each([
    ['while the person is not taken on', { isActive: false }],
    ['while nobody graded the link', { isGraded: false }],
    ['where the link may not be shared', { handling: 'C' }],
  ])('is told to the police alone %s', (_when, how) => {
    const { reads, told } = shared(how);
    expect(told).toEqual(['identifier-match role:intelligence-officer']);
    expect(reads('worker')).toEqual([]);
  });

  it('is told to those who work with the child once the desk decides so, where it was not told at once', () => {
    const { world, id, worker } = shared({ isActive: false });
    const payload = { decision: 'same-told', reasons: 'Made up' };
    world.give('identifier-matches/decide-match', payload, world.people.analyst, { record: id });
    const read = readersOf(identifierMatches, world.getRecord(id), world.at);
    expect(classesRead(read, world.people.worker, world.at)).toEqual(['case']);
    const told = world.outgoing.filter(({ kind }) => kind === 'identifier-match-told');
    expect(told.map(({ principal }) => principal)).toContain(`user:${worker.userId}`);
  });

  it('is told to nobody but who keeps the record of a person whose existence is closed', () => {
    const { reads, told } = shared({ isClosed: true });
    expect(told).toEqual(['identifier-match role:intelligence-supervisor']);
    expect(reads('worker')).toEqual([]);
    expect(reads('analyst')).toEqual([]);
  });
});
