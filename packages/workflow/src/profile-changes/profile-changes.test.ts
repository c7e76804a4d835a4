import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const file = (over: object) =>
  JSON.stringify({ ...englandProfile, effectiveFrom: '2027-04-01', ...over }, null, 2);
const sound = { file: file({ relistMonths: 9 }), reason: 'The made-up area relists for longer' };

function proposed(payload: object = sound) {
  const world = aWorld();
  const { admin, senior } = world.people;
  const ask = (verb: string, body: object, who = admin, record?: string) =>
    whyNot(world.ask(`profile-changes/${verb}`, body, who, record ? { record } : {}));
  const why = ask('propose-change', payload);
  return { world, admin, senior, ask, why, record: world.all('profileChange')[0]?.id ?? '' };
}

describe('a profile of an area', () => {
  it('is proposed by an administrator, and told with its day and in how many places it differs', () => {
    const { world, record } = proposed();
    expect(world.getRecord(record).standing).toMatchObject({
      profile: 'england',
      title: 'England',
      from: '2027-04-01',
      differences: 2,
    });
  });

  it('is decided by somebody of practice who did not propose it', () => {
    const { world, admin, senior, ask, record } = proposed();
    expect(ask('approve-change', {}, admin, record)).toEqual(['forbidden']);
    const both = { ...admin, roles: ['administrator', 'senior'] as const };
    expect(ask('approve-change', {}, both as never, record)).toEqual(['secondPerson']);
    expect(ask('approve-change', {}, world.people.worker, record)).toEqual(['forbidden']);
    expect(ask('approve-change', {}, senior, record)).toEqual([]);
    expect(world.getRecord(record).state).toBe('decided');
  });

  it.each([
    ['begins today', file({ relistMonths: 9, effectiveFrom: '2026-01-01' }), ['/file past']],
    ['says nothing new', file({}), ['/file same']],
    ['is no JSON', '{', ['/file profile']],
    ['has two faults', file({ relistMonths: 0, timeZone: 'Mars' }), ['/file profile', '/file profile']],
  ])('is refused where it %s', (_what, text, why) => {
    expect(proposed({ ...sound, file: text }).why).toEqual(why);
  });

  it('tells a fault with its line', () => {
    const { world } = proposed();
    const bad = { ...sound, file: file({ relistMonths: 'six' }) };
    const { decision } = world.ask('profile-changes/propose-change', bad, world.people.admin);
    const faults = 'refusal' in decision ? decision.refusal.faults : [];
    expect(faults[0]?.detail).toMatch(
      /^Line \d+, column \d+: \/relistMonths must be a whole number from 1 to 120; it is "six"/,
    );
  });
});
