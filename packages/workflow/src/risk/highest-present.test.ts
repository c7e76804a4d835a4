import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import type { AssessmentInput, IndicatorAnswer, LevelAnswer } from './answers.js';
import { assess } from './assess.js';
import type { Instrument, SuggestionRule } from './instrument.js';
import { findInstrument } from './instruments-in-force.js';
import { validateAnswers } from './validate-answers.js';
import { validateInstrument } from './validate-instrument.js';

const sections = findInstrument(englandProfile, 'scored-sections', 1) as Instrument;
const levels = findInstrument(englandProfile, 'domain-levels', 1) as Instrument;
const on = '2026-11-22';
const evidence = { source: 'Made-up police', date: '2026-11-02' };
const about = { ageYears: 15, learningDisability: false as const };

const yes = (code: string, date = evidence.date): IndicatorAnswer => ({
  code,
  answer: 'yes',
  evidence: { ...evidence, date },
});

function suggestedBy(rule: SuggestionRule, answers: IndicatorAnswer[]): unknown[] {
  const instrument = { ...sections, suggestion: [rule] };
  expect(validateInstrument(instrument)).toEqual([]);
  const input: AssessmentInput = { answers, levels: [], protective: [], about, on };
  const { suggested, explanation } = assess(instrument, [], input);
  const line = explanation.children?.find(({ code }) => code === 'rules')?.children?.[0];
  return [suggested, line?.value];
}

describe('a tool that goes by the highest tier present', () => {
  const tiers: SuggestionRule = {
    code: 'tiers',
    label: 'The highest tier present',
    kind: 'highest-tier',
    tiers: [
      { tier: 'vulnerability', grade: 'low' },
      { tier: 'moderate', grade: 'medium' },
      { tier: 'significant', window: 'current', grade: 'high' },
    ],
  };

  it.each<[string, IndicatorAnswer[], string, string]>([
    ['nothing', [], 'none', 'none present'],
    ['one vulnerability', [yes('hurt-by-carer')], 'low', 'vulnerability'],
    [
      'many vulnerabilities and one moderate sign',
      [yes('hurt-by-carer'), yes('family-torn'), yes('out-late')],
      'medium',
      'moderate',
    ],
    ['a significant sign now', [yes('away-overnight')], 'high', 'significant'],
    [
      'a significant sign only earlier',
      [yes('away-overnight', '2026-01-20'), yes('hurt-by-carer')],
      'low',
      'vulnerability',
    ],
  ])('suggests by %s', (_title, answers, grade, value) => {
    expect(suggestedBy(tiers, answers)).toEqual([grade, value]);
  });
});

describe('a tool that counts', () => {
  const counts: SuggestionRule = {
    code: 'count',
    label: 'How many signs',
    kind: 'score',
    of: 'indicators',
    bands: [
      { code: 'nothing', label: 'Nothing', from: 0, grade: 'none' },
      { code: 'one-to-two', label: 'One to two', from: 1, grade: 'low' },
      { code: 'more', label: 'More', from: 3, grade: 'high' },
    ],
  };

  it.each<[number, string, string]>([
    [0, 'none', '0: Nothing'],
    [1, 'low', '1: One to two'],
    [2, 'low', '2: One to two'],
    [3, 'high', '3: More'],
  ])('suggests by %s signs, whatever they weigh', (count, grade, value) => {
    const codes = ['hurt-by-carer', 'out-late', 'away-overnight'].slice(0, count);
    expect(
      suggestedBy(
        counts,
        codes.map((code) => yes(code)),
      ),
    ).toEqual([grade, value]);
  });
});

describe('answers to a tool of levels', () => {
  const codes = levels.domains.filter(({ asks }) => asks === 'level').map(({ code }) => code);
  const narratives = [{ domain: 'places-people-times', text: 'Made up for a test' }];
  const faults = (home: Omit<LevelAnswer, 'domain'>, more: IndicatorAnswer[] = []) => {
    const given = codes.map((domain) => (domain === 'home' ? { domain, ...home } : { domain, level: 0 }));
    return validateAnswers(levels, { answers: more, levels: given, protective: [], narratives }, on).map(
      ({ pointer, reason }) => `${pointer} ${reason}`,
    );
  };
  const at = codes.indexOf('home');

  it.each<[string, Omit<LevelAnswer, 'domain'>, string[]]>([
    ['some concern needs nothing besides', { level: 1 }, []],
    [
      'serious concern needs its source and date',
      { level: 2 },
      [`/levels/${at}/evidence this level needs its source and its date`],
    ],
    ['serious concern with both is taken', { level: 2, evidence }, []],
    ['not known is an answer', { level: null }, []],
    [
      'evidence of tomorrow is refused',
      { level: 3, evidence: { ...evidence, date: '2026-11-23' } },
      [`/levels/${at}/evidence/date lies after the day of the assessment`],
    ],
  ])('%s', (_title, home, expected) => {
    expect(faults(home)).toEqual(expected);
  });

  it('a sign of tomorrow is refused, one of today is taken', () => {
    expect(faults({ level: 0 }, [yes('says-abused', on)])).toEqual([]);
    expect(
      faults({ level: 0 }, [{ ...yes('says-abused'), moreEvidence: [{ ...evidence, date: '2026-11-23' }] }]),
    ).toEqual(['/answers/0/moreEvidence/0/date lies after the day of the assessment']);
  });
});
