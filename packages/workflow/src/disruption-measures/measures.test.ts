import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import type { ProtectionStanding } from '../protections/standing.js';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aChild, aMeasure, anOrder, aPerson } from '../testing/a-measure.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { lengthFault } from './length-by-law.js';

const protection = (world: ReturnType<typeof aWorld>) =>
  world.all('protection')[0] as StoredRecord<ProtectionStanding>;

describe('a notice about abduction', () => {
  it('served on somebody, lapses with the day before the child is 16, and warns its owner 28 days before', () => {
    const { give, standing, clocks } = aMeasure({ birthDate: '2011-02-01' });
    expect(whyNot({ decision: give('serve-measure') })).toEqual([]);
    expect(standing().cawn).toMatchObject({ stands: 'yes', ground: 'under-16', lapsesOn: '2027-02-01' });
    expect(standing().expiresOn).toBe('2027-01-31');
    expect(clocks()).toEqual({ 'measure-expiry': '2027-01-31', 'order-expiry-warning': '2027-01-03' });
  });

  it('is never refused: where the child has no ground it is served with that said, and looked at again', () => {
    const { give, standing, clocks } = aMeasure({ birthDate: '2010-01-01' });
    expect(whyNot({ decision: give('serve-measure') })).toEqual([]);
    expect(standing()).toMatchObject({ cawn: { stands: 'no', lapsesOn: null }, expiresOn: null });
    expect(Object.keys(clocks())).toEqual(['measure-review']);
  });

  it('ends by its clock, and says when and why', () => {
    const { world, id, give, expire, standing } = aMeasure({ birthDate: '2010-11-20' });
    give('serve-measure');
    world.pass(20);
    expire();
    expect(world.getRecord(id).state).toBe('expired');
    expect(standing().ended).toEqual({ how: 'lapsed', on: '2026-11-19', because: 'sixteenth-birthday' });
    expect(protection(world)).toMatchObject({ state: 'ended', standing: { ended: { how: 'lapsed' } } });
    expect(standing().clocks).toEqual([]);
  });

  const status = (legalStatus: string, since: string, until?: string) => ({
    ...{ legalStatus, placement: 'U1', since },
    ...(until ? { until } : {}),
  });

  it('on the child’s age alone lapses at 16 though an order is recorded later; its owner hears what a new one would stand for', () => {
    const { world, childId, give, standing, clocks } = aMeasure({ birthDate: '2011-02-01' });
    give('serve-measure');
    const tell = (payload: object) =>
      world.give('children/record-status', payload, world.people.coordinator, { record: childId });
    tell(status('C1', '2026-11-03'));
    const atSixteen = { ground: 'under-16', because: 'sixteenth-birthday', lapsesOn: '2027-02-01' };
    expect(standing()).toMatchObject({
      cawn: { ...atSixteen, anewUntil: '2029-02-01' },
      expiresOn: '2027-01-31',
    });
    expect(protection(world).standing.expiresOn).toBe('2027-01-31');
    expect(clocks()['measure-expiry']).toBe('2027-01-31');
    tell(status('V2', '2026-11-20'));
    expect(standing()).toMatchObject({ cawn: atSixteen, expiresOn: '2027-01-31' });
    expect(standing().cawn?.anewUntil).toBeUndefined();
    expect(world.outgoing.filter(({ kind }) => kind === 'measure-lapse-changed')).toHaveLength(2);
  });

  it('on an order goes on with the order that follows it, and lapses where that ends: the child’s record tells it', () => {
    const { world, childId, give, standing, clocks } = aMeasure({ birthDate: '2010-02-01' });
    const tell = (payload: object) =>
      world.give('children/record-status', payload, world.people.coordinator, { record: childId });
    tell(status('C1', '2026-10-01', '2027-01-15'));
    give('serve-measure');
    expect(standing()).toMatchObject({ cawn: { because: 'order-ended' }, expiresOn: '2027-01-14' });
    tell(status('C2', '2027-01-15'));
    expect(standing()).toMatchObject({ cawn: { because: 'eighteenth-birthday' }, expiresOn: '2028-01-31' });
    world.pass(200);
    tell(status('V2', '2027-05-20'));
    expect(standing()).toMatchObject({ cawn: { because: 'order-ended' }, expiresOn: '2027-05-19' });
    expect(clocks()['measure-expiry']).toBe('2027-05-19');
    expect(world.outgoing.filter(({ kind }) => kind === 'measure-lapse-changed')).toHaveLength(2);
  });

  it('that proves to have had no ground is not put off: its owner looks at it again today, and its last day stays', () => {
    const { world, childId, give, standing, clocks } = aMeasure({ birthDate: '2010-02-01' });
    const tell = (payload: object) =>
      world.give('children/record-status', payload, world.people.coordinator, { record: childId });
    tell(status('C2', '2026-10-01'));
    give('serve-measure');
    expect(standing()).toMatchObject({ cawn: { stands: 'yes' }, expiresOn: '2028-01-31' });
    tell(status('V2', '2026-10-01'));
    expect(standing()).toMatchObject({ cawn: { stands: 'no', ground: null }, expiresOn: '2028-01-31' });
    expect(clocks()).toMatchObject({ 'measure-review': '2026-11-03', 'measure-expiry': '2028-01-31' });
    expect(protection(world).standing).toMatchObject({ withoutGround: true, expiresOn: '2028-01-31' });
    tell(status('C2', '2026-10-01', '2027-06-01'));
    expect(standing()).toMatchObject({ cawn: { stands: 'yes' }, expiresOn: '2027-05-31' });
    expect(Object.keys(clocks()).sort()).toEqual(['measure-expiry', 'order-expiry-warning']);
    expect(protection(world).standing.withoutGround).toBe(false);
  });

  it('keeps an earlier last day that was given, whatever the child’s status becomes', () => {
    const { world, childId, give, standing } = aMeasure({ birthDate: '2011-02-01' });
    give('serve-measure', { lastDay: '2026-12-24' });
    expect(standing().expiresOn).toBe('2026-12-24');
    world.give('children/record-status', status('C2', '2026-11-01'), world.people.coordinator, {
      record: childId,
    });
    expect(standing().expiresOn).toBe('2026-12-24');
  });

  it('is reckoned anew where two records of the child are joined and the birth date was not known', () => {
    const world = aWorld();
    const { coordinator, triage } = world.people;
    const unknown = { firstName: 'Alex', lastName: 'Example', from: 'return' };
    const childId = world.give('children/record-child', unknown, coordinator).id;
    const { give, standing } = aMeasure({ childIds: [childId] }, world);
    give('serve-measure');
    expect(standing().cawn).toMatchObject({ stands: 'not-known', lapsesOn: null });
    const kept = aChild(world, '2011-02-01');
    const both = { childId, reasons: 'Made up' };
    world.give('children/merge-children', both, coordinator, { record: kept });
    world.give('children/decide-merge', { childId, decision: 'approve' }, triage, { record: kept });
    expect(standing()).toMatchObject({ cawn: { stands: 'yes' }, expiresOn: '2027-01-31' });
    expect(protection(world)).toMatchObject({
      parentId: kept,
      standing: { childId: kept, joinedFrom: childId },
    });
  });
});

describe('a measure', () => {
  const order = (over = {}) => aMeasure({ code: 'sexual-risk-order', ...over });

  it('is granted, served, varied to another last day, and stays in force when it is breached', () => {
    const { world, id, give, standing, clocks } = order();
    give('apply-for-measure', { nextOn: '2026-11-20' });
    expect(clocks()).toEqual({ 'measure-next-step': '2026-11-20' });
    expect(whyNot({ decision: give('serve-measure') })).toEqual(['notGranted']);
    give('grant-measure', { lastDay: '2028-11-02' });
    give('serve-measure');
    expect(clocks()).toEqual({ 'measure-expiry': '2028-11-02', 'order-expiry-warning': '2028-10-05' });
    give('record-breach');
    give('vary-measure', { lastDay: '2029-01-31' });
    expect(world.getRecord(id).state).toBe('inForce');
    expect(standing()).toMatchObject({ breaches: ['2026-11-03'], variations: 1, expiresOn: '2029-01-31' });
    expect(clocks()).toEqual({ 'measure-expiry': '2029-01-31', 'order-expiry-warning': '2029-01-03' });
    give('review-measure', { outcome: 'let-lapse' });
    expect(clocks()).toEqual({ 'measure-expiry': '2029-01-31' });
  });

  it('keeps its last day and its warning where a variation says nothing of it, and loses both where it says so', () => {
    const { give, standing, clocks } = order();
    give('grant-measure', { lastDay: '2028-11-02' });
    const before = clocks();
    expect(whyNot({ decision: give('vary-measure', { lastDay: undefined }) })).toEqual([]);
    expect([standing().expiresOn, clocks()]).toEqual(['2028-11-02', before]);
    const both = { lastDay: '2029-01-31', noLastDay: true };
    expect(whyNot({ decision: give('vary-measure', both) })).toEqual(['/noLastDay both']);
    give('vary-measure', { ...both, lastDay: undefined });
    expect([standing().expiresOn, Object.keys(clocks())]).toEqual([null, ['measure-review']]);
  });

  it('has the last day that is told as it is served', () => {
    const { give, standing } = order();
    give('grant-measure', { lastDay: '2028-11-02' });
    give('serve-measure', { lastDay: '2028-12-24' });
    expect(standing().expiresOn).toBe('2028-12-24');
  });

  it.each([
    ['sexual-risk-order', '2028-11-01', 'too-short'],
    ['sexual-risk-order', '2028-11-02', null],
    ['gang-injunction', '2028-11-03', 'too-long'],
    ['gang-injunction', '2028-11-02', null],
  ])('%s until %s is shown beside what the law sets: %s', (code, lastDay, shown) => {
    const { give, standing } = order({ code });
    expect(whyNot({ decision: give('grant-measure', { lastDay }) })).toEqual([]);
    expect(lengthFault(standing())).toBe(shown);
  });

  it('of hours may run into the day after, and one without a last day is told nothing', () => {
    const world = aWorld();
    const childIds = [aChild(world)];
    const about = { code: 'police-protection', who: 'coordinator', personId: undefined, childIds } as const;
    const { give, standing } = aMeasure(about, world);
    give('grant-measure', { lastDay: '2026-11-06' });
    expect(lengthFault(standing())).toBe(null);
    give('vary-measure', { lastDay: '2026-11-07' });
    expect(lengthFault(standing())).toBe('too-long');
    give('vary-measure', { lastDay: undefined, noLastDay: true });
    expect(lengthFault(standing())).toBe(null);
  });

  it('is a marker on a vehicle that nobody is known to drive, where it protects a child', () => {
    const marker = { code: 'vehicle-marker', personId: undefined };
    expect(() => order(marker)).toThrow('Say on whom it is');
    const world = aWorld();
    expect(aMeasure({ ...marker, childIds: [aChild(world)] }, world).standing().personId).toBe(null);
  });

  it('warns today where less than 28 days remain, and not at all where it lasts days by law', () => {
    const soon = order();
    soon.give('grant-measure', { lastDay: '2026-11-20' });
    expect(soon.clocks()['order-expiry-warning']).toBe('2026-11-03');
    const short = anOrder();
    short.give('grant-measure', { lastDay: '2026-11-10' });
    expect(short.clocks()).toEqual({ 'measure-expiry': '2026-11-10' });
  });

  it.each([
    [
      'a breach before it was in force',
      'record-breach',
      {},
      '2026-11-01T10:00:00.000Z',
      ['/happened notInForce'],
    ],
    ['a last day before it began', 'vary-measure', { lastDay: '2026-11-01' }, undefined, ['/lastDay order']],
    [
      'an owner without an account',
      'allocate-measure',
      { ownerId: 'nobody' },
      undefined,
      ['/ownerId noOwner'],
    ],
  ])('refuses %s', (_, verb, body, happened, why) => {
    const { give } = order();
    give('grant-measure');
    expect(whyNot({ decision: give(verb, body, 'analyst', happened) })).toEqual(why);
  });

  it.each([
    ['one that is law no longer', { code: 'risk-of-sexual-harm-order' }, ['/code notLaw']],
    ['one that is proposed', { code: 'child-criminal-exploitation-prevention-order' }, ['/code notLaw']],
    ['one of another service', { code: 'sexual-risk-order', who: 'licensing' }, ['/code otherOwner']],
    ['a notice for two children', { code: 'cawn', childIds: [] }, ['/childIds oneChild']],
    ['an order on nobody', { code: 'sexual-risk-order', personId: undefined }, ['/personId asked']],
    ['a closure of a person', { code: 'closure-order' }, ['/personId strand']],
    ['a next step in the past', { code: 'sexual-risk-order', nextOn: '2026-11-01' }, ['/nextOn past']],
    ['conditions on who reads, without a reader', { code: 'cawn', handling: 'C' }, ['/readers asked']],
  ])('is not considered: %s', (_, over, why) => {
    const { world, payload } = order();
    const { who = 'analyst', ...body } = { who: 'analyst', ...over } as { who?: PersonName };
    const childIds = 'childIds' in over ? {} : { childIds: [aChild(world)] };
    const asked = { ...payload, ...childIds, ...body };
    expect(whyNot(world.ask('disruption-measures/consider-measure', asked, world.people[who]))).toEqual(why);
  });

  it('moves with the lines that wait on it when it gets another owner', () => {
    const { world, id, give, standing } = order();
    const { supervisor } = world.people;
    give('allocate-measure', { ownerId: supervisor.userId });
    expect(standing()).toMatchObject({ ownerId: supervisor.userId, ownerAgencyId: supervisor.agencyId });
    expect(world.queue.get(id)).toMatchObject([
      { principal: `user:${supervisor.userId}`, step: 'measure-next-step' },
    ]);
  });
});

describe('who reads', () => {
  const reads = (world: ReturnType<typeof aWorld>, id: string, who: PersonName) =>
    classesRead(world.readers.get(id) ?? [], world.people[who], world.at);

  it('whoever works with the child reads that a measure in force protects the child, and never the measure', () => {
    const one = aChildCase().withWorker();
    const world = one.world as ReturnType<typeof aWorld>;
    const childIds = [(world.all('child')[0] as StoredRecord).id];
    const { id, give } = aMeasure({ childIds }, world);
    const shown = () => [reads(world, protection(world).id, 'worker'), reads(world, id, 'worker')];
    expect(shown()).toEqual([[], []]);
    give('serve-measure', { conditions: 'Keeps away from the child (made up)' });
    expect(shown()).toEqual([['safety'], []]);
    expect(reads(world, id, 'licensing')).toEqual([]);
    expect(reads(world, protection(world).id, 'stranger')).toEqual([]);
    const words = world.written.get(protection(world).id)?.map(({ body }) => body);
    expect(words).toEqual([{ conditions: 'Keeps away from the child (made up)' }]);
  });

  it('licensing reads what acts on licences; the owner what is his or hers', () => {
    const world = aWorld();
    const { id } = aMeasure(
      { code: 'taxi-driver-licence', personId: aPerson(world), who: 'licensing' },
      world,
    );
    expect(reads(world, id, 'licensing')).toEqual(['case', 'identity']);
    expect(reads(world, id, 'nurse')).toEqual([]);
  });

  it('with conditions, those named alone read it and what it is to the child', () => {
    const world = aWorld();
    const { id } = aMeasure({ handling: 'C', readers: [world.people.chair.userId] }, world);
    const who = ['analyst', 'supervisor', 'chair', 'coordinator', 'desk'] as const;
    expect(who.map((name) => reads(world, id, name).length > 0)).toEqual([true, true, true, false, false]);
    expect(reads(world, protection(world).id, 'coordinator')).toEqual([]);
  });
});
