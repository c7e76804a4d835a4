import { describe, expect, it } from 'vitest';
import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anInterview, anOffer, aReport } from '../testing/missing-payloads.js';
import { aDiscussion } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { MissingEpisodeStanding } from './standing.js';

type Episode = StoredRecord<MissingEpisodeStanding>;

/** A child on the books on a Friday evening before the clocks go back, and what is reported of the child. */
function aChild(at = '2026-10-23T18:00:00.000Z', world = aWorld({ at })) {
  const described = { firstName: 'Alex', lastName: 'Example', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', described, world.people.coordinator).id;
  const report = (since: string, over: object = {}, who: PersonName = 'desk') =>
    world.give('missing-episodes/report-missing', aReport(childId, since, over), world.people[who]).id;
  const give = (verb: string, record: string, payload: object, who: PersonName = 'desk', happened?: string) =>
    world.give(`missing-episodes/${verb}`, payload, world.people[who], {
      record,
      ...(happened ? { happened } : {}),
    });
  const ask = (verb: string, record: string, payload: object, who: PersonName = 'desk') =>
    whyNot(world.ask(`missing-episodes/${verb}`, payload, world.people[who], { record }));
  const returned = (record: string, at: string) =>
    give('record-return', record, { returned: at, from: 'Police' });
  const now = (id: string) => world.getRecord<Episode>(id);
  const offer = (ids: string[], happened?: string) =>
    world.give(
      'return-interviews/offer-interview',
      anOffer(childId, ids),
      world.people.interviewer,
      happened ? { happened } : {},
    ).id;
  const heard = (record: string, happened: string, over: object = {}) =>
    world.give('return-interviews/record-interview', anInterview(over), world.people.interviewer, {
      record,
      happened,
    });
  const outcomes = (...ids: string[]) => ids.map((id) => now(id).standing.interview?.outcome ?? null);
  return { world, childId, report, give, ask, returned, now, offer, heard, outcomes };
}

const lists = (world: ReturnType<typeof aWorld>, id: string, step: string) =>
  (world.queue.get(id) ?? []).filter((one) => one.step === step).map(({ principal }) => principal);

describe('a child who is missing', () => {
  it('stands in the lists of the police desk, out of hours and whoever holds the case, and they are told at once', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const since = world.at;
    const { childId } = one.standing;
    const { id } = world.give('missing-episodes/report-missing', aReport(childId, since), world.people.night);
    const worker = `user:${world.people.worker.userId}`;
    expect(lists(world, id, 'look-for-child')).toEqual(
      expect.arrayContaining(['role:police-desk', 'role:out-of-hours', worker]),
    );
    const told = world.outgoing
      .filter(({ kind }) => kind === 'child-missing')
      .map(({ principal }) => principal);
    expect(told).toEqual(expect.arrayContaining(['role:police-desk', 'role:triage-social-worker', worker]));
    world.give('missing-episodes/record-return', { returned: world.at, from: 'Police' }, world.people.desk, {
      record: id,
    });
    expect(lists(world, id, 'look-for-child')).toEqual([]);
  });

  it('is known to the intelligence desk too, which asks who was seen with whom; not to a partner without a part', () => {
    const { world, report } = aChild();
    const id = report(world.at);
    const reads = (who: PersonName) => classesRead(world.readers.get(id) ?? [], world.people[who], world.at);
    expect([reads('analyst'), reads('supervisor')]).toEqual([['case'], ['case']]);
    expect(reads('licensing')).toEqual([]);
  });

  it('whom nobody knew is put on the books by the report', () => {
    const { world } = aChild();
    const payload = { ...aReport('', world.at), child: { firstName: 'Kit', lastName: 'Madeup' } };
    const { childId: _none, ...report } = payload as { childId?: string };
    const { id } = world.give('missing-episodes/report-missing', report, world.people.desk);
    const { childId, childName } = world.getRecord<Episode>(id).standing;
    expect(childName).toBe('Kit Madeup');
    expect(world.getRecord<StoredRecord<ChildStanding>>(childId).standing.episodes).toHaveLength(1);
  });

  it.each([
    ['who it is', { child: {} }, ['/child who']],
    [
      'which area is which',
      { child: { firstName: 'Kit' }, otherArea: 'Made-up borough' },
      ['/hostingPart part'],
    ],
    [
      'a time that has come',
      { child: { firstName: 'Kit' }, since: '2027-01-01T00:00:00.000Z' },
      ['/since future'],
    ],
  ])('is reported with %s', (_, over, why) => {
    const { world } = aChild();
    const { childId: _none, ...report } = { ...aReport('', world.at), ...over } as { childId?: string };
    expect(whyNot(world.ask('missing-episodes/report-missing', report, world.people.desk))).toEqual(why);
  });

  it('keeps the day of each change of the police level, which is not the grade of a case', () => {
    const { world, report, give, now } = aChild();
    const id = report(world.at);
    const first = now(id).standing.police;
    give('record-search', id, { looking: 'Another team' });
    expect(now(id).standing.police).toEqual(first);
    give('record-search', id, { policeLevel: 'high', words: 'A sighting' });
    expect(now(id).standing).toMatchObject({
      police: { level: 'high', reference: 'MP/26/000123' },
      looking: 'Another team',
    });
    expect(now(id).standing.police?.since).not.toBe(first?.since);
  });

  it('is not hidden by an older report: one more that may tell of the same absence is held', () => {
    const { world, childId, report, give, ask, now } = aChild();
    const first = report('2026-10-23T16:00:00.000Z', { policeReference: undefined });
    const second = report('2026-10-23T17:00:00.000Z');
    expect(now(second)).toMatchObject({ state: 'held', standing: { heldFor: first } });
    expect(lists(world, second, 'decide-report')).toContain('role:police-desk');
    expect(world.getRecord<StoredRecord<ChildStanding>>(childId).standing.episodes).toHaveLength(1);
    expect(ask('decide-report', second, { decision: 'another', words: 'x' })).toEqual(['stillAbsent']);
    give('decide-report', second, { decision: 'same', words: 'One absence' });
    expect(now(second).state).toBe('merged');
    expect(now(first).standing.police?.reference).toBe('MP/26/000123');
    expect(world.written.get(first)?.map(({ kind }) => kind)).toContain('second-report');
  });

  it.each([
    ['the same within the day', 60, {}, false],
    ['at a higher level', 60, { policeLevel: 'high' }, true],
    ['a day later, whose return may only not be recorded', 25 * 60, {}, true],
    ['away, where the child was missing', 60, { kind: 'away' }, false],
  ])(
    'reported a second time, %s, wakes those who look for the child or does not, before anybody compares',
    (_, minutes, over, wakes) => {
      const { world, childId, report } = aChild();
      report('2026-10-23T16:00:00.000Z');
      world.pass(2);
      const told = () => world.outgoing.filter(({ kind }) => kind === 'child-missing').length;
      const before = told();
      const second = report(
        new Date(Date.parse('2026-10-23T16:00:00.000Z') + minutes * 60_000).toISOString(),
        over,
      );
      expect(told() > before).toBe(wakes);
      expect(lists(world, second, 'decide-report')).toContain('role:duty-manager');
      expect(world.getRecord<StoredRecord<ChildStanding>>(childId).standing.episodes).toHaveLength(1);
    },
  );

  it('reported to be missing beside an absence of a return file, of which nobody was told, is an alarm', () => {
    const { world, childId, report } = aChild();
    const days = { childId, kind: 'missing', from: 'return', start: '2026-10-20' };
    world.give('missing-episodes/record-episode', days, world.people.coordinator);
    const before = world.outgoing.length;
    report(world.at);
    expect(world.outgoing.slice(before).map(({ kind }) => kind)).toContain('child-missing');
  });

  it('and was found meanwhile is missing anew where a held report tells of another absence', () => {
    const { world, childId, report, give, returned, ask, now } = aChild();
    const first = report('2026-10-23T16:00:00.000Z');
    const second = report('2026-10-23T17:00:00.000Z');
    returned(first, '2026-10-23T17:30:00.000Z');
    expect(ask('decide-report', second, { decision: 'another', words: 'x' })).toEqual(['/since overlap']);
    give('decide-report', second, {
      decision: 'another',
      since: '2026-10-23T17:40:00.000Z',
      words: 'Left again',
    });
    expect(now(second)).toMatchObject({ state: 'absent', standing: { since: '2026-10-23T17:40:00.000Z' } });
    expect(world.getRecord<StoredRecord<ChildStanding>>(childId).standing.episodes).toHaveLength(2);
  });
});

describe('the return home interview', () => {
  it('is due 72 hours after the return, in hours, across the change of the clocks', () => {
    const { report, returned, now, world } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    world.pass(0, 4);
    returned(id, '2026-10-23T21:10:00.000Z');
    expect(now(id).standing.clocks).toMatchObject([
      { rule: 'return-home-interview', due: '2026-10-26T21:10:00.000Z', who: 'role:interviewer' },
    ]);
  });

  it.each([
    ['at the very minute', '2026-10-26T21:10:00.000Z', 'completed-in-time'],
    ['a minute later', '2026-10-26T21:11:00.000Z', 'completed-late'],
  ])('held %s is %s', (_, at, outcome) => {
    const { report, returned, offer, heard, outcomes, world, now } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    world.pass(0, 4);
    returned(id, '2026-10-23T21:10:00.000Z');
    world.pass(5);
    heard(offer([id]), at);
    expect(outcomes(id)).toEqual([outcome]);
    expect(now(id).standing.clocks).toEqual([]);
  });

  it('answers several absences, each measured by its own hours; the earlier was cut off by the next', () => {
    const { report, returned, offer, heard, outcomes, world } = aChild();
    const first = report('2026-10-23T16:00:00.000Z');
    returned(first, '2026-10-23T17:00:00.000Z');
    world.pass(2);
    const second = report('2026-10-25T12:00:00.000Z');
    expect(outcomes(first, second)).toEqual(['missing-again', null]);
    world.pass(1);
    returned(second, '2026-10-26T12:00:00.000Z');
    world.pass(1);
    const interview = offer([second]);
    heard(interview, '2026-10-27T10:00:00.000Z', { alsoEpisodeIds: [first] });
    expect(outcomes(first, second)).toEqual(['completed-late', 'completed-in-time']);
  });

  it('has one outcome: declined, not reached, or not offered with a reason; and may still be held', () => {
    const { report, returned, offer, heard, outcomes, world, ask, give } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    returned(id, '2026-10-23T17:00:00.000Z');
    give('record-not-offered', id, { reason: 'no-interviewer-free', words: 'Half term' }, 'interviewer');
    expect(outcomes(id)).toEqual(['not-offered']);
    const interview = offer([id]);
    const close = { outcome: 'declined', words: 'Not today' };
    world.give('return-interviews/close-offer', close, world.people.interviewer, { record: interview });
    expect(outcomes(id)).toEqual(['declined']);
    expect(ask('record-not-offered', id, { reason: 'other', words: 'x' }, 'interviewer')).toEqual([
      'answered',
    ]);
    heard(interview, world.at);
    expect(outcomes(id)).toEqual(['completed-in-time']);
  });

  it.each([
    ['for an absence that lasts', {}, false, ['/episodeIds notReturned']],
    ['for another child', { childId: 'other' }, true, ['/episodeIds noEpisode']],
    [
      'by somebody of the child’s care without a reason',
      { independent: false },
      true,
      ['/whyNotIndependent asked'],
    ],
  ])('is not offered %s', (_, over, back, why) => {
    const { world, childId, report, returned } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    if (back) returned(id, '2026-10-23T17:00:00.000Z');
    const asked = world.ask(
      'return-interviews/offer-interview',
      anOffer(childId, [id], over),
      world.people.interviewer,
    );
    expect(whyNot(asked)).toEqual(why);
  });

  it('was not held before the return', () => {
    const { world, report, returned, offer } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    returned(id, '2026-10-23T17:00:00.000Z');
    const record = offer([id]);
    const early = { record, happened: '2026-10-23T16:30:00.000Z' };
    expect(
      whyNot(world.ask('return-interviews/record-interview', anInterview(), world.people.interviewer, early)),
    ).toEqual(['/happened order']);
  });

  it('counts from the beginning of the day where a reported absence has a day of return alone', () => {
    const { world, report, give, now } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    world.pass(1);
    give('record-return', id, { end: '2026-10-24', from: 'return' });
    expect(now(id).standing.clocks).toMatchObject([{ due: '2026-10-26T23:00:00.000Z' }]);
  });

  it.each([
    [
      '71 hours after a return at 23:00 of that day, which nobody timed',
      '2026-10-27T21:00:00.000Z',
      'completed-return-not-timed',
    ],
    ['within the hours of any time of that day', '2026-10-26T22:00:00.000Z', 'completed-in-time'],
    [
      'by the last minute of the hours from its end',
      '2026-10-27T22:59:00.000Z',
      'completed-return-not-timed',
    ],
    ['after the hours from its end', '2026-10-27T23:01:00.000Z', 'completed-late'],
  ])('of a return by its day alone, %s', (_what, happened, outcome) => {
    const { world, report, give, offer, heard, outcomes } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    world.pass(1);
    give('record-return', id, { end: '2026-10-24', from: 'return' });
    const record = offer([id]);
    world.pass(5);
    heard(record, happened);
    expect(outcomes(id)).toEqual([outcome]);
  });

  it('has no clock for days of a return file, and is then neither in time nor late', () => {
    const { world, childId, now, offer, heard, outcomes } = aChild();
    const payload = { childId, kind: 'missing', start: '2026-10-01', end: '2026-10-02', from: 'return' };
    const { id } = world.give('missing-episodes/record-episode', payload, world.people.coordinator);
    expect(now(id).standing.clocks).toEqual([]);
    heard(offer([id]), world.at);
    expect(outcomes(id)).toEqual(['completed-return-not-timed']);
  });

  it('of a child placed here is on the clock of the placing area, which is told of the report, the return and the outcome', () => {
    const { world, report, returned, give, now, offer, heard, outcomes } = aChild();
    const id = report('2026-10-23T16:00:00.000Z', { hostingPart: 'host', otherArea: 'Made-up borough' });
    const owed = () => lists(world, id, 'tell-area');
    expect(owed()).toEqual(['role:triage-social-worker']);
    give('tell-area', id, { told: 'Their duty team', words: 'By telephone' });
    expect(owed()).toEqual([]);
    returned(id, world.at);
    expect(now(id).standing.clocks).toEqual([]);
    expect(owed()).toHaveLength(1);
    give('tell-area', id, { told: 'Their duty team', words: 'By telephone' });
    heard(offer([id]), world.at);
    expect(outcomes(id)).toEqual(['completed-in-time']);
    expect(owed()).toHaveLength(1);
  });

  it('is no answer to the police prevention interview, nor this to it', () => {
    const { report, returned, give, now } = aChild();
    const id = report('2026-10-23T16:00:00.000Z');
    returned(id, '2026-10-23T17:00:00.000Z');
    give('record-prevention-interview', id, { by: 'PC Made-up', seen: true, words: 'x' });
    expect(now(id).standing).toMatchObject({ clocks: [{ rule: 'return-home-interview' }] });
    expect(now(id).standing.interview).toBeUndefined();
  });
});

describe('repeated absences', () => {
  it('ask once for a strategy discussion on the open case: the third in 90 days, and a case never opens itself', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { childId } = one.standing;
    const asked = () => one.clocks.filter((rule) => rule === 'repeat-missing-discussion').length;
    const counts = [70, 40, 1, 0].map((days) => {
      const start = new Date(Date.parse(world.at) - days * 86_400_000).toISOString().slice(0, 10);
      const payload = { childId, kind: 'missing', start, end: start, from: 'list' };
      world.give('missing-episodes/record-episode', payload, world.people.coordinator);
      return asked();
    });
    expect(counts).toEqual([0, 0, 1, 1]);
    expect(one.due('repeat-missing-discussion')).toMatch('2026-11-10');
    expect(world.all('childCase')).toHaveLength(1);
    one.give('record-strategy-discussion', aDiscussion(), 'manager');
    expect(asked()).toBe(0);
  });
});
