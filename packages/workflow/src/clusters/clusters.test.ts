import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { queueOf } from '../queue-lines.js';
import { readersOf } from '../readers.js';
import { aSitting } from '../testing/a-sitting.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { clustered, clusterHeard, weighed } from '../testing/led-links.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';
import { aWorld, dueClock, type Partnership } from '../testing/people.js';
import { validPayload } from '../testing/valid-payload.js';
import type { ClusterStanding } from './standing.js';
import { clusters } from './topic.js';

const one = (world: Partnership) => world.all('cluster')[0] as StoredRecord<ClusterStanding>;
const work = (world: Partnership) => (one(world).state as { work: string }).work;
const readers = (world: Partnership, record = one(world)) => [
  ...new Set(
    readersOf(clusters, record, world.at)
      .filter(({ class: one }) => one !== 'existence')
      .map(({ principal }) => principal),
  ),
];
const supervisor = ['role:intelligence-supervisor'];
const childrenOf = (world: Partnership) => world.all('child').map(({ id }) => id);

/** A cluster of made-up children who share a person of concern, which the weighing of a link proposed. */
function aroundPerson() {
  const world = aWorld();
  const person = aPersonCase(world).active();
  const childIds = ['Ada', 'Bea', 'Cleo'].map(
    (firstName) =>
      world.give(
        'children/record-child',
        { firstName, lastName: 'Made-up', from: 'return' },
        world.people.coordinator,
      ).id,
  );
  const hub = { kind: 'person', id: person.standing.aboutId } as const;
  const link = aLink(childIds[0] as string, { kind: 'travels-with', to: hub });
  const linkId = world.give('links/record-link', link, world.people.worker).id;
  const id = '00000000-0000-7000-8000-00000000c105';
  const about = { id, hub, children: childIds, from: '2026-09-01', to: '2026-10-01' };
  const weigh = (over: object) =>
    world.give(
      'links/weigh-link',
      { held: {}, counts: [], clusters: [{ ...about, known: false, restsOnClosed: false, ...over }] },
      dueClock,
      { record: linkId },
    );
  weigh({});
  return { world, person, weigh, closed: { handling: 'C', conditions: 'A1', reason: 'Made up' } };
}

describe('a cluster around somebody whose record is closed', () => {
  it('is closed in the same command, with the item under which a panel looks at it', () => {
    const { world, person, closed } = aroundPerson();
    const { id } = one(world);
    world.give('clusters/confirm-cluster', { words: 'Made up' }, world.people.duty, { record: id });
    const asked = { caseId: id, caseKind: 'cluster', section: 'theme', asked: 'What next?' };
    aSitting(world).agendaOpen().give('add-item', asked);
    expect(readers(world)).toContain('role:coordinator');
    person.give('set-handling', closed, 'supervisor');
    expect(readers(world)).toEqual(supervisor);
    expect(new Set(world.queue.get(one(world).id)?.map(({ principal }) => principal))).toEqual(
      new Set(supervisor),
    );
    const item = world.all('agendaItem').find(({ subjectId }) => subjectId === id);
    expect(item?.standing.access).toEqual({ closed: true, named: [] });
  });

  it('stays closed where it was counted before the closing, and opens once its links are open again', () => {
    const { world, person, weigh, closed } = aroundPerson();
    person.give('set-handling', closed, 'supervisor');
    weigh({ known: true, changed: 'supported' });
    expect(readers(world)).toEqual(supervisor);
    person.give('set-handling', { handling: 'P', reason: 'Made up' }, 'supervisor');
    expect(readers(world)).toEqual(supervisor);
    weigh({ known: true, changed: 'supported' });
    expect(readers(world)).toContain('role:coordinator');
  });
});

describe('a cluster of which a child or a link is closed', () => {
  it('is closed with the child in the same command', () => {
    const world = clustered('confirm-cluster');
    const [childCase] = world.all('childCase') as [StoredRecord];
    expect(readers(world)).toContain('role:coordinator');
    const payload = validPayload('child-cases/restrict', { world, record: childCase });
    world.give('child-cases/restrict', payload, world.people.manager, { record: childCase.id });
    expect(readers(world)).toEqual(supervisor);
  });

  it('is closed with a link that is handled with conditions from now on, and with no other', () => {
    const { world } = aroundPerson();
    const link = world.all('link')[0] as StoredRecord;
    const grade = (handling: 'P' | 'C') => {
      const conditions = handling === 'C' ? ['A1'] : [];
      const graded = { source: '1', information: 'B', handling, conditions };
      const payload = aLinkGrade('2027-02-01', { grade: graded, told: undefined });
      world.give('links/grade-link', payload, world.people.analyst, { record: link.id });
    };
    grade('P');
    expect(readers(world)).toContain('role:coordinator');
    grade('C');
    expect(readers(world)).toEqual(supervisor);
  });
});

describe('a cluster that comes to rest on a closed link', () => {
  it('is the supervisor’s alone, with its item; what was told of it then stays so when it opens again', () => {
    const world = clusterHeard();
    const ids = childrenOf(world);
    const item = () => world.all('agendaItem').find(({ subjectId }) => subjectId === one(world).id);
    weighed(world, ids, 'supported', { restsOnClosed: true });
    expect(readers(world)).toEqual(supervisor);
    expect(item()?.standing.access?.closed).toBe(true);
    // What is to be done about it stands in no list but the supervisor's.
    expect(one(world).standing.clocks.length).toBeGreaterThan(0);
    expect(queueOf(clusters, one(world)).map(({ principal }) => principal)).toEqual(supervisor);
    weighed(world, ids, 'supported');
    expect(readers(world)).toContain('role:coordinator');
    expect(item()?.standing.access?.closed).toBeFalsy();
    const rows = world.written.get(one(world).id) ?? [];
    expect(rows.some(({ body }) => 'children' in body)).toBe(false);
  });
});

describe('a cluster of which links end', () => {
  it('is withdrawn where nobody has decided on it, and proposed anew when enough stand again', () => {
    const world = clustered();
    const ids = childrenOf(world);
    weighed(world, [], 'unsupported');
    expect([work(world), one(world).standing.count, one(world).standing.clocks]).toEqual([
      'withdrawn',
      0,
      [],
    ]);
    weighed(world, ids);
    expect([work(world), one(world).standing.unsupportedAt]).toEqual(['proposed', null]);
  });

  it('is shown as no longer supported where it was confirmed, and may then be closed without a discussion', () => {
    const world = clustered('confirm-cluster');
    weighed(world, childrenOf(world).slice(0, 1), 'unsupported');
    expect([work(world), one(world).standing.count]).toEqual(['discussing', 1]);
    expect(one(world).standing.unsupportedAt).toBe(world.at);
    expect(world.outgoing.filter(({ kind }) => kind === 'cluster-unsupported')).toMatchObject([
      { principal: 'role:duty-manager' },
    ]);
    world.give('clusters/close-cluster', { words: 'Made up' }, world.people.duty, { record: one(world).id });
    expect(work(world)).toBe('closed');
  });
});
