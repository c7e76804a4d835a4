import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aFeedback } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { carersFrom, parentLetterFaults } from './carers.js';
import type { ChildStanding } from './standing.js';

const father = { name: 'Made-up father', relation: 'Father', asParent: 'yes', livesWith: 'no' };
const mother = { ...father, name: 'Made-up mother', relation: 'Mother', livesWith: 'yes' };
const never = { mayContact: 'no', safeHow: 'He has threatened the child' };

/** A child whose case a worker of the north team holds. */
function aChild() {
  const one = aChildCase().withWorker();
  const { world } = one;
  const record = one.standing.childId;
  const ask = (verb: string, payload: object, who: PersonName = 'worker') =>
    whyNot(world.ask(`children/${verb}`, payload, world.people[who], { record }));
  const rows = () => world.written.get(record) ?? [];
  const carers = () => carersFrom(rows());
  const idOf = (name: string) => carers().find((carer) => carer.name === name)?.id as string;
  const standing = () => world.getRecord<StoredRecord<ChildStanding>>(record).standing;
  return { one, ask, carers, idOf, rows, standing };
}

describe('a carer or contact', () => {
  it('has rules of safe contact, said wherever it is not simply safe', () => {
    const { ask } = aChild();
    expect(ask('record-carer', { ...father, mayContact: 'ask-first' })).toEqual(['/safeHow asked']);
    expect(ask('record-carer', { ...father, mayContact: 'no' })).toEqual(['/safeHow asked']);
    expect(ask('record-carer', { ...father, ...never })).toEqual([]);
  });

  it('has several ways to be reached, each with its own rules', () => {
    const { ask, carers } = aChild();
    const contacts = [
      {
        way: 'mobile',
        value: '07700 900000',
        bestWay: 'Text first',
        when: 'After four',
        notSay: 'No voicemail',
      },
      { way: 'address', value: '1 Made-up Street', notSay: 'Nothing with a heading' },
    ];
    expect(ask('record-carer', { ...mother, contacts, mayContact: 'yes' })).toEqual([]);
    expect(carers()).toMatchObject([{ name: 'Made-up mother', contacts }]);
  });

  it('is changed and ended by its id, and what was known stays in its own entry', () => {
    const { ask, carers, idOf, rows } = aChild();
    ask('record-carer', { ...father, mayContact: 'yes' });
    ask('record-carer', { ...father, mayContact: 'yes' });
    expect(carers()).toHaveLength(2);
    const carerId = idOf('Made-up father');
    const changed = { ...father, name: 'Made-up stepfather', carerId, reason: 'Written down wrong' };
    expect(ask('change-carer', { ...changed, mayContact: 'yes' }, 'stranger')).toEqual(['forbidden']);
    expect(ask('change-carer', { ...changed, mayContact: 'yes' })).toEqual([]);
    expect(carers().map(({ name }) => name)).toEqual(['Made-up father', 'Made-up stepfather']);
    expect(ask('end-carer', { carerId, reason: 'Has moved away' })).toEqual([]);
    expect(ask('end-carer', { carerId, reason: 'Has moved away' })).toEqual(['/carerId noCarer']);
    expect(carers()).toHaveLength(1);
    expect(rows().filter(({ kind }) => kind.startsWith('carer'))).toHaveLength(4);
  });

  it('that was written down before carers had an id is one by its name, and can be changed and ended', () => {
    const row = (id: string, body: object) => ({ id, kind: 'carer', happened: '2026-01-01', body });
    const carer = { name: 'Aunt', relation: 'Aunt', livesWith: 'no', mayContact: 'yes' };
    const known = carersFrom([row('2', { ...carer, phone: '0117 496 0000' }), row('1', carer)]);
    expect(known).toMatchObject([
      { id: 'Aunt', asParent: null, contacts: [{ way: 'landline', value: '0117 496 0000' }] },
    ]);
  });
});

describe('a parent whom nobody contacts', () => {
  const feedback = (carerId?: string) =>
    aFeedback({ parent: { told: true, how: 'By letter', ...(carerId ? { carerId } : {}) } });

  it('is told nothing, as under a contact caution, until the entry says otherwise', () => {
    const { one, ask, idOf } = aChild();
    ask('record-carer', { ...father, ...never });
    expect(one.whyNot('record-feedback', feedback(), 'worker')).toEqual(['/parent/carerId caution']);
    const silent = aFeedback({ parent: { told: false, whyNot: 'Not safe' } });
    expect(one.whyNot('record-feedback', silent, 'worker')).toEqual([]);
    ask('change-carer', { ...father, carerId: idOf('Made-up father'), mayContact: 'yes' });
    expect(one.whyNot('record-feedback', feedback(), 'worker')).toEqual([]);
  });

  it('is one whom a contact caution names, too', () => {
    const { one, ask, idOf } = aChild();
    ask('record-carer', { ...father, mayContact: 'yes' });
    expect(one.whyNot('record-feedback', feedback(idOf('Made-up father')), 'worker')).toEqual([]);
    const named = { party: 'other', who: 'The made-up FATHER, at work', whatNot: 'No calls', why: 'x' };
    one.give('set-contact-caution', { ...named, until: '2027-01-10' }, 'manager');
    for (const carerId of [idOf('Made-up father'), undefined])
      expect(one.whyNot('record-feedback', feedback(carerId), 'worker')).toEqual(['/parent/carerId caution']);
  });

  it('beside one who may be contacted makes it be said who was told', () => {
    const { one, ask, idOf } = aChild();
    ask('record-carer', { ...father, ...never });
    ask('record-carer', { ...mother, mayContact: 'yes' });
    expect(one.whyNot('record-feedback', feedback(), 'worker')).toEqual(['/parent/carerId whichParent']);
    expect(one.whyNot('record-feedback', feedback(idOf('Made-up father')), 'worker')).toEqual([
      '/parent/carerId caution',
    ]);
    expect(one.whyNot('record-feedback', feedback(idOf('Made-up mother')), 'worker')).toEqual([]);
  });

  it('has no letter that answers a request for access, and no other parent is stopped by it', () => {
    const { ask, standing, idOf } = aChild();
    ask('record-carer', { ...father, ...never });
    ask('record-carer', { ...mother, mayContact: 'yes' });
    expect(parentLetterFaults(standing(), ' made-up FATHER')).toMatchObject([{ code: 'caution' }]);
    expect(parentLetterFaults(standing(), 'Made-up mother')).toEqual([]);
    ask('end-carer', { carerId: idOf('Made-up mother'), reason: 'Died' });
    expect(parentLetterFaults(standing(), 'Somebody else')).toMatchObject([{ code: 'caution' }]);
  });

  it('stands as a parent until the entry ends, and a standing keeps six', () => {
    const { ask, standing } = aChild();
    for (let n = 0; n < 6; n += 1) expect(ask('record-carer', { ...mother, mayContact: 'yes' })).toEqual([]);
    expect(ask('record-carer', { ...mother, mayContact: 'yes' })).toEqual(['/asParent most']);
    expect(ask('record-carer', { ...mother, asParent: 'no', mayContact: 'yes' })).toEqual([]);
    expect(standing().parents).toHaveLength(6);
  });
});
