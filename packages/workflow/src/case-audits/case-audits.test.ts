import { describe, expect, it } from 'vitest';
import type { RunningClock, StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { remindedOf } from '../reminders/reminded.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anAudit, anAuditReturn, auditing, sampling } from '../testing/audit-payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { CaseAuditStanding } from './standing.js';
import { auditSummary } from './summary.js';

type Audit = StoredRecord<CaseAuditStanding>;

function led(...verbs: string[]) {
  const { one, world, id } = auditing(...verbs);
  const now = () => world.getRecord<Audit>(id);
  const give = (verb: string, body: object, who: PersonName = 'auditor') =>
    world.give(`case-audits/${verb}`, body, world.people[who], { record: id });
  const ask = (verb: string, body: object, who: PersonName = 'auditor') =>
    whyNot(world.ask(`case-audits/${verb}`, body, world.people[who], { record: id }));
  const reads = (who: PersonName, of = id) => {
    const record = world.getRecord(of);
    return classesRead(readersOf(topicOf(record.kind), record, world.at), world.people[who], world.at);
  };
  return { one, world, id, now, give, ask, reads };
}

describe('a case that is given out for audit', () => {
  it('stands in the auditor’s list until the day on which it is due, and is chased with another day, the first kept', () => {
    const { world, id, now, give } = led();
    expect(world.queue.get(id)).toMatchObject([
      { principal: `user:${world.people.nurse.userId}`, step: 'audit-return' },
    ]);
    const { due } = now().standing;
    give('chase-audit', { words: 'Please (made up)', due: '2026-12-10' });
    expect(now().standing).toMatchObject({ due: '2026-12-10', firstDue: due, chased: 1 });
    expect(now().standing.clocks).toMatchObject([{ rule: 'audit-return' }]);
    expect(now().standing.clocks).toHaveLength(1);
  });

  it('opens the case, the child and the plan to its auditor, and nothing restricted, until 28 days after its day', () => {
    const { one, world, now, reads } = led();
    const { childId } = now().standing;
    expect(reads('nurse', one.id)).toEqual(['case', 'receipt', 'safety', 'sheet']);
    expect(reads('nurse', childId)).toContain('case');
    world.pass(21 + 27);
    expect(reads('nurse', one.id)).toContain('case');
    world.pass(3);
    expect(reads('nurse', one.id)).toEqual([]);
    expect(reads('nurse', childId)).toEqual([]);
  });

  it('is read by 28 days after the return, and closes at once where the audit is withdrawn', () => {
    const returned = led('return-audit');
    returned.world.pass(27);
    expect(returned.reads('nurse', returned.one.id)).toContain('case');
    returned.world.pass(2);
    expect(returned.reads('nurse', returned.one.id)).toEqual([]);
    const withdrawn = led('withdraw-audit');
    expect(withdrawn.reads('nurse', withdrawn.one.id)).toEqual([]);
    expect(withdrawn.world.getRecord(withdrawn.one.id).standing.access).toEqual({});
  });

  it('is never given to whoever holds the case or did, whoever has a connection, or somebody who audits it already', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { worker, colleague, nurse, stranger, advocate, auditor } = world.people;
    const why = (auditorId: string, over: object = {}) =>
      whyNot(
        world.ask('case-audits/commission-audit', anAudit(world, one.id, { auditorId, ...over }), auditor),
      );
    expect(why(worker.userId)).toEqual(['/auditorId held']);
    expect(why(colleague.userId)).toEqual(['/auditorId held']);
    expect(why(world.people.admin.userId)).toEqual(['/auditorId noPart']);
    expect(why('nobody')).toEqual(['/auditorId noPerson']);
    one.give('declare-connection', { userId: advocate.userId, reason: 'A made-up aunt' }, 'senior');
    expect(why(advocate.userId)).toEqual(['/auditorId connection']);
    expect(why(nurse.userId, { due: '2020-01-01' })).toEqual(['/due past']);
    expect(why(nurse.userId)).toEqual([]);
    expect(why(nurse.userId)).toEqual(['/auditorId twice']);
    expect(why(stranger.userId)).toEqual([]);
  });

  it('is never given to somebody who was its worker long ago', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { nurse, auditor } = world.people;
    const next = (workerId: string) => ({
      ...{ workerId, reason: 'Leave', handover: 'Note', introduction: 'Met' },
    });
    one.give('allocate-worker', next(nurse.userId), 'manager');
    one.give('allocate-worker', next(world.people.worker.userId), 'manager');
    world.pass(60);
    expect(whyNot(world.ask('case-audits/commission-audit', anAudit(world, one.id), auditor))).toEqual([
      '/auditorId held',
    ]);
  });

  it('of a restricted case is given only to somebody who is named on it', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { auditor, nurse, stranger } = world.people;
    const readers = [auditor.userId, nurse.userId];
    one.give('restrict', { reason: 'A made-up risk', readers }, 'manager');
    const why = (auditorId: string) =>
      whyNot(world.ask('case-audits/commission-audit', anAudit(world, one.id, { auditorId }), auditor));
    expect(why(stranger.userId)).toEqual(['/auditorId restricted']);
    expect(why(nurse.userId)).toEqual([]);
  });
});

describe('a case that a sample drew', () => {
  it('is given out for audit by the sample while it goes on, and no other case is', () => {
    const drawn = sampling();
    const { world, one, id } = drawn;
    const { auditor } = world.people;
    const other = aChildCase(world).withWorker();
    const why = (caseId: string, sampleId = id) =>
      whyNot(world.ask('case-audits/commission-audit', anAudit(world, caseId, { sampleId }), auditor));
    expect(why(other.id)).toEqual(['/sampleId notDrawn']);
    expect(why(one.id, one.id)).toEqual(['/sampleId notDrawn']);
    const audit = world.give(
      'case-audits/commission-audit',
      anAudit(world, one.id, { sampleId: id }),
      auditor,
    ).id;
    expect(world.getRecord<Audit>(audit).standing.sampleId).toBe(id);
    world.give('dip-samples/conclude-sample', { conclusions: 'Seen (made up)' }, auditor, { record: id });
    const auditorId = world.people.stranger.userId;
    expect(
      whyNot(
        world.ask(
          'case-audits/commission-audit',
          anAudit(world, one.id, { sampleId: id, auditorId }),
          auditor,
        ),
      ),
    ).toEqual(['/sampleId ended']);
  });
});

describe('an audit that is late', () => {
  it('is told of to its auditor and to senior managers, and not to the manager who holds the case', () => {
    const { world, now } = led();
    const [clock] = now().standing.clocks;
    const stages = world.profile.reminders.byClock['audit-return'] ?? [];
    const told = stages.flatMap(({ to }) => remindedOf(now(), clock as RunningClock, to));
    expect([...new Set(told)].sort()).toEqual(['role:senior', `user:${world.people.nurse.userId}`]);
    expect(remindedOf(now(), clock as RunningClock, ['owner', 'manager'])).toEqual([
      `user:${world.people.nurse.userId}`,
    ]);
  });
});

describe('an audit that comes back', () => {
  it('grades four parts and the whole, and is read by the holding manager from then on, not before', () => {
    const { now, give, reads } = led();
    expect(reads('manager')).toEqual([]);
    give('return-audit', anAuditReturn(), 'nurse');
    expect(now()).toMatchObject({
      state: 'awaitingModeration',
      standing: {
        returned: {
          grades: { referral: 'good', plan: 'requires-improvement' },
          overall: 'requires-improvement',
        },
      },
    });
    expect(reads('manager')).toEqual(['case']);
    expect(reads('worker')).toEqual([]);
    expect(reads('stranger')).toEqual([]);
  });

  it('is returned by its auditor alone, and moderated by somebody else', () => {
    const { ask, give } = led();
    expect(ask('return-audit', anAuditReturn(), 'stranger')).toEqual(['forbidden']);
    expect(ask('return-audit', anAuditReturn(), 'auditor')).toEqual(['forbidden']);
    give('return-audit', anAuditReturn(), 'nurse');
    expect(ask('moderate-audit', { outcome: 'agreed', reasons: 'Seen' }, 'nurse')).toEqual(['forbidden']);
    const own = led();
    const { world, one } = own;
    const { auditor, senior } = world.people;
    const second = world.give(
      'case-audits/commission-audit',
      anAudit(world, one.id, { auditorId: auditor.userId }),
      senior,
    ).id;
    world.give('case-audits/return-audit', anAuditReturn(), auditor, { record: second });
    const moderate = (who: PersonName) =>
      whyNot(
        world.ask('case-audits/moderate-audit', { outcome: 'agreed', reasons: 'Seen' }, world.people[who], {
          record: second,
        }),
      );
    expect(moderate('auditor')).toEqual(['samePerson']);
    expect(moderate('senior')).toEqual([]);
  });

  it('goes back with a day and why, and is judged again by its auditor', () => {
    const { now, give, ask, reads, one } = led('return-audit');
    expect(ask('moderate-audit', { outcome: 'sent-back', reasons: 'No evidence' })).toEqual(['/due due']);
    give('moderate-audit', { outcome: 'sent-back', reasons: 'No evidence', due: '2026-12-20' });
    expect(now()).toMatchObject({ state: 'distributed', standing: { returned: null, sentBack: 1 } });
    expect(reads('nurse', one.id)).toContain('case');
    give('return-audit', anAuditReturn({ overall: 'good' }), 'nurse');
    give('moderate-audit', {
      outcome: 'agreed',
      overall: 'inadequate',
      reasons: 'Harm was missed (made up)',
    });
    expect(now()).toMatchObject({ state: 'moderated', standing: { moderated: { overall: 'inadequate' } } });
    expect(now().standing.returned?.overall).toBe('good');
  });

  it('tells one auditor nothing of what another found, also where the case is restricted meanwhile', () => {
    const { world, one, reads, id } = led('return-audit');
    const { stranger, auditor } = world.people;
    const second = world.give(
      'case-audits/commission-audit',
      anAudit(world, one.id, { auditorId: stranger.userId }),
      auditor,
    ).id;
    one.give('restrict', { reason: 'A made-up risk', readers: [world.people.chair.userId] }, 'manager');
    expect(reads('stranger', id)).toEqual([]);
    expect(reads('nurse', second)).toEqual([]);
    expect(reads('stranger', second)).toEqual(['case']);
    expect(reads('auditor', id)).toEqual([]);
    expect(reads('chair', id)).toContain('case');
  });
});

describe('the summary of audits', () => {
  it('counts parts and the whole by grade, as moderated, and themes by how many audits name them', () => {
    const first = led('return-audit', 'moderate-audit').now().standing;
    const second = led('return-audit');
    second.give('moderate-audit', { outcome: 'agreed', overall: 'good', reasons: 'Seen (made up)' });
    const open = led().now().standing;
    const summary = auditSummary([first, second.now().standing, open]);
    expect(summary.audits).toBe(2);
    expect(summary.parts.plan).toEqual({ good: 0, 'requires-improvement': 2, inadequate: 0 });
    expect(summary.parts.referral).toEqual({ good: 2, 'requires-improvement': 0, inadequate: 0 });
    expect(summary.overall).toEqual({ good: 1, 'requires-improvement': 1, inadequate: 0 });
    expect(summary.themes).toEqual([{ theme: 'plan-and-review', audits: 2 }]);
    expect(auditSummary([])).toMatchObject({ audits: 0, themes: [] });
  });
});
