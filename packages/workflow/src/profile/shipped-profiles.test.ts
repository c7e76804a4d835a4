import { describe, expect, it } from 'vitest';
import { compareProfiles, profileValueWords } from './compare-profiles.js';
import { mergePatch } from './merge-patch.js';
import { englandProfile, type Profile } from './profile.js';
import { profileOn } from './profile-on.js';
import { findShippedProfile, shippedProfiles } from './shipped-profiles.js';
import { validateProfile } from './validate-profile.js';

const wheres = (one: object, other: object) => compareProfiles(one, other).map(({ where }) => where);

describe('the shipped profiles', () => {
  it.each(shippedProfiles.map((one) => [one.id, one] as const))('%s has no fault', (_id, profile) => {
    expect(validateProfile(profile)).toEqual([]);
  });

  it('are three: England’s, one that counts episodes from medium, and one with categories 1 to 3', () => {
    expect(shippedProfiles.map(({ id }) => id)).toEqual([
      'england',
      'england-from-medium',
      'england-categories',
    ]);
    expect(findShippedProfile('england-from-medium')?.episodes).toEqual({ from: 'medium' });
    expect(
      Object.values(findShippedProfile('england-categories')?.grades ?? {}).map(({ name }) => name),
    ).toEqual(['No category', 'Category 1', 'Category 2', 'Category 3']);
    expect(findShippedProfile('atlantis')).toBeUndefined();
  });

  it('differ from England’s in what they say and in nothing else', () => {
    const fromMedium = findShippedProfile('england-from-medium') as Profile;
    expect(wheres(englandProfile, fromMedium)).toEqual([
      'Id',
      'Name',
      'Grades, Low, description',
      'Episodes, from',
    ]);
  });
});

describe('two profiles side by side', () => {
  const changed = (patch: object) => mergePatch(englandProfile, patch) as Profile;

  it('are the same where nothing differs', () => {
    expect(compareProfiles(englandProfile, structuredClone(englandProfile))).toEqual([]);
  });

  it('name a clock by its label, with what each says', () => {
    const longer = changed({ clocks: { 'triage-decision': { amount: 3 } } });
    expect(compareProfiles(englandProfile, longer)).toEqual([
      {
        pointer: '/clocks/triage-decision/amount',
        where: 'Clocks, Triage decision, amount',
        one: 1,
        other: 3,
      },
    ]);
  });

  it('tell an item that was put into a list, and not all that come after it', () => {
    const [first, ...rest] = englandProfile.panel.agenda;
    const agenda = [first, { id: 'online', label: 'Online spaces', minutesPerItem: 5 }, ...rest];
    const found = compareProfiles(englandProfile, changed({ panel: { agenda } }));
    expect(found.map(({ where }) => where)).toEqual(['Panel, agenda, Online spaces']);
    expect(found[0]?.one).toBeUndefined();
  });

  it('tell that a list is in another order', () => {
    const agenda = [...englandProfile.panel.agenda].reverse();
    expect(wheres(englandProfile, changed({ panel: { agenda } }))).toEqual(['Panel, agenda, order']);
  });

  it('say a value in words', () => {
    expect(profileValueWords({ amount: 10, unit: 'workingDays' })).toBe('10 working days');
    expect(profileValueWords(['low', 'high'])).toBe('low; high');
    expect(profileValueWords([])).toBe('none');
    expect(profileValueWords(false)).toBe('no');
    expect(profileValueWords({ id: 'online', label: 'Online spaces', minutesPerItem: 5 })).toBe(
      'Online spaces',
    );
    expect(profileValueWords(undefined)).toBe('');
  });
});

describe('the profile in force on a day', () => {
  const named = (name: string, patch: object = {}) =>
    mergePatch(englandProfile, { name, ...patch }) as Profile;
  const decided = [
    { from: '2027-04-01', profile: named('April') },
    { from: '2027-01-01', profile: named('January') },
    { from: '2027-04-01', profile: named('April again') },
  ];
  const nameOn = (day: string) => profileOn(englandProfile, decided, day).name;

  it.each([
    ['2026-12-31', 'England'],
    ['2027-01-01', 'January'],
    ['2027-03-31', 'January'],
    ['2027-04-01', 'April again'],
    ['2030-01-01', 'April again'],
  ])('on %s it is %s: the latest to have begun, of one day the one decided last', (day, name) => {
    expect(nameOn(day)).toBe(name);
  });

  it('keeps every instrument that was ever the area’s own', () => {
    const own = { id: 'our-tool', version: 1 } as never;
    const founding = { ...englandProfile, ownInstruments: [own] };
    expect(profileOn(founding, decided, '2027-05-01').ownInstruments).toEqual([own]);
  });

  it('says of a clock that came with a later release what England says', () => {
    const { conference: _conference, ...clocks } = englandProfile.clocks;
    const older = { ...englandProfile, clocks } as Profile;
    expect(profileOn(older, [], '2027-01-01').clocks.conference).toEqual(englandProfile.clocks.conference);
  });
});

describe('what the parts of a profile must be to each other', () => {
  it.each([
    ['an instrument that nobody has', { instruments: ['nobody-1'] }, '/instruments/0'],
    ['bands the wrong way round', { priority: { bands: { medium: 99 } } }, '/priority/bands/medium'],
    [
      'an agenda without a part for new children',
      { panel: { agenda: englandProfile.panel.agenda.filter(({ id }) => id !== 'child-new') } },
      '/panel/agenda',
    ],
    [
      'a gate that asks for what nobody can look up',
      { panel: { gate: { needs: [{ id: 'good-weather', label: 'Good weather' }] } } },
      '/panel/gate/needs/0/id',
    ],
    [
      'no basis for a chair’s action',
      { panel: { listingBases: [{ id: 'high', label: 'High' }] } },
      '/panel/listingBases',
    ],
    [
      'one outcome code twice at one time',
      {
        incidents: { outcomes: [...englandProfile.incidents.outcomes, englandProfile.incidents.outcomes[0]] },
      },
      `/incidents/outcomes/${englandProfile.incidents.outcomes.length}/from`,
    ],
    [
      'no rule of retention that always holds',
      { retention: { rules: englandProfile.retention.rules.filter(({ when }) => when !== 'always') } },
      '/retention/rules',
    ],
  ])('%s is told at its place', (_what, patch, pointer) => {
    expect(validateProfile(mergePatch(englandProfile, patch)).map((one) => one.pointer)).toContain(pointer);
  });
});
