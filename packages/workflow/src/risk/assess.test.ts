import { describe, expect, it } from 'vitest';
import type { Grade } from '../profile/grade.js';
import { englandProfile } from '../profile/profile.js';
import type { AboutChild, AssessmentInput, IndicatorAnswer } from './answers.js';
import { assess } from './assess.js';
import type { Instrument } from './instrument.js';
import { findInstrument } from './instruments-in-force.js';

const instrument = findInstrument(englandProfile, 'structured-judgement-1', 1) as Instrument;
const { floors } = englandProfile;
const domains = instrument.domains.map((domain) => domain.code);
const indicators = instrument.domains.flatMap((domain) => domain.indicators);
const evidence = { source: 'school', date: '2026-11-20' };

const yes = (code: string, window?: IndicatorAnswer['window']): IndicatorAnswer => ({
  code,
  answer: 'yes',
  evidence,
  ...(window && { window }),
});
const notKnown = (code: string): IndicatorAnswer => ({ code, answer: 'not-known' });
const no = (code: string): IndicatorAnswer => ({ code, answer: 'no' });

function input(
  answers: IndicatorAnswer[],
  levels: Record<string, number> = {},
  about: Partial<AboutChild> = {},
): AssessmentInput {
  return {
    answers,
    levels: domains.map((domain) => ({ domain, level: levels[domain] ?? 0 })),
    protective: [],
    about: { ageYears: 15, learningDisability: false, ...about },
    on: '2026-11-22',
  };
}

const one = { technology: 1 };
const serious = { technology: 3 };
const eachSome = Object.fromEntries(domains.map((domain) => [domain, 1]));
const eachSerious = Object.fromEntries(domains.map((domain) => [domain, 3]));
const held = (found: AssessmentInput) =>
  assess(instrument, floors, found)
    .floors.filter((floor) => floor.applied)
    .map((floor) => floor.id);

const risk = 'second-phone';
const harm = 'threats-online';
type Example = [title: string, given: AssessmentInput, before: Grade, suggested: Grade, floors: string[]];

const examples: Example[] = [
  ['nothing of concern anywhere', input([]), 'none', 'none', []],
  ['every indicator answered no', input(indicators.map(({ code }) => no(code))), 'none', 'none', []],
  ['every indicator not known', input(indicators.map(({ code }) => notKnown(code))), 'none', 'none', []],
  ['some concern in one domain', input([], one), 'low', 'low', []],
  ['some concern in every domain', input([], eachSome), 'low', 'low', []],
  ['some concern, with a risk indicator', input([yes(risk)], one), 'low', 'low', []],
  ['serious concern in one domain', input([], serious), 'medium', 'medium', ['serious-domain']],
  ['serious concern in every domain', input([], eachSerious), 'medium', 'medium', ['serious-domain']],
  [
    'serious concern, with a risk indicator',
    input([yes(risk)], serious),
    'medium',
    'medium',
    ['serious-domain'],
  ],
  ['a risk indicator beside no concern', input([yes(risk)]), 'none', 'none', []],
  [
    'a sign of current harm beside no concern',
    input([yes(harm, 'current')]),
    'high',
    'high',
    ['current-harm'],
  ],
  ['a sign of harm with no time given', input([yes(harm)]), 'high', 'high', ['current-harm']],
  ['a sign of harm both now and earlier', input([yes(harm, 'both')]), 'high', 'high', ['current-harm']],
  ['a sign of earlier harm only', input([yes(harm, 'earlier')]), 'none', 'none', []],
  ['a sign of earlier harm, some concern', input([yes(harm, 'earlier')], one), 'low', 'low', []],
  ['a sign of harm answered no', input([no(harm)], one), 'low', 'low', []],
  ['a sign of harm not known', input([notKnown(harm)], one), 'low', 'low', []],
  ['a current risk indicator is no harm', input([yes(risk, 'current')], one), 'low', 'low', []],
  [
    'aged 12, a risk indicator, no concern',
    input([yes(risk)], {}, { ageYears: 12 }),
    'none',
    'medium',
    ['under-13'],
  ],
  [
    'aged 12, a risk indicator, some concern',
    input([yes(risk)], one, { ageYears: 12 }),
    'low',
    'medium',
    ['under-13'],
  ],
  ['aged 12, no indicator, some concern', input([], one, { ageYears: 12 }), 'low', 'medium', ['under-13']],
  ['aged 12, no indicator, no concern', input([], {}, { ageYears: 12 }), 'none', 'none', []],
  ['aged 12, an indicator not known', input([notKnown(risk)], {}, { ageYears: 12 }), 'none', 'none', []],
  [
    'aged 11, a learning disability, some concern in every domain, no sign ticked',
    input([], eachSome, { ageYears: 11, learningDisability: true }),
    'low',
    'medium',
    ['under-13', 'learning-disability'],
  ],
  [
    'aged 12, a sign of earlier harm',
    input([yes(harm, 'earlier')], {}, { ageYears: 12 }),
    'none',
    'medium',
    ['under-13'],
  ],
  ['on the 13th birthday', input([yes(risk)], one, { ageYears: 13 }), 'low', 'low', []],
  ['age not known', input([yes(risk)], one, { ageYears: null }), 'low', 'low', []],
  [
    'a learning disability, some concern',
    input([yes(risk)], one, { learningDisability: true }),
    'low',
    'medium',
    ['learning-disability'],
  ],
  [
    'a learning disability, no concern',
    input([yes(risk)], {}, { learningDisability: true }),
    'none',
    'medium',
    ['learning-disability'],
  ],
  ['a learning disability, nothing', input([], {}, { learningDisability: true }), 'none', 'none', []],
  [
    'a learning disability not known',
    input([yes(risk)], one, { learningDisability: 'not-known' }),
    'low',
    'low',
    [],
  ],
  [
    'every floor at once',
    input([yes(harm)], serious, { ageYears: 9, learningDisability: true }),
    'high',
    'high',
    floors.map((floor) => floor.id),
  ],
  [
    'floors never lower: aged 12 and current harm',
    input([yes(harm)], {}, { ageYears: 12 }),
    'high',
    'high',
    ['under-13', 'current-harm'],
  ],
];

describe('the suggestion of the nine-domain instrument', () => {
  it.each(examples)('%s', (_title, given, before, suggested, floorIds) => {
    const result = assess(instrument, floors, given);
    expect([result.beforeFloors, result.suggested]).toEqual([before, suggested]);
    expect(held(given)).toEqual(floorIds);
  });

  it('rests on the floors of the profile it is given', () => {
    const given = input([yes(risk)], one, { ageYears: 12 });
    expect(assess(instrument, [], given).suggested).toBe('low');
    const strict = floors.map((floor) => ({ ...floor, atLeast: 'high' as const }));
    expect(assess(instrument, strict, given).suggested).toBe('high');
  });

  it('says of each floor why it holds or does not', () => {
    const given = input([yes(risk)], serious, { ageYears: 12, learningDisability: 'not-known' });
    expect(
      assess(instrument, floors, given).floors.map(({ applied, because }) => [applied, because]),
    ).toEqual([
      [true, 'aged 12'],
      [false, 'it is not known whether there is a learning disability'],
      [true, 'Technology'],
      [false, 'no sign of current harm is present'],
    ]);
    expect(assess(instrument, floors, input([], {}, { ageYears: 12 })).floors[0]?.because).toBe(
      'aged 12, but no indicator is present',
    );
  });

  it('lists what is not known apart from what nobody answered', () => {
    const given = input(
      [notKnown(risk), no('images-demanded'), yes(harm)],
      {},
      { ageYears: null, learningDisability: 'not-known' },
    );
    const result = assess(instrument, floors, given);
    expect(result.notKnown).toEqual([risk, 'about/age-years', 'about/learning-disability']);
    expect(result.notAnswered).toHaveLength(indicators.length - 3);
    expect([result.indicatorsPresent, result.harmPresent, result.harmCurrent]).toEqual([
      [harm],
      [harm],
      true,
    ]);
  });

  it('is explained down to each answer, with what it leads to', () => {
    const given = {
      ...input([yes(harm, 'both'), notKnown(risk)], one),
      protective: [{ domain: 'technology', factor: 'carer-knows-online-life', text: 'Aunt checks in' }],
    };
    const { explanation } = assess(instrument, floors, given);
    const technology = explanation.children?.find((node) => node.code === 'technology');
    expect(technology).toMatchObject({ value: 'Some concern', leads: 'low' });
    const at = (code: string) => technology?.children?.find((node) => node.code === code);
    expect(at(harm)).toMatchObject({ value: 'yes', window: ['current', 'earlier'], leads: 'high' });
    expect(at(risk)).toMatchObject({ value: 'not known', leads: null });
    expect(at('adults-target-online')).toMatchObject({ value: 'not answered', leads: null });
    expect(at('protective-carer-knows-online-life')).toMatchObject({ value: 'Aunt checks in' });
    expect(explanation.children?.map((node) => node.code)).toEqual([...domains, 'rules', 'floors']);
  });
});
