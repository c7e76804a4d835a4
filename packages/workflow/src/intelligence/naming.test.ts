import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { anIntelligenceReport } from '../testing/intelligence-payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { IntelligenceStanding } from './standing.js';

/** A report of a car that names nobody, and a child on the books. */
function naming() {
  const { world, id: caseId, standing } = aChildCase().withWorker();
  const { people } = world;
  const { id } = world.give('intelligence/submit-intelligence', anIntelligenceReport(), people.nurse);
  const at = { record: id };
  const give = (payload: object) => world.give('intelligence/name-records', payload, people.analyst, at);
  const ask = (payload: object, who: PersonName = 'analyst') =>
    whyNot(world.ask('intelligence/name-records', payload, people[who], at));
  const now = () => world.getRecord(id).standing as IntelligenceStanding;
  return { world, id, give, ask, now, caseId, childId: standing.childId };
}

const phone = { kind: 'phone', text: '07700 900123' };

describe('what the desk recognises in a report', () => {
  it('names a child after it came: the child is then seen with each identifier that was in it', () => {
    const { world, give, now, caseId, childId } = naming();
    give({ named: [{ kind: 'childCase', id: caseId }] });
    expect(now()).toMatchObject({ named: [{ kind: 'childCase', id: caseId }], subjectIds: [childId] });
    expect(world.history.at(-1)?.edges?.map(({ ends }) => ends)).toEqual([
      [`child:${childId}`, 'vehicle:AB12CDE'],
    ]);
  });

  it('adds an identifier: the report is found by it, children named before are seen with it, and nothing is lost', () => {
    const { world, give, childId } = naming();
    give({ named: [{ kind: 'child', id: childId }] });
    give({ identifiers: [phone, phone] });
    const change = world.history.at(-1);
    expect(change?.terms.map(({ kind }) => kind)).toEqual(['phone']);
    expect(change?.edges?.map(({ ends: [, other] }) => other?.split(':')[0])).toEqual(['vehicle', 'phone']);
    expect(change?.edges?.every(({ ends }) => ends[0] === `child:${childId}`)).toBe(true);
  });

  it('is kept from history, as the words of the report are', () => {
    const { world, give, now } = naming();
    give({ identifiers: [phone] });
    const { payload } = world.history.at(-1) ?? {};
    expect(payload).toEqual({ fields: ['identifiers'] });
    expect(JSON.stringify(now())).not.toContain('900123');
  });

  it('is the desk’s to say, names what the desk sees, and is something', () => {
    const { world, ask } = naming();
    expect(ask({ identifiers: [phone] }, 'nurse')).toEqual(['forbidden']);
    expect(ask({})).toEqual(['/named nothing']);
    expect(ask({ named: [{ kind: 'child', id: world.nextId() }] })).toEqual(['/named noRecord']);
    expect(ask({ identifiers: [{ kind: 'phone', text: '12' }] })).toEqual(['/identifiers/0/text unread']);
    const many = Array.from({ length: 13 }, () => ({ kind: 'child', id: world.nextId() }));
    expect(ask({ named: many })).toContain('/named many');
  });
});
