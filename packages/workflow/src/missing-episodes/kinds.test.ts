import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { anOffer, aReport } from '../testing/missing-payloads.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { MissingEpisodeStanding } from './standing.js';

type Episode = StoredRecord<MissingEpisodeStanding>;
const began = '2026-11-02T20:00:00.000Z';
const later = '2026-11-03T00:00:00.000Z';

/** A child who is reported away without authorisation in the evening; it is the next morning. */
function away() {
  const world = aWorld({ at: '2026-11-03T08:00:00.000Z' });
  const { desk, interviewer } = world.people;
  const described = { firstName: 'Alex', lastName: 'Example', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', described, world.people.coordinator).id;
  const report = (since: string, over: object) =>
    world.give('missing-episodes/report-missing', aReport(childId, since, over), desk).id;
  const first = report(began, { kind: 'away' });
  const give = (verb: string, record: string, payload: object) =>
    world.give(`missing-episodes/${verb}`, payload, desk, { record });
  const ask = (payload: object) =>
    whyNot(world.ask('missing-episodes/change-kind', payload, desk, { record: first }));
  const now = () => world.getRecord<Episode>(first);
  const told = () => world.outgoing.filter(({ kind }) => kind === 'child-missing').length;
  return { world, childId, first, report, give, ask, now, told, interviewer };
}

describe('a child who was away, whereabouts known', () => {
  it('is missing from the time at which nobody knows where any more, and everybody who looks is told', () => {
    const { first, give, now, told } = away();
    const before = told();
    give('change-kind', first, { kind: 'missing', from: later, words: 'Not at the friend’s (made up)' });
    expect(now()).toMatchObject({
      state: 'absent',
      standing: { kind: 'missing', since: began, end: null, before: [{ kind: 'away', until: later }] },
    });
    expect(told()).toBeGreaterThan(before);
  });

  it('is missing by a second report of the same absence that says so, with no return that never was, and whoever looks hears it before anybody compares the two', () => {
    const { first, report, give, now, told } = away();
    const before = told();
    const second = report(later, { kind: 'missing', policeLevel: 'high' });
    const woken = told();
    expect(woken).toBeGreaterThan(before);
    give('decide-report', second, { decision: 'same', words: 'One absence (made up)' });
    expect(now().standing).toMatchObject({ kind: 'missing', before: [{ kind: 'away', until: later }] });
    expect(told()).toBe(woken);
    expect(now().standing.clocks).toEqual([]);
    give('record-return', first, { returned: '2026-11-03T06:00:00.000Z', from: 'Police' });
    expect(now().standing.clocks.map(({ rule }) => rule)).toEqual(['return-home-interview']);
  });

  it('is not made away again by a report that says less', () => {
    const { first, report, give, now } = away();
    give('change-kind', first, { kind: 'missing', from: later, words: 'Made up' });
    const second = report(later, { kind: 'away' });
    give('decide-report', second, { decision: 'same', words: 'Made up' });
    expect(now().standing.kind).toBe('missing');
  });

  it('is found and not back yet without anybody being woken', () => {
    const { first, give, now, told } = away();
    give('change-kind', first, { kind: 'missing', from: later, words: 'Made up' });
    const before = told();
    give('change-kind', first, { kind: 'away', from: '2026-11-03T05:00:00.000Z', words: 'Found (made up)' });
    expect(now().standing.before).toHaveLength(2);
    expect(told()).toBe(before);
  });

  it.each([
    ['what it is already', { kind: 'away', from: later }, ['/kind same']],
    ['a time before it began', { kind: 'missing', from: '2026-11-02T19:00:00.000Z' }, ['/from order']],
    ['a time that has not come', { kind: 'missing', from: '2026-11-04T00:00:00.000Z' }, ['/from future']],
  ])('does not become %s', (_what, over, why) => {
    expect(away().ask({ words: 'Made up', ...over })).toEqual(why);
  });
});

describe('an absence by its days', () => {
  it.each([
    ['begins', { start: '2026-11-05' }, ['/start future']],
    ['ends', { start: '2026-11-01', end: '2026-11-05' }, ['/end future']],
  ])('that %s in the future is refused', (_how, days, why) => {
    const { world } = away();
    const described = { firstName: 'Kit', lastName: 'Madeup', birthDate: '2010-05-06', from: 'return' };
    const childId = world.give('children/record-child', described, world.people.coordinator).id;
    const asked = world.ask(
      'missing-episodes/record-episode',
      { childId, kind: 'missing', from: 'return', ...days },
      world.people.coordinator,
    );
    expect(whyNot(asked)).toEqual(why);
  });
});

describe('a return home interview', () => {
  it('is offered once at a time, and not before the return', () => {
    const { world, childId, first, give, interviewer } = away();
    give('record-return', first, { returned: '2026-11-03T06:00:00.000Z', from: 'Police' });
    const offer = (happened?: string) =>
      whyNot(
        world.ask('return-interviews/offer-interview', anOffer(childId, [first]), interviewer, {
          ...(happened ? { happened } : {}),
        }),
      );
    expect(offer('2026-11-03T05:00:00.000Z')).toEqual(['/happened order']);
    expect(offer()).toEqual([]);
    expect(offer()).toEqual(['/episodeIds offered']);
  });
});
