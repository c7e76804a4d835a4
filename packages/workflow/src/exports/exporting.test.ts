import { describe, expect, it } from 'vitest';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';
import { aChildCase } from '../testing.js';

function asked(over: object = {}) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { governance, guardian, auditor } = world.people;
  const payload = { ...validPayload('exports/request-export', { world, record: null }), ...over };
  const request = () => world.ask('exports/request-export', payload, auditor);
  const give = (verb: string, who: typeof guardian, record: string, more: object = {}) =>
    whyNot(world.ask(`exports/${verb}`, more, who, { record }));
  return { one, world, request, give, governance, guardian, auditor };
}

describe('an export', () => {
  it('is approved by somebody else than who asked for it, and begun by who asked, once', () => {
    const { world, request, give, governance, guardian, auditor } = asked();
    const { id } = request().command.record;
    expect(world.queue.get(id)?.map(({ step }) => step)).toEqual(['approve-export', 'approve-export']);
    expect(give('begin-download', auditor, id)).toEqual(['wrongState']);
    expect(give('approve-export', auditor, id)).toEqual(['forbidden']);
    expect(give('approve-export', { ...guardian, userId: auditor.userId }, id)).toEqual(['secondPerson']);
    expect(give('approve-export', guardian, id)).toEqual([]);
    expect(give('begin-download', governance, id)).toEqual(['forbidden']);
    expect(give('begin-download', auditor, id)).toEqual([]);
    expect(give('begin-download', auditor, id)).toEqual(['wrongState']);
  });

  it('is not begun once the approval has run out', () => {
    const { world, request, give, guardian, auditor } = asked();
    const { id } = request().command.record;
    expect(give('approve-export', guardian, id)).toEqual([]);
    world.pass(8);
    expect(give('begin-download', auditor, id)).toEqual(['late']);
    expect(give('withdraw-export', auditor, id, { reason: 'Too late' })).toEqual([]);
  });

  it('names exactly what is exported, and a record only that the requester may see', () => {
    const { one, world } = asked();
    expect(whyNot(asked({ what: 'list', list: undefined }).request())).toEqual(['/list list']);
    expect(whyNot(asked({ what: 'partnership', list: 'child' }).request())).toEqual(['/list list']);
    expect(whyNot(asked({ what: 'record', list: undefined }).request())).toEqual(['/record record']);
    const other = { kind: 'childCase', id: world.nextId() };
    expect(whyNot(asked({ what: 'record', list: undefined, record: other }).request())).toEqual([
      '/record/id noRecord',
    ]);
    const own = { what: 'record', list: undefined, record: { kind: 'childCase', id: one.id } };
    const payload = { ...validPayload('exports/request-export', { world, record: null }), ...own };
    const { id } = world.give('exports/request-export', payload, world.people.governance);
    expect(world.getRecord(id).standing).toMatchObject({ recordId: one.id, childId: one.standing.childId });
  });

  it('of intelligence is asked for by the desk, which exports nothing else, and decided on by another supervisor', () => {
    const { world } = asked();
    const { analyst, supervisor, guardian, auditor } = world.people;
    const ask = (list: string, who: typeof analyst) => {
      const payload = {
        ...validPayload('exports/request-export', { world, record: null }),
        what: 'list',
        list,
      };
      return world.ask('exports/request-export', payload, who);
    };
    expect(whyNot(ask('intelligence', auditor))).toEqual(['/list desk']);
    expect(whyNot(ask('child', analyst))).toEqual(['/list desk']);
    const approve = (record: string, who: typeof analyst) =>
      whyNot(world.ask('exports/approve-export', {}, who, { record }));
    const own = ask('intelligence', supervisor).command.record.id;
    expect(approve(own, supervisor)).toEqual(['secondPerson']);
    expect(approve(own, guardian)).toEqual(['notYours']);
    const { id } = ask('intelligence', analyst).command.record;
    expect(world.queue.get(id)?.map(({ principal }) => principal)).toEqual(['role:intelligence-supervisor']);
    expect(approve(id, supervisor)).toEqual([]);
    const other = ask('child', auditor).command.record.id;
    expect(approve(other, supervisor)).toEqual(['notYours']);
  });
});
