import { describe, expect, it } from 'vitest';
import { blankChild, holdersOf } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { readersOf } from '../readers.js';
import { bytesOf } from '../testing/invariants.js';
import { clustered } from '../testing/led-links.js';
import { heldPrincipals, holdersIn } from './held.js';
import type { ClusterStanding } from './standing.js';
import { clusters } from './topic.js';

const uuid = (of: string, index: number) =>
  `00000000-0000-7000-8000-${of}${String(index).padStart(12 - of.length, '0')}`;

/** So many children, each held by a worker and a team of its own where there are no fewer teams. */
const held = (count: number, teams = count) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'child' as const,
    id: uuid('c', index),
    standing: {
      ...blankChild,
      holders: [{ caseId: uuid('a', index), team: uuid('b', index % teams), workerId: uuid('d', index) }],
    },
  })) as unknown as StoredRecord<typeof blankChild>[];

const ids = (records: StoredRecord[]) => records.map(({ id }) => id);

describe('a confirmed cluster', () => {
  const confirmed = clustered('confirm-cluster').all('cluster')[0] as StoredRecord<ClusterStanding>;
  const of = (children: StoredRecord[]): StoredRecord<ClusterStanding> => {
    const standing = { ...confirmed.standing, children: ids(children), count: children.length };
    return { ...confirmed, standing: { ...standing, held: holdersIn(children, ids(children)) } };
  };

  it('of 25 children is read by every worker and team that holds one of them', () => {
    const children = held(25);
    const readers = readersOf(clusters, of(children), confirmed.at).map(({ principal }) => principal);
    for (const principal of children.flatMap(({ standing }) => holdersOf(standing)))
      expect(readers).toContain(principal);
  });

  it('of forty children tells every team, whose workers read with it, and stays within its four kilobytes', () => {
    const children = held(40, 12);
    const record = of(children);
    const principals = heldPrincipals(record.standing.held);
    const teams = children.flatMap(({ standing }) => holdersOf(standing).filter((one) => /^team/.test(one)));
    for (const principal of teams) expect(principals).toContain(principal);
    for (const one of [record, of(held(25))])
      expect(bytesOf({ ...one.standing, clocks: [] })).toBeLessThanOrEqual(4_096);
  });
});
