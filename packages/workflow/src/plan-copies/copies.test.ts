import { describe, expect, it } from 'vitest';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aSharing } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { CopyWords, PlanCopyStanding } from './standing.js';

const safetyWhat = 'Meet the child twice a week';
const hotel = 'Visit the made-up hotel';

/** A plan in force: a safety part of the worker and the nurse, a disruption part of the licensing member. */
function planned(): ChildCaseBuilder {
  return aChildCase()
    .graded('medium')
    .withAction()
    .withAction({}, 'nurse')
    .withAction({ part: 'disruption', kind: 'disruption', what: hotel }, 'member')
    .planned();
}

function copies({ world, id }: ChildCaseBuilder) {
  return world
    .all('planCopy')
    .filter(({ parentId }) => parentId === id)
    .map((record) => {
      const standing = record.standing as PlanCopyStanding;
      const written = world.written.get(record.id) ?? [];
      const words = written.find(({ kind }) => kind === 'copy')?.body as CopyWords;
      return { id: record.id, state: record.state, record, standing, words, written };
    });
}
const copyOf = (one: ChildCaseBuilder, who: PersonName) =>
  copies(one).find(({ standing }) => standing.recipientId === one.world.people[who].userId);
const open = (one: ChildCaseBuilder, who: PersonName, by = who) =>
  whyNot(
    one.world.ask('plan-copies/open-copy', {}, one.world.people[by], {
      record: copyOf(one, who)?.id as string,
    }),
  );

describe('copies of a plan', () => {
  it('differ: each partner has the safety part, owners of its actions alone the disruption part, and each lists its recipients', () => {
    const one = planned().shared();
    expect(copies(one).map(({ standing }) => [standing.recipientName, standing.part])).toEqual([
      ['Wanda Worker', 'safety'],
      ['Nora Nurse', 'safety'],
      ['Mel Member', 'disruption'],
    ]);
    expect(copyOf(one, 'nurse')?.words.recipients.map(({ name }) => name)).toEqual([
      'Wanda Worker',
      'Nora Nurse',
    ]);
    expect(JSON.stringify(copyOf(one, 'nurse')?.written)).not.toContain('hotel');
    expect(JSON.stringify(copyOf(one, 'member')?.written)).not.toContain(safetyWhat);
    const rows = one.world.written.get(one.id) ?? [];
    expect(JSON.stringify(rows.filter((row) => row.class === 'safety'))).not.toContain(
      one.world.people.member.userId,
    );
  });

  it('of the disruption part go also to those whom a police officer names, and to nobody whom somebody else names', () => {
    const one = planned();
    const { desk, interviewer, manager } = one.world.people;
    const also = (namedBy: string) =>
      aSharing({ disruptionAlso: { userIds: [interviewer.userId], namedBy } });
    expect(one.whyNot('share-plan', also(manager.userId), 'worker')).toEqual([
      '/disruptionAlso/namedBy noPolice',
    ]);
    const without = aChildCase(one.world).graded('medium').planned();
    expect(without.whyNot('share-plan', also(desk.userId), 'worker')).toEqual([
      '/disruptionAlso/userIds noDisruption',
    ]);
    one.give('share-plan', also(desk.userId), 'worker');
    const copy = copyOf(one, 'interviewer');
    expect(copy?.standing).toMatchObject({ part: 'disruption', named: true });
    const lines = readersOf(topicOf('planCopy'), copy?.record as never, one.world.at);
    expect(classesRead(lines, interviewer, one.world.at)).toEqual(['disruption']);
    expect(classesRead(lines, one.world.people.coordinator, one.world.at)).toEqual([]);
  });

  it('are opened by their recipients alone, each once; until then they stand in their lists', () => {
    const one = planned().shared();
    const nurse = `user:${one.world.people.nurse.userId}`;
    const waits = () =>
      (one.world.queue.get(copyOf(one, 'nurse')?.id as string) ?? []).map(({ step }) => step);
    expect(waits()).toEqual(['open-copy']);
    expect(open(one, 'nurse', 'worker')).toEqual(['forbidden']);
    expect(open(one, 'nurse')).toEqual([]);
    expect(open(one, 'nurse')).toEqual(['wrongState']);
    expect(waits()).toEqual([]);
    expect(copyOf(one, 'nurse')?.standing.openedAt).not.toBeNull();
    expect(copyOf(one, 'worker')?.standing.openedAt).toBeNull();
    const sent = one.world.outgoing.filter(({ kind }) => kind === 'plan-shared');
    expect(sent.map(({ principal }) => principal)).toContain(nurse);
  });

  it('are replaced when the next version is agreed: forwarded to those who held the old one, taken from those who have no part', () => {
    const one = planned().shared();
    open(one, 'nurse');
    const { world } = one;
    const action = world.all('planAction').find(({ standing }) => {
      return (standing as { ownerName?: string }).ownerName === 'Wanda Worker';
    });
    const done = { how: 'done', evidence: 'Made up' };
    world.give('plan-actions/end-action', done, world.people.manager, { record: action?.id as string });
    one.withAction({ what: 'Drive her home' }, 'advocate').give('agree-plan', { kind: 'full' }, 'manager');
    expect(copyOf(one, 'nurse')).toMatchObject({
      state: 'issued',
      standing: { version: 2, openedAt: null },
      words: { version: 2, forwarded: true },
    });
    expect(copyOf(one, 'nurse')?.written.filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
    expect(copyOf(one, 'worker')?.state).toBe('ended');
    expect(copyOf(one, 'advocate')).toBeUndefined();
    expect(world.outgoing.filter(({ kind }) => kind === 'plan-forwarded')).toHaveLength(2);
    one.shared();
    expect(copyOf(one, 'advocate')?.standing).toMatchObject({ version: 2 });
  });

  it('hold the actions of the agreed version: one added since, and who owns it, waits for the next agreement', () => {
    const one = planned().withAction({ what: 'Drive her home' }, 'advocate').shared();
    expect(copyOf(one, 'advocate')).toBeUndefined();
    expect(copyOf(one, 'nurse')?.words.actions.map(({ what }) => what)).not.toContain('Drive her home');
    const sharing = one.world.written.get(one.id)?.find(({ kind }) => kind === 'sharing');
    expect(JSON.stringify(sharing?.body)).not.toContain(one.world.people.advocate.userId);
    one.give('agree-plan', { kind: 'full' }, 'manager');
    expect(copyOf(one, 'nurse')?.words.actions.map(({ what }) => what)).toContain('Drive her home');
  });

  it('are forwarded on the terms of the sharing before, which the ledger shows with who has them', () => {
    const one = planned().shared().give('agree-plan', { kind: 'full' }, 'manager');
    const { worker, nurse, member } = one.world.people;
    const { power, purpose } = aSharing();
    expect(copyOf(one, 'nurse')?.words).toMatchObject({ power, purpose, decider: worker.name });
    const rows = (one.world.written.get(one.id) ?? []).filter(({ body }) => 'forwarded' in body);
    expect(rows.map(({ kind, body }) => [kind, (body as { recipients: string[] }).recipients])).toEqual([
      ['sharing-disruption', [member.userId]],
      ['sharing', [worker.userId, nurse.userId]],
    ]);
    expect(rows[0]?.body).toMatchObject({ version: 2, power, purpose, decider: worker.name });
  });

  it('of the disruption part say neither why a parent was not told nor why the plan was agreed', () => {
    const one = planned();
    one.give('agree-plan', { kind: 'full', comment: 'Her mother drinks (made up)' }, 'manager');
    const parent = { given: false, whyNot: 'The uncle lives there (made up)' };
    one.give('share-plan', aSharing({ parent }), 'worker');
    const rows = one.world.written.get(one.id) ?? [];
    const ofPart = (part: string) => JSON.stringify(rows.filter((row) => row.class === part));
    for (const words of ['Her mother drinks', 'The uncle lives there']) {
      expect(ofPart('safety')).toContain(words);
      expect(ofPart('disruption')).not.toContain(words);
    }
  });

  it('show who covers while an owner is away', () => {
    const one = aChildCase().graded('medium').withAction({ due: '2026-12-18' }, 'colleague');
    const { colleague, worker } = one.world.people;
    const absence = { from: '2026-11-20T08:00:00.000Z', until: '2026-11-27T08:00:00.000Z', reason: 'leave' };
    one.world.give('users/record-absence', { ...absence, standInId: worker.userId }, colleague, {
      record: colleague.userId,
    });
    one.planned().shared();
    expect(copyOf(one, 'colleague')?.words.actions[0]?.cover).toEqual([
      { name: 'Wanda Worker', from: absence.from, until: absence.until },
    ]);
  });

  it('are taken back when the case closes, and read for 28 days more', () => {
    const one = aChildCase().readyToClose().withAction({}, 'nurse').planned().shared().withActionsEnded();
    one.closed();
    const copy = copyOf(one, 'nurse');
    expect(copy?.state).toBe('ended');
    const lines = readersOf(topicOf('planCopy'), copy?.record as never, one.world.at);
    const { nurse } = one.world.people;
    expect(classesRead(lines, nurse, one.world.at)).toEqual(['safety']);
    one.world.pass(29);
    expect(classesRead(lines, nurse, one.world.at)).toEqual([]);
  });
});
