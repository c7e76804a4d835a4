import { describe, expect, it, test } from 'vitest';
import type { StoredRecord } from '../model.js';
import type { PracticeThemeStanding } from '../practice-themes/topic.js';
import type { QualityStandardStanding } from '../quality-standards/topic.js';
import { classesRead, readersOf } from '../readers.js';
import { remindedOf } from '../reminders/reminded.js';
import { inDays } from '../testing/in-days.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { aSession, aStandard, aTheme, entered, someFeedback } from '../testing/register-payloads.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { EntryStanding } from './shape.js';

function led(...[begin, ...verbs]: Parameters<typeof entered>) {
  const { world, id, topic } = entered(begin, ...verbs);
  const now = <S extends EntryStanding>() => world.getRecord<StoredRecord<S>>(id);
  const give = (verb: string, body: object, who: PersonName = 'auditor') =>
    world.give(`${topic}/${verb}`, body, world.people[who], { record: id });
  const ask = (verb: string, body: object, who: PersonName = 'auditor') =>
    whyNot(world.ask(`${topic}/${verb}`, body, world.people[who], { record: id }));
  const reads = (who: PersonName) => {
    const record = world.getRecord(id);
    return classesRead(readersOf(topicOf(record.kind), record, world.at), world.people[who], world.at);
  };
  const day = (days: number) => inDays(world, days).slice(0, 10);
  return { world, id, now, give, ask, reads, day };
}

describe('a standard that an agency is held to', () => {
  it('stands in the list of whoever leads it until the day on which it is judged, and again until the next', () => {
    const { world, id, now, give, day } = led('quality-standards/add-standard');
    const manager = `user:${world.people.manager.userId}`;
    expect(world.queue.get(id)).toMatchObject([{ principal: manager, step: 'standard-review' }]);
    const body = { rating: 'red', evidence: 'Nobody asked (made up)', on: day(0), due: day(90) };
    give('judge-standard', body, 'manager');
    expect(now<QualityStandardStanding>().standing).toMatchObject({
      ...{ rating: 'red', on: day(0), due: day(90), firstDue: day(90), agencyName: 'health' },
      clocks: [{ rule: 'standard-review', due: expect.stringContaining(day(90)) }],
    });
  });

  it('goes to another lead with its first day kept', () => {
    const { world, id, now, give, day } = led('quality-standards/add-standard');
    const { nurse } = world.people;
    give('change-lead', { leadId: nurse.userId, due: day(70), reason: 'Made up' }, 'manager');
    expect(now().standing).toMatchObject({ leadName: nurse.name, due: day(70), firstDue: day(60) });
    expect(now().standing.clocks).toHaveLength(1);
    expect(world.queue.get(id)).toMatchObject([{ principal: `user:${nurse.userId}` }]);
  });

  it('keeps every judgement with its evidence, and shows the last', () => {
    const { world, id, now, give, day } = led('quality-standards/add-standard');
    for (const rating of ['red', 'amber', 'green'])
      give('judge-standard', { rating, evidence: `Made up ${rating}`, on: day(0), due: day(90) });
    expect(now<QualityStandardStanding>().standing.rating).toBe('green');
    const judged = (world.written.get(id) ?? []).filter(({ kind }) => kind === 'standard-judged');
    expect(judged).toHaveLength(3);
  });

  it('is judged by whoever leads it and by those who keep the register, and by nobody else', () => {
    const { ask, day } = led('quality-standards/add-standard');
    const body = { rating: 'red', evidence: 'Made up', on: day(0), due: day(90) };
    for (const who of ['manager', 'auditor', 'senior', 'coordinator'] as const)
      expect([who, ask('judge-standard', body, who)]).toEqual([who, []]);
    for (const who of ['worker', 'member', 'chair', 'governance', 'deputy'] as const)
      expect([who, ask('judge-standard', body, who)]).toEqual([who, ['forbidden']]);
  });

  it('is read by whoever leads it, also without a part in steering, and by those who steer and oversee', () => {
    const { reads, give, world, day } = led('quality-standards/add-standard');
    expect(reads('nurse')).toEqual([]);
    give('change-lead', { leadId: world.people.nurse.userId, due: day(30), reason: 'Made up' });
    expect(reads('nurse')).toEqual(['case']);
    for (const who of ['member', 'chair', 'manager', 'governance'] as const)
      expect([who, reads(who)]).toEqual([who, ['case']]);
    for (const who of ['referrer', 'worker', 'admin', 'desk'] as const)
      expect([who, reads(who)]).toEqual([who, []]);
  });

  test.each([
    ['an agency that nobody knows', { agencyId: 'none' }, ['/agencyId noAgency']],
    ['a lead without an account', { leadId: 'nobody' }, ['/leadId noPerson']],
    ['a day that is over', { due: '2020-01-01' }, ['/due past']],
    ['an e-mail address in what it asks', { asks: 'Ask pip@example.test' }, ['/asks reaches']],
  ])('with %s is refused', (_what, over, expected) => {
    const world = aWorld();
    const asked = world.ask('quality-standards/add-standard', aStandard(world, over), world.people.auditor);
    expect(whyNot(asked)).toEqual(expected);
  });

  it('that is late is told of to whoever leads it, and to senior managers once it is long overdue', () => {
    const { world, now } = led('quality-standards/add-standard');
    const [clock] = now().standing.clocks;
    const stages = world.profile.reminders.byClock['standard-review'] ?? [];
    const told = stages.flatMap(({ to }) => (clock ? remindedOf(now(), clock, to) : []));
    expect([...new Set(told)].sort()).toEqual(['role:senior', `user:${world.people.manager.userId}`]);
  });
});

describe('the calendar of a year', () => {
  it('meets the clock of what is carried out, and cancels that of what is not', () => {
    const done = led('quality-activities/plan-activity', 'finish-activity');
    expect(done.now()).toMatchObject({ state: 'finished', standing: { clocks: [], on: done.day(0) } });
    const dropped = led('quality-activities/plan-activity', 'drop-activity');
    expect(dropped.now()).toMatchObject({ state: 'notCarriedOut', standing: { clocks: [], on: null } });
    expect(dropped.ask('finish-activity', { on: dropped.day(0), outcome: 'Made up' })).toEqual([
      'wrongState',
    ]);
  });

  it('takes no day ahead as the day on which something was carried out', () => {
    const { ask, day } = led('quality-activities/plan-activity');
    expect(ask('finish-activity', { on: day(2), outcome: 'Made up' })).toEqual(['/on future']);
  });
});

describe('a practice theme', () => {
  it('is answered as often as something is done, and closes with what is different', () => {
    const { now, give, day } = led('practice-themes/open-theme', 'record-response');
    give('record-response', { did: 'Asked again (made up)', on: day(0), due: day(30) }, 'manager');
    expect(now<PracticeThemeStanding>().standing).toMatchObject({ due: day(30), on: day(0) });
    give('close-theme', { difference: 'Plans have dates (made up)' }, 'manager');
    expect(now()).toMatchObject({ state: 'closed', standing: { clocks: [], ended: { how: 'closed' } } });
  });

  it('names nobody', () => {
    const world = aWorld();
    const body = aTheme(world, { seen: 'Ring 07700 900123 (made up)' });
    const asked = world.ask('practice-themes/open-theme', body, world.people.auditor);
    expect(whyNot(asked)).toEqual(['/seen reaches']);
  });
});

describe('the training log', () => {
  test.each([
    ['no place and no trade', { trade: undefined }, ['/place where']],
    ['a place and no trade', { trade: undefined, place: 'Town hall (made up)' }, []],
    ['a day ahead', { on: '2031-01-01' }, ['/on future']],
    [
      'the same agency twice',
      {
        attended: [
          { from: 'Drivers', n: 3 },
          { from: 'drivers ', n: 4 },
        ],
      },
      ['/attended/1/from twice'],
    ],
    [
      'an agency that nobody knows',
      { attended: [{ from: 'Drivers', agencyId: 'none', n: 3 }] },
      ['/attended/0/agencyId noAgency'],
    ],
  ])('takes or refuses a session with %s as it should', (_what, over, expected) => {
    const world = aWorld();
    const asked = world.ask(
      'training-sessions/record-session',
      aSession(world, over),
      world.people.licensing,
    );
    expect(whyNot(asked)).toEqual(expected);
  });

  it('counts who came from an agency on the books', () => {
    const world = aWorld();
    const agencyId = world.people.nurse.agencyId as string;
    const body = aSession(world, { attended: [{ from: 'health', agencyId, n: 9 }] });
    expect(whyNot(world.ask('training-sessions/record-session', body, world.people.member))).toEqual([]);
  });
});

describe('feedback on the service', () => {
  it('is of a month, of nobody, and no record’s', () => {
    const { now } = led('service-feedback/record-service-feedback');
    expect(now()).toMatchObject({ parentId: null, subjectId: null });
    expect(topicOf('serviceFeedback').persons(now() as never)).toEqual([]);
    const world = aWorld();
    const why = (over: object) =>
      whyNot(
        world.ask('service-feedback/record-service-feedback', someFeedback(world, over), world.people.worker),
      );
    expect(why({ month: '2031-01' })).toEqual(['/month future']);
    expect(why({ words: 'Write to pip@example.test' })).toEqual(['/words reaches']);
    expect(why({})).toEqual([]);
  });

  it('is answered with what was done', () => {
    const { now, give, day } = led('service-feedback/record-service-feedback');
    give('answer-feedback', { did: 'We ask first now (made up)', on: day(0) }, 'worker');
    expect(now().standing).toMatchObject({ on: day(0), due: null, clocks: [] });
  });
});
