import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import type { Instrument } from './instrument.js';
import { findInstrument } from './instruments-in-force.js';
import { validateAnswers } from './validate-answers.js';

const instrument = findInstrument(englandProfile, 'structured-judgement-1', 1) as Instrument;
const levels = instrument.domains.map((domain) => ({ domain: domain.code, level: 0 }));
const evidence = { source: 'return home interview', date: '2026-11-20' };
const sound = {
  answers: [{ code: 'second-phone', answer: 'yes', window: 'both', evidence }],
  levels,
  protective: [],
};

describe('the answers of a worker', () => {
  it('are sound with a level in each domain and evidence of each yes', () => {
    expect(validateAnswers(instrument, sound)).toEqual([]);
  });

  it('may stand in a larger body, whose other keys are left alone', () => {
    expect(validateAnswers(instrument, { ...sound, proposed: 'low', reasons: 'Synthetic' })).toEqual([]);
  });

  it.each<[string, object, string, string]>([
    [
      'without a level in one domain',
      { levels: levels.slice(1) },
      '/levels',
      '"Sexual health and harm" (sexual-health-and-harm) has no level',
    ],
    [
      'with a level that the instrument does not have',
      {
        levels: [
          { domain: 'technology', level: 2 },
          ...levels.filter((level) => level.domain !== 'technology'),
        ],
      },
      '/levels/0/level',
      'must be one of: 0 (No concern), 1 (Some concern), 3 (Serious concern)',
    ],
    [
      'with a level twice',
      { levels: [...levels, levels[0]] },
      '/levels/9/domain',
      'repeats "sexual-health-and-harm"',
    ],
    [
      'on a domain nobody knows',
      { levels: [...levels, { domain: 'weather', level: 0 }] },
      '/levels/9/domain',
      '"weather" is no levelled domain of this instrument',
    ],
    [
      'on an indicator nobody knows',
      { answers: [{ code: 'weather', answer: 'no' }] },
      '/answers/0/code',
      '"weather" is no indicator of this instrument',
    ],
    [
      'on one indicator twice',
      {
        answers: [
          { code: 'gifts', answer: 'no' },
          { code: 'gifts', answer: 'not-known' },
        ],
      },
      '/answers/1/code',
      'repeats "gifts"',
    ],
    [
      'with a yes without evidence',
      { answers: [{ code: 'gifts', answer: 'yes' }] },
      '/answers/0/evidence',
      'a yes needs its source and its date',
    ],
    [
      'with evidence without a date',
      { answers: [{ code: 'gifts', answer: 'yes', evidence: { source: 'aunt' } }] },
      '/answers/0/evidence/date',
      'is missing',
    ],
    [
      'with evidence of a day that does not exist',
      { answers: [{ code: 'gifts', answer: 'yes', evidence: { source: 'aunt', date: '2026-11-31' } }] },
      '/answers/0/evidence/date',
      'must be a date of the calendar written YYYY-MM-DD',
    ],
    [
      'that are neither yes, no nor not known',
      { answers: [{ code: 'gifts', answer: 'maybe' }] },
      '/answers/0/answer',
      'must be one of: yes, no, not-known',
    ],
    [
      'with a time for a no',
      { answers: [{ code: 'gifts', answer: 'no', window: 'current' }] },
      '/answers/0/window',
      'belongs to a yes only',
    ],
    [
      'with a protective factor of another domain',
      { protective: [{ domain: 'technology', factor: 'advocate', text: 'Meets weekly' }] },
      '/protective/0/factor',
      'is no protective factor of this domain',
    ],
    ['without the list of answers', { answers: undefined }, '/answers', 'is missing'],
  ])('%s are refused at the place', (_title, change, pointer, reason) => {
    expect(validateAnswers(instrument, { ...sound, ...change })).toEqual([{ pointer, reason }]);
  });

  it('show all their faults at once', () => {
    const faults = validateAnswers(instrument, {
      answers: [
        { code: 'gifts', answer: 'yes' },
        { code: 'weather', answer: 'no' },
      ],
      levels: levels.slice(2),
      protective: [{ domain: 'weather', text: 'Sunny' }],
    });
    expect(faults.map((fault) => fault.pointer)).toEqual([
      '/answers/1/code',
      '/answers/0/evidence',
      '/levels',
      '/levels',
      '/protective/0/domain',
    ]);
  });

  it.each([[null], [undefined], ['yes'], [[]]])('that are no answers at all (%o) are refused', (value) => {
    expect(validateAnswers(instrument, value).map((fault) => fault.pointer)).toEqual([
      '/answers',
      '/levels',
      '/protective',
    ]);
  });
});
