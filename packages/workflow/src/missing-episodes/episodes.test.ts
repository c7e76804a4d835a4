import { describe, expect, it } from 'vitest';
import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import type { ReferralProposalStanding } from '../referral-proposals/topic.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aTriage } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { MissingEpisodeStanding } from './standing.js';

const asAt = '2018-03-31';

/** A child on the books, and what comes of each episode recorded of that child. */
function aChild(birthDate: string | null = '2004-02-03') {
  const world = aWorld({ at: '2026-11-03T09:00:00.000Z' });
  const described = {
    firstName: 'Alex',
    lastName: 'Example',
    from: 'return',
    ...(birthDate ? { birthDate } : {}),
  };
  const childId = world.give('children/record-child', described, world.people.coordinator).id;
  const ask = (start: string, end?: string, who: PersonName = 'coordinator', asOf = asAt) => {
    const payload = { childId, kind: 'missing', start, asAt: asOf, from: 'return', ...(end ? { end } : {}) };
    return whyNot(world.ask('missing-episodes/record-episode', payload, world.people[who]));
  };
  const proposals = () => world.all('referralProposal');
  return { world, childId, ask, proposals };
}

describe('a missing episode', () => {
  it.each([
    ['that ends before it starts', '2018-01-05', '2018-01-04', ['/end order']],
    ['that overlaps one on the books', '2018-01-11', '2018-01-20', ['/start overlap']],
    ['that starts on the day on which another ended', '2018-01-12', '2018-01-13', []],
    ['without an end, before one on the books', '2018-01-01', undefined, ['/start overlap']],
    ['before the child was born', '2003-01-01', '2003-01-02', ['/start beforeBirth']],
  ])('%s', (_, start, end, why) => {
    const { ask } = aChild();
    expect(ask('2018-01-10', '2018-01-12')).toEqual([]);
    expect(ask(start, end)).toEqual(why);
  });

  it('cannot start while another has not ended', () => {
    const { ask } = aChild();
    expect(ask('2018-01-10')).toEqual([]);
    expect(ask('2018-02-10', '2018-02-12')).toEqual(['/start overlap']);
  });

  it('ends by a return that is recorded later, and then another may start', () => {
    const { world, childId, ask } = aChild();
    expect(ask('2018-01-10')).toEqual([]);
    const [episode] = world.all('missingEpisode') as [StoredRecord];
    expect(episode).toMatchObject({ state: 'absent', standing: { end: null } });
    const end = (day: string, who: PersonName = 'desk') =>
      whyNot(
        world.ask('missing-episodes/record-return', { end: day, from: 'return' }, world.people[who], {
          record: episode.id,
        }),
      );
    expect(end('2018-01-09')).toEqual(['/end order']);
    expect(end('2018-01-12', 'worker')).toEqual(['forbidden']);
    expect(end('2018-01-12')).toEqual([]);
    expect(end('2018-01-13')).toEqual(['wrongState']);
    expect(world.getRecord(episode.id)).toMatchObject({ state: 'over', standing: { end: '2018-01-12' } });
    expect((world.getRecord(childId).standing as ChildStanding).episodes).toEqual([
      { start: '2018-01-10', end: '2018-01-12' },
    ]);
    expect(ask('2018-02-10', '2018-02-12')).toEqual([]);
  });

  it('does not end after another on the books began', () => {
    const { world, childId, ask } = aChild();
    ask('2018-01-10');
    const [episode] = world.all('missingEpisode') as [StoredRecord];
    const child = world.getRecord(childId);
    const standing = {
      ...child.standing,
      episodes: [
        { start: '2018-01-10', end: null },
        { start: '2018-01-20', end: '2018-01-22' },
      ],
    };
    world.records.set(childId, { ...child, standing });
    const payload = { end: '2018-01-21', from: 'return' };
    const asked = world.ask('missing-episodes/record-return', payload, world.people.desk, {
      record: episode.id,
    });
    expect(whyNot(asked)).toEqual(['/end overlap']);
  });

  it('of nobody, or by somebody who does not keep the books, is refused', () => {
    const { world, ask } = aChild();
    const payload = { childId: 'nobody', kind: 'missing', start: '2018-01-01', from: 'return' };
    expect(whyNot(world.ask('missing-episodes/record-episode', payload, world.people.desk))).toEqual([
      '/childId noChild',
    ]);
    expect(ask('2018-01-10', '2018-01-12', 'worker')).toEqual(['forbidden']);
  });
});

describe('a referral proposal', () => {
  it.each([
    ['two in twelve months', ['2017-04-01', '2018-03-31'], 1],
    ['one a day too early', ['2017-03-31', '2018-03-30'], 0],
    ['one after the day', ['2018-03-01', '2018-04-01'], 0],
    ['one alone', ['2018-01-01'], 0],
    ['three: it is raised once', ['2018-01-01', '2018-02-01', '2018-03-01'], 1],
    ['two, the later told first', ['2018-03-01', '2018-02-01'], 1],
  ])('comes of %s', (_, starts, count) => {
    const { ask, proposals } = aChild();
    for (const start of starts) expect(ask(start, start)).toEqual([]);
    expect(proposals()).toHaveLength(count);
  });

  it('comes of a third episode where the second made none', () => {
    const { ask, proposals, world, childId } = aChild(null);
    ask('2018-01-01', '2018-01-02');
    ask('2018-02-01', '2018-02-02');
    expect(proposals()).toEqual([]);
    const record = world.getRecord(childId);
    const known = { ...record, standing: { ...record.standing, birthDate: '2004-02-03' } };
    world.records.set(childId, known as typeof record);
    ask('2018-03-01', '2018-03-02');
    expect(proposals()).toHaveLength(1);
  });

  it('comes again once the months have passed, and not before, however the first was decided', () => {
    const { ask, proposals, world } = aChild();
    const tell = (start: string, asOf: string) => expect(ask(start, start, 'coordinator', asOf)).toEqual([]);
    tell('2018-01-01', '2018-01-31');
    tell('2018-01-20', '2018-01-31');
    const first = (proposals()[0] as { id: string }).id;
    world.give('referral-proposals/decline-proposal', { reason: 'Known and met' }, world.people.triage, {
      record: first,
    });
    tell('2018-12-01', '2018-12-31');
    tell('2019-01-15', '2019-01-30');
    expect(proposals()).toHaveLength(1);
    tell('2019-01-20', '2019-01-31');
    expect(proposals()).toHaveLength(2);
  });

  it('does not come of an episode that was refused', () => {
    const { ask, proposals } = aChild();
    ask('2018-01-10', '2018-01-20');
    ask('2018-01-11', '2018-01-12');
    expect(proposals()).toEqual([]);
  });

  it.each([
    ['turned 18 on the day', '2000-03-31', 0],
    ['turns 18 the next day', '2000-04-01', 1],
    ['has no known birth date', null, 0],
  ])('of somebody who %s: %s', (_, birthDate, count) => {
    const { ask, proposals } = aChild(birthDate);
    ask('2018-01-01', '2018-01-02');
    ask('2018-02-01', '2018-02-02');
    expect(proposals()).toHaveLength(count);
  });

  function proposed() {
    const { world, childId, ask, proposals } = aChild();
    ask('2018-01-01', '2018-01-02');
    ask('2018-02-01', '2018-02-02');
    const record = (proposals()[0] as { id: string }).id;
    const give = (verb: string, payload: object, who: PersonName) =>
      whyNot(world.ask(`referral-proposals/${verb}`, payload, world.people[who], { record }));
    return { world, childId, record, give };
  }

  it('is accepted by triage once, and then is a referral of the same child that waits for triage', () => {
    const { world, childId, record, give } = proposed();
    const payload = { seenOrSaid: 'Made-up worry', immediateDanger: false };
    expect(give('accept-proposal', payload, 'worker')).toEqual(['forbidden']);
    expect(give('accept-proposal', payload, 'triage')).toEqual([]);
    expect(give('accept-proposal', payload, 'triage')).toEqual(['wrongState']);
    const { decided } = world.getRecord(record).standing as ReferralProposalStanding;
    const one = world.getRecord(decided?.caseId as string);
    expect(one).toMatchObject({ state: { work: 'awaitingTriage' }, parentId: childId });
    expect((world.getRecord(childId).standing as ChildStanding).cases).toEqual([one.id]);
    expect(JSON.stringify(world.written.get(one.id))).toContain(
      '2 missing episodes between 2017-03-31 and 2018-03-31',
    );
  });

  it('accepted for a child with an open case names that case, and triage joins them', () => {
    const { world, childId, record, give } = proposed();
    const referral = { childId, seenOrSaid: 'Made up', immediateDanger: false };
    const open = world.give('child-cases/record-referral', referral, world.people.referrer).id;
    world.give('child-cases/decide-triage', aTriage(), world.people.triage, { record: open });
    give('accept-proposal', { seenOrSaid: 'x', immediateDanger: false }, 'officer');
    const { decided } = world.getRecord(record).standing as ReferralProposalStanding;
    const caseId = decided?.caseId as string;
    expect(world.getRecord(caseId).standing).toMatchObject({ linked: [open] });
    world.give('child-cases/decide-triage', aTriage('joined', { otherCaseId: open }), world.people.triage, {
      record: caseId,
    });
    expect(world.getRecord(open).standing).toMatchObject({ linked: [caseId] });
  });

  it('is declined with a reason, and leaves triage’s list', () => {
    const { world, record, give } = proposed();
    expect(world.queue.get(record)).toMatchObject([{ principal: 'role:triage-social-worker' }]);
    expect(give('decline-proposal', { reason: 'Known and met' }, 'triage')).toEqual([]);
    expect(world.queue.get(record)).toEqual([]);
    expect(give('accept-proposal', { seenOrSaid: 'x', immediateDanger: false }, 'triage')).toEqual([
      'wrongState',
    ]);
  });
});

describe('who reads a missing episode', () => {
  it('is whoever the case is given to later, too: nobody grades without the earlier absences', () => {
    const one = aChildCase().assessing();
    const { childId } = one.standing;
    const payload = { childId, kind: 'missing', start: '2026-10-01', end: '2026-10-02', from: 'return' };
    const { id } = one.world.give('missing-episodes/record-episode', payload, one.world.people.coordinator);
    const holders = () => one.world.getRecord<StoredRecord<MissingEpisodeStanding>>(id).standing.holders;
    expect(holders()).not.toContain(`user:${one.world.people.worker.userId}`);
    one.withWorker();
    expect(holders()).toContain(`user:${one.world.people.worker.userId}`);
  });
});
