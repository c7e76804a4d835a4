import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { ChildStanding } from './standing.js';

/** A child whose case a worker of the north team holds. */
function aChild() {
  const one = aChildCase().withWorker();
  const record = one.standing.childId;
  const ask = (verb: string, payload: object, who: PersonName = 'worker') =>
    whyNot(one.world.ask(`children/${verb}`, payload, one.world.people[who], { record }));
  const now = () => one.world.getRecord<StoredRecord<ChildStanding>>(record);
  const rows = (kind: string) => (one.world.written.get(record) ?? []).filter((row) => row.kind === kind);
  return { one, ask, now, rows };
}

describe('about me', () => {
  it('is recorded by whoever holds a case of the child, in a row of its own, and says something', () => {
    const { ask, rows, now } = aChild();
    expect(ask('record-about-me', {})).toEqual(['/likes empty']);
    expect(ask('record-about-me', { likes: 'Drawing' }, 'stranger')).toEqual(['forbidden']);
    expect(ask('record-about-me', { likes: 'Drawing', trustedAdult: 'Her aunt' })).toEqual([]);
    expect(rows('about-me')).toMatchObject([{ class: 'case', body: { likes: 'Drawing' } }]);
    expect(JSON.stringify(now().standing)).not.toContain('Drawing');
  });

  it('gives the child the chosen name, by which the child is found', () => {
    const { one, ask, now } = aChild();
    expect(ask('record-about-me', { chosenName: 'Birdie' })).toEqual([]);
    expect(now().standing.chosenName).toBe('Birdie');
    expect(one.world.history.at(-1)?.terms).toEqual([{ kind: 'name', term: 'Birdie' }]);
  });
});

describe('a status', () => {
  it('keeps its next date beside the others, and ends no earlier than it began', () => {
    const { ask, now } = aChild();
    const plan = { status: 'protection-plan', since: '2026-10-01' };
    expect(ask('record-status-line', { ...plan, until: '2026-09-01' })).toEqual(['/until order']);
    expect(ask('record-status-line', { ...plan, next: '2026-12-15', nextWhat: 'Review' })).toEqual([]);
    expect(ask('record-status-line', { status: 'marac', since: '2026-11-01' })).toEqual([]);
    expect(now().standing.lines).toEqual({
      'protection-plan': { since: '2026-10-01', until: null, next: '2026-12-15' },
      marac: { since: '2026-11-01', until: null, next: null },
    });
  });
});
