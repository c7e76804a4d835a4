import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { findInstrument, instrumentsInForce } from './instruments-in-force.js';
import { shippedInstruments } from './shipped-instruments.js';
import { validateInstrument } from './validate-instrument.js';

/** The shipped instrument with the values at some pointers replaced, or removed where undefined. */
function changed(...changes: [pointer: string, value: unknown][]): unknown {
  const copy = structuredClone(findInstrument(englandProfile, 'structured-judgement-1', 1)) as object;
  for (const [pointer, value] of changes) {
    const keys = pointer.slice(1).split('/');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<object>((part, key) => Reflect.get(part, key), copy);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Reflect.set(parent, last, value);
  }
  return copy;
}

describe('the shipped instruments', () => {
  it.each(shippedInstruments.map((instrument) => [instrument.id, instrument] as const))(
    '%s has no fault',
    (_id, instrument) => {
      expect(validateInstrument(instrument)).toEqual([]);
    },
  );

  it('the structured judgement looks at nine domains, four to seven indicators in each, signs of harm in all', () => {
    const { domains = [] } = findInstrument(englandProfile, 'structured-judgement-1', 1) ?? {};
    expect(domains).toHaveLength(9);
    for (const { indicators } of domains) {
      expect(indicators.length).toBeGreaterThanOrEqual(4);
      expect(indicators.length).toBeLessThanOrEqual(7);
      expect(indicators.some((indicator) => indicator.type === 'harm')).toBe(true);
    }
  });

  it('say what is done to the child, in none of the words that blame', () => {
    const blaming =
      /put(ting)? (them|him|her)sel|promiscu|boyfriend|girlfriend|relationship|lifestyle|choos|choice of|involved in|associat|sexually active|sexual activity|prostitut|risky|risk-taking|recruit|working for|running|gang member|streetwise|disengag|hard to reach|engag|complian|abscon|attention-seeking|manipulat|challenging|offering|exchange|historic|pornograph|mule|slave|plugg|contacts adults|sends|\bdress/i;
    const texts = JSON.stringify(shippedInstruments).replace(/own choice/g, '');
    expect(texts.match(blaming)).toBeNull();
    expect('has been putting themselves at risk').toMatch(blaming);
  });

  it('are those that the profile of England uses', () => {
    expect(instrumentsInForce(englandProfile, '2026-11-22').map((one) => one.id)).toEqual(
      englandProfile.instruments,
    );
  });

  it('are found by id and version, or not at all', () => {
    expect(findInstrument(englandProfile, 'structured-judgement-1', 1)?.version).toBe(1);
    expect(findInstrument(englandProfile, 'weather', 1)).toBeNull();
    expect(findInstrument(englandProfile, 'structured-judgement-1', 99)).toBeNull();
  });
});

describe('a faulty instrument', () => {
  it.each<[string, string, unknown, string, string]>([
    ['without a licence', '/licence', undefined, '/licence', 'is missing'],
    [
      'for screening and assessment at once',
      '/purpose',
      'both',
      '/purpose',
      'must be one of: screening, assessment',
    ],
    [
      'with an indicator neither of harm nor of risk',
      '/domains/0/indicators/0/type',
      'bad',
      '/domains/0/indicators/0/type',
      'must be one of: harm, risk',
    ],
    [
      'with an indicator twice',
      '/domains/1/indicators/0/code',
      'abuse-disclosed',
      '/domains/1/indicators/0/code',
      'repeats "abuse-disclosed"',
    ],
    [
      'with a domain twice',
      '/domains/1/code',
      'sexual-health-and-harm',
      '/domains/1/code',
      'repeats "sexual-health-and-harm"',
    ],
    ['with a level above 3', '/levels/2/value', 4, '/levels/2/value', 'must be a whole number from 0 to 3'],
    [
      'with a rule on a level it does not have',
      '/suggestion/0/level',
      'grave',
      '/suggestion/0/level',
      'is no level of this instrument',
    ],
    [
      'with a rule on a window it does not have',
      '/suggestion/2/all/0/window',
      'lifetime',
      '/suggestion/2/all/0/window',
      'is no window of this instrument',
    ],
    [
      'with a rule on a tier it does not have',
      '/suggestion/2/all/0/tier',
      'top',
      '/suggestion/2/all/0/tier',
      'is no tier of this instrument',
    ],
    [
      'with a weight in a window it does not have',
      '/domains/0/indicators/0/weights',
      { lifetime: 1 },
      '/domains/0/indicators/0/weights/lifetime',
      'has no such window in this instrument',
    ],
    [
      'with a rule of a kind nobody knows',
      '/suggestion/0/kind',
      'dice',
      '/suggestion/0/kind',
      'must be one of: domains-at-level, highest-level, highest-tier, indicators, score',
    ],
    [
      'that ends before it begins',
      '/effectiveTo',
      '2025-12-31',
      '/effectiveTo',
      'must not be before effectiveFrom',
    ],
    [
      'with a domain of narrative that has indicators',
      '/domains/0/asks',
      'narrative',
      '/domains/0/indicators',
      'must be empty where only narrative is asked',
    ],
    ['with a key nobody knows', '/colour', 'red', '/colour', 'is not known here'],
  ])('%s is refused at the place', (_title, at, value, pointer, reason) => {
    expect(validateInstrument(changed([at, value]))).toEqual([{ pointer, reason }]);
  });

  it('with bands that do not climb from 0, and nothing to score, is refused', () => {
    const bands = [
      { code: 'one', label: 'One', from: 1, grade: 'none' },
      { code: 'two', label: 'Two', from: 1, grade: 'low' },
    ];
    const faults = validateInstrument(
      changed(['/suggestion/0', { code: 'score', label: 'Score', kind: 'score', bands }]),
    );
    expect(faults.map((fault) => fault.pointer)).toEqual([
      '/suggestion/0',
      '/suggestion/0/bands/0/from',
      '/suggestion/0/bands/1/from',
    ]);
  });

  it('that asks for levels and has none is refused for each domain and rule', () => {
    const pointers = validateInstrument(changed(['/levels', []])).map((fault) => fault.pointer);
    expect(pointers).toContain('/domains/0/asks');
    expect(pointers).toContain('/suggestion/0/level');
  });
});
