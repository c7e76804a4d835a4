import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { anAuditAction, auditActing, auditing } from '../testing/audit-payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { AuditActionStanding } from './standing.js';
import { auditActions } from './topic.js';

function led(...verbs: string[]) {
  const { one, world, id, audit } = auditActing(...verbs);
  const now = () => world.getRecord<StoredRecord<AuditActionStanding>>(id);
  const give = (verb: string, body: object, who: PersonName = 'auditor') =>
    world.give(`audit-actions/${verb}`, body, world.people[who], { record: id });
  const ask = (verb: string, body: object, who: PersonName = 'auditor') =>
    whyNot(world.ask(`audit-actions/${verb}`, body, world.people[who], { record: id }));
  const lists = () => (world.queue.get(id) ?? []).map(({ principal }) => principal);
  const reads = (who: PersonName) =>
    classesRead(readersOf(auditActions, now(), world.at), world.people[who], world.at);
  return { one, world, id, audit, now, give, ask, lists, reads };
}

const proof = { proof: 'The plan has dates now (made up)' };

describe('an action that an audit asked for', () => {
  it('answers a finding: it is added once the audit is returned, and to nobody without an account', () => {
    const { world, id } = auditing();
    const why = (over: object = {}) =>
      whyNot(
        world.ask(
          'audit-actions/add-action',
          anAuditAction(world, world.getRecord(id), over),
          world.people.auditor,
        ),
      );
    expect(why()).toEqual(['/auditId notReturned']);
    const back = auditing('return-audit');
    const ask = (over: object) =>
      whyNot(
        back.world.ask(
          'audit-actions/add-action',
          anAuditAction(back.world, back.world.getRecord(back.id), over),
          back.world.people.auditor,
        ),
      );
    expect(ask({ ownerId: 'nobody' })).toEqual(['/ownerId noPerson']);
    expect(ask({ due: '2020-01-01' })).toEqual(['/due past']);
    expect(ask({})).toEqual([]);
  });

  it('stands in its owner’s list until the proof is given, then in the auditor’s until it is accepted', () => {
    const { world, lists, give, now } = led();
    expect(lists()).toEqual([`user:${world.people.worker.userId}`]);
    give('give-proof', proof, 'worker');
    expect(lists()).toEqual(['role:auditor']);
    give('answer-proof', { answer: 'accepted', words: 'Seen' });
    expect(lists()).toEqual([]);
    expect(now()).toMatchObject({ state: 'proven', standing: { ended: { how: 'proven' } } });
  });

  it('runs on where the proof does not show it, with a new day and the first kept', () => {
    const { give, ask, now } = led('give-proof');
    const { firstDue } = now().standing;
    expect(ask('answer-proof', { answer: 'sent-back', words: 'It shows half' })).toEqual(['/due due']);
    give('answer-proof', { answer: 'sent-back', words: 'It shows half', due: '2026-12-24' });
    expect(now()).toMatchObject({
      state: 'toDo',
      standing: { due: '2026-12-24', firstDue, sentBack: 1, proofAt: null },
    });
    expect(now().standing.clocks).toMatchObject([{ rule: 'audit-action' }]);
  });

  it('keeps apart what was not done and what could not be done any more', () => {
    for (const how of ['not-done', 'no-longer-possible'] as const) {
      const { give, now } = led();
      give('end-action', { how, reason: 'Made up' });
      expect(now()).toMatchObject({ state: 'endedUnproven', standing: { ended: { how }, clocks: [] } });
    }
  });

  it('is proven to somebody else than its owner, and ended by those who answer for quality alone', () => {
    const { give, ask, world } = led();
    expect(ask('end-action', { how: 'not-done', reason: 'Made up' }, 'worker')).toEqual(['forbidden']);
    expect(ask('give-proof', proof, 'stranger')).toEqual(['forbidden']);
    give('hand-over', { ownerId: world.people.senior.userId, due: '2026-12-24', reason: 'Hers' }, 'worker');
    give('give-proof', proof, 'senior');
    expect(ask('answer-proof', { answer: 'accepted', words: 'Seen' }, 'senior')).toEqual(['samePerson']);
    expect(ask('answer-proof', { answer: 'accepted', words: 'Seen' })).toEqual([]);
  });

  it('shows its owner what is asked, and nothing of whose case it came from; for 28 days after its end', () => {
    const { reads, give, world } = led();
    give('hand-over', { ownerId: world.people.stranger.userId, due: '2026-12-24', reason: 'His' });
    expect(reads('stranger')).toEqual(['own']);
    expect(reads('worker')).toEqual([]);
    expect(reads('auditor')).toEqual(['case', 'own']);
    expect(reads('manager')).toEqual(['case', 'own']);
    give('end-action', { how: 'not-done', reason: 'Made up' });
    world.pass(27);
    expect(reads('stranger')).toEqual(['own']);
    world.pass(2);
    expect(reads('stranger')).toEqual([]);
  });
});
