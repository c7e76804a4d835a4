import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import type { Instrument } from '../risk/instrument.js';
import { findInstrument, instrumentInForce, instrumentsInForce } from '../risk/instruments-in-force.js';
import { shippedInstruments } from '../risk/shipped-instruments.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { withInstrumentChanges } from './adopted.js';

const screening = shippedInstruments.find(({ id }) => id === 'short-screening') as Instrument;
const ours: Instrument = { ...screening, id: 'our-tool', version: 1, title: 'Our own made-up tool' };
const file = (one: object) => JSON.stringify(one, null, 2);
const add = (text: string) => ({ change: 'add', file: text, reason: 'Licensed since spring (made up)' });
const retire = (over: object = {}) => ({
  change: 'retire',
  instrument: 'domain-levels',
  from: '2027-01-01',
  reason: 'Made up',
  ...over,
});

function proposed(payload: object) {
  const world = aWorld();
  const { admin, senior } = world.people;
  const ask = (verb: string, body: object, who = admin, record?: string) =>
    whyNot(world.ask(`instrument-changes/${verb}`, body, who, record ? { record } : {}));
  return { world, admin, senior, ask, why: ask('propose-change', payload) };
}

describe('a change of the instruments of an area', () => {
  it('is decided by nobody who proposed it, and by no administrator, who does not answer for practice', () => {
    const { world, admin, ask } = proposed(add(file(ours)));
    const record = world.all('instrumentChange')[0]?.id ?? '';
    expect(ask('approve-change', {}, admin, record)).toEqual(['forbidden']);
    const both = { ...admin, roles: ['administrator', 'senior'] as const };
    expect(ask('approve-change', {}, both as never, record)).toEqual(['secondPerson']);
    const another = { ...admin, userId: world.nextId() };
    expect(ask('approve-change', {}, another, record)).toEqual(['forbidden']);
    expect(ask('approve-change', {}, world.people.chair, record)).toEqual([]);
  });

  it('is proposed by an administrator and decided by somebody of practice', () => {
    const { world, admin, senior, ask } = proposed(add(file(ours)));
    const [change] = world.all('instrumentChange');
    const record = change?.id ?? '';
    expect(change?.standing).toMatchObject({ instrument: 'our-tool', version: 1, from: '2026-01-01' });
    expect(ask('approve-change', {}, world.people.worker, record)).toEqual(['forbidden']);
    expect(ask('approve-change', {}, senior, record)).toEqual([]);
    expect(world.getRecord(record).state).toBe('decided');
  });

  it.each([
    ['a sound file', add(file(ours)), []],
    ['a version that is there already', add(file(screening)), ['/file there']],
    ['a file that is no JSON', add('{'), ['/file instrument']],
    ['an instrument that is over', add(file({ ...ours, effectiveTo: '2026-02-01' })), ['/file over']],
    ['no file', { change: 'add', reason: 'x' }, ['/file asked']],
    ['one that is retired', retire(), []],
    ['one that is not used', retire({ instrument: 'nobody-1' }), ['/instrument instrument']],
    ['from a day that has come', retire({ from: '2026-10-01' }), ['/from past']],
  ])('%s', (_name, payload, why) => {
    expect(proposed(payload).why).toEqual(why);
  });

  it('tells every fault of a file with its line', () => {
    const { world } = proposed(add(file(ours)));
    const bad = file(ours).replace('"purpose": "screening"', '"purpose": "both"');
    const outcome = world.ask('instrument-changes/propose-change', add(bad), world.people.admin);
    const { decision } = outcome;
    const faults = 'refusal' in decision ? decision.refusal.faults : [];
    expect(faults[0]?.detail).toMatch(/^Line 7, column \d+: \/purpose must be one of/);
  });
});

describe('the instruments after the changes', () => {
  const from = (day: string, version: number | null = null) => ({
    standing: { change: 'retire', instrument: 'domain-levels', version, from: day } as const,
    instrument: null,
  });
  const adding = (instrument: Instrument) => ({
    standing: {
      change: 'add',
      instrument: instrument.id,
      version: instrument.version,
      from: instrument.effectiveFrom,
    } as const,
    instrument,
  });

  it('offer what was added first, and never change a version that was there', () => {
    const area = withInstrumentChanges(englandProfile, [adding(ours), adding({ ...ours, title: 'Changed' })]);
    expect(area.instruments[0]).toBe('our-tool');
    expect(findInstrument(area, 'our-tool', 1)?.title).toBe('Our own made-up tool');
    expect(area.ownInstruments).toHaveLength(1);
  });

  it('offer what is retired up to the day before, and read it ever after', () => {
    const area = withInstrumentChanges(englandProfile, [from('2027-01-01')]);
    expect(instrumentInForce(area, 'domain-levels', '2026-12-31')).not.toBeNull();
    expect(instrumentInForce(area, 'domain-levels', '2027-01-01')).toBeNull();
    expect(findInstrument(area, 'domain-levels', 1)).not.toBeNull();
    const offered = (day: string) => instrumentsInForce(area, day).map(({ id }) => id);
    expect(offered('2027-01-01')).toEqual(offered('2026-12-31').filter((id) => id !== 'domain-levels'));
    expect(withInstrumentChanges(englandProfile, [from('2027-01-01', 7)]).instruments).toEqual(
      englandProfile.instruments,
    );
  });
});
