import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const question = 'Was she seen at the clinic? (made up)';

/** A case of the north team on which a worker writes something else besides. */
function withRecord(command: string, over: object, who: PersonName = 'worker') {
  const one = aChildCase().withWorker().withAction({}, 'nurse');
  const { world } = one;
  const body = { caseId: one.id, ...over };
  const id = world.give(command, body, world.people[who]).id;
  const rows = () => world.written.get(id) ?? [];
  const rowId = (kind: string) => rows().find((row) => row.kind === kind)?.id as string;
  const withdraw = (kind: string, by: PersonName = 'worker') =>
    one.whyNot('withdraw-entry', { rowId: rowId(kind), reason: 'Two files were open' }, by);
  const decide = (kind: string, finding: string) =>
    one.whyNot(
      'record-breach-decision',
      { rowId: rowId(kind), finding, reported: 'no', reasons: 'Made up' },
      'governance',
    );
  const give = (verb: string, payload: object, by: PersonName = 'worker') =>
    whyNot(world.ask(verb, payload, world.people[by], { record: id }));
  const now = () => world.getRecord<StoredRecord>(id).standing as unknown as { [field: string]: unknown };
  return { one, id, rows, rowId, withdraw, decide, give, now };
}

const asked = (agencyId: string | null) => ({
  agencyId,
  question,
  powers: ['children-act-2004-10'],
  purpose: 'To assess the risk (made up)',
});
const aRequested = () => {
  const { nurse } = aChildCase().world.people;
  return withRecord('information-requests/request-information', asked(nurse.agencyId));
};

describe('an entry about somebody else on what hangs on a case', () => {
  it('of a question to an agency goes with the words that lists show, once nobody is asked any longer', () => {
    const { one, withdraw, give, now, rows, rowId } = aRequested();
    expect(withdraw('information-request')).toEqual(['/rowId stillOpen']);
    expect(give('information-requests/withdraw-request', { reason: 'Made up' })).toEqual([]);
    expect(withdraw('information-request')).toEqual([]);
    expect(JSON.stringify(now())).not.toContain('clinic');
    expect(rows()[0]).toMatchObject({ kind: 'entry-withdrawn', replaces: rowId('information-request') });
    expect(one.standing.withdrawn).toMatchObject([
      { kind: 'information-request', on: { kind: 'informationRequest' } },
    ]);
    expect(one.clocks).toContain('breach-decision');
    expect(withdraw('information-request')).toEqual(['/rowId alreadyCorrected']);
  });

  it('comes back with its words where it was right after all', () => {
    const { one, withdraw, decide, give, now } = aRequested();
    expect(give('information-requests/withdraw-request', { reason: 'Made up' })).toEqual([]);
    expect(withdraw('information-request')).toEqual([]);
    expect(decide('information-request', 'no-breach-restore')).toEqual([]);
    expect(now()).toMatchObject({ question });
    expect(one.clocks).not.toContain('breach-decision');
    expect(withdraw('information-request')).toEqual([]);
  });

  it('of a challenge or a notice is its author’s to withdraw, or a manager’s, and nobody else’s', () => {
    const words = { about: 'delay', words: 'Her sister waits (made up)', wanted: 'A call (made up)' };
    const challenge = withRecord('challenges/raise-challenge', words, 'manager');
    expect(challenge.give('challenges/withdraw-challenge', { reason: 'x' }, 'manager')).toEqual([]);
    expect(challenge.withdraw('challenge', 'worker')).toEqual(['/rowId notAuthor']);
    expect(challenge.withdraw('challenge', 'manager')).toEqual([]);
    expect(JSON.stringify(challenge.now())).not.toContain('sister');
    const notice = withRecord('notices/record-notice', {
      kind: 'nrm',
      need: 'not-needed',
      reasons: 'Her sister',
    });
    expect(notice.withdraw('notice')).toEqual([]);
    expect(notice.decide('notice', 'breach')).toEqual([]);
    expect(notice.one.standing.withdrawn).toEqual([]);
  });

  it('of a plan action is an earlier wording at once, and what it says now once it has ended', () => {
    const one = aChildCase().withWorker().withAction({ what: 'Meet her sister' }, 'nurse');
    const { world } = one;
    const [action] = world.all('planAction') as [StoredRecord];
    const give = (verb: string, payload: object, who: PersonName) =>
      world.give(`plan-actions/${verb}`, payload, world.people[who], { record: action.id });
    const row = (index: number) =>
      (world.written.get(action.id) ?? []).filter(({ kind }) => kind === 'action').at(index)?.id;
    give('change-action', { what: 'Meet her', reason: 'Another child' }, 'worker');
    const withdraw = (rowId: string | undefined) =>
      one.whyNot('withdraw-entry', { rowId, reason: 'Two files were open' }, 'manager');
    const [latest, first] = [row(0), row(1)];
    expect(withdraw(latest)).toEqual(['/rowId stillOpen']);
    expect(withdraw(first)).toEqual([]);
    expect(world.getRecord(action.id).standing).toMatchObject({ what: 'Meet her' });
    give('end-action', { how: 'no-longer-possible', changed: 'Made up' }, 'worker');
    expect(withdraw(latest)).toEqual([]);
    expect(world.getRecord(action.id).standing).toMatchObject({ what: 'Withdrawn' });
  });
});
