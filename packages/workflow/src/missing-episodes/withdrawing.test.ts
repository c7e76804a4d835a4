import { describe, expect, it } from 'vitest';
import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { missed } from '../testing/led-books.js';
import { aReport } from '../testing/missing-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { MissingEpisodeStanding } from './standing.js';

/** A child who returned on a Monday morning, with whatever is done next. */
function returned() {
  const world = aWorld({ at: '2026-11-02T09:00:00.000Z' });
  const { coordinator, desk } = world.people;
  const described = { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', described, coordinator).id;
  const report = (since: string) =>
    world.give('missing-episodes/report-missing', aReport(childId, since), desk).id;
  const first = report('2026-11-01T20:00:00.000Z');
  const back = { returned: '2026-11-02T08:00:00.000Z', from: 'Police' };
  world.give('missing-episodes/record-return', back, desk, { record: first });
  const episode = (id: string) => world.getRecord<StoredRecord<MissingEpisodeStanding>>(id);
  const episodes = () => (world.getRecord(childId).standing as ChildStanding).episodes;
  const withdraw = (record: string, who: PersonName = 'desk') =>
    whyNot(
      world.ask('missing-episodes/withdraw-episode', { reason: 'At school' }, world.people[who], { record }),
    );
  return { world, childId, first, report, episode, episodes, withdraw };
}

describe('a report of absence that was a mistake', () => {
  it('stays to be read, marked so, and the child was not missing then', () => {
    const { world, first, episode, episodes, withdraw } = returned();
    expect(episodes()).toHaveLength(1);
    expect(withdraw(first)).toEqual([]);
    expect(episode(first)).toMatchObject({ state: 'withdrawn', standing: { clocks: [] } });
    expect(world.written.get(first)?.map(({ kind }) => kind)).toContain('report');
    expect(episodes()).toEqual([]);
  });

  it('takes nothing from the absence before it: its interview is owed again, by its own hours', () => {
    const { first, report, episode, withdraw } = returned();
    const due = episode(first).standing.interviewDue;
    const again = report('2026-11-02T08:30:00.000Z');
    expect(episode(first).standing.interview?.outcome).toBe('missing-again');
    expect(withdraw(again)).toEqual([]);
    expect(episode(first).standing.interview).toBeNull();
    expect(episode(first).standing.clocks).toMatchObject([{ rule: 'return-home-interview', due }]);
  });

  it('is told to those who were told that the child is missing, and stands in no list', () => {
    const { world, report, withdraw } = returned();
    const again = report('2026-11-02T08:30:00.000Z');
    withdraw(again);
    const told = (kind: string) =>
      world.outgoing
        .filter((one) => one.kind === kind && one.record.id === again)
        .map((one) => one.principal);
    expect(told('child-not-missing')).toEqual(told('child-missing'));
    expect(world.queue.get(again) ?? []).toEqual([]);
  });

  it('is withdrawn by those who compare reports, and by nobody else', () => {
    const { first, withdraw } = returned();
    expect(withdraw(first, 'worker')).toEqual(['forbidden']);
    expect(withdraw(first, 'triage')).toEqual([]);
  });

  it('that was held is withdrawn without touching the absence on the books', () => {
    const { world, first } = missed(['report-missing', 'desk']);
    const held = world.all('missingEpisode').find(({ state }) => state === 'held')?.id as string;
    const child = () =>
      (world.all('child') as StoredRecord<ChildStanding>[]).map(({ standing }) => standing.episodes);
    const before = child();
    world.give('missing-episodes/withdraw-episode', { reason: 'Twice' }, world.people.desk, { record: held });
    expect([world.getRecord(held).state, world.getRecord(first).state]).toEqual(['withdrawn', 'absent']);
    expect(child()).toEqual(before);
  });

  it('is kept where the young person was interviewed about it', () => {
    const { world, childId, first, withdraw } = returned();
    const { interviewer } = world.people;
    const offer = {
      ...{ childId, episodeIds: [first], by: 'Ines', agency: 'Made-up charity', independent: true },
    };
    const id = world.give('return-interviews/offer-interview', offer, interviewer).id;
    const held = { where: 'At school', seenAlone: true, findings: [], words: 'Made up' };
    world.give('return-interviews/record-interview', held, interviewer, { record: id });
    expect(withdraw(first)).toEqual(['interviewed']);
  });
});
