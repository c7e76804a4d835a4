import { describe, expect, it } from 'vitest';
import { chartRows } from './docs/chart-rows.js';
import type { RecordKind, StateValue, StoredRecord } from './model.js';
import { isOpenAt, overStates } from './open-at.js';
import { topicOf } from './topics.js';

const at = '2026-03-12T23:00:00.000Z';
/** A made-up record of a kind, as it stood then. */
const stood = (kind: RecordKind, state: StateValue, more: object = {}): StoredRecord =>
  ({ kind, state, standing: { ...topicOf(kind).blank, ...more } }) as StoredRecord;

describe('whether a record was open at an instant', () => {
  it('of an absence: while it lasts or its report waits to be compared, and not once it is over, merged or withdrawn', () => {
    const open = ['held', 'absent', 'over', 'merged', 'withdrawn'].filter((state) =>
      isOpenAt(stood('missingEpisode', state), at),
    );
    expect(open).toEqual(['held', 'absent']);
  });

  it('of a record of a child, a person or a place: until it is joined with another', () => {
    for (const kind of ['child', 'person', 'location'] as const)
      expect([isOpenAt(stood(kind, 'onBooks'), at), isOpenAt(stood(kind, 'merged'), at)]).toEqual([
        true,
        false,
      ]);
  });

  it('of a cluster: by what is done about it, also where it was closed once and is proposed anew', () => {
    const cluster = (work: string) =>
      isOpenAt(stood('cluster', { work, panel: 'notListed' }, { closedAt: '2026-01-05T09:00:00.000Z' }), at);
    expect(['proposed', 'discussing', 'closed', 'withdrawn'].filter(cluster)).toEqual([
      'proposed',
      'discussing',
    ]);
  });

  it('of a broken glass: until the end of its hour, or until it was closed before', () => {
    const until = (instant: string) =>
      isOpenAt(stood('breakGlass', 'awaitingReview', { until: instant }), at);
    expect([until('2026-03-12T23:30:00.000Z'), until('2026-03-12T22:59:00.000Z'), until('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of everything else: until the day on which it closed', () => {
    const ended = { how: 'faded', at: '2026-03-01T09:00:00.000Z' };
    expect(isOpenAt(stood('link', 'current'), at)).toBe(true);
    expect(isOpenAt(stood('link', 'faded', { ended }), at)).toBe(false);
  });

  it('names states that there are', () => {
    for (const [kind, states] of Object.entries(overStates)) {
      const rows = chartRows(topicOf(kind as RecordKind));
      const known = new Set(rows.flatMap(({ state, target }) => [state, target]));
      expect([kind, states.filter((state) => !known.has(state))]).toEqual([kind, []]);
    }
  });
});
