import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import type { AssessmentInput, IndicatorAnswer } from './answers.js';
import { assess } from './assess.js';
import { compareAssessments } from './compare-assessments.js';
import type { Indicator, Instrument } from './instrument.js';
import { validateAnswers } from './validate-answers.js';
import { validateInstrument } from './validate-instrument.js';

const made = (count: number, prefix: string, rest: Omit<Indicator, 'code' | 'label'>): Indicator[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `${prefix}-${index + 1}`,
    label: `${prefix} ${index + 1}`,
    ...rest,
  }));

/** An invented tool with the usual arithmetic of scored tools: three sections, windows of time, four bands, and a narrative. */
const scored: Instrument = {
  id: 'scored-example',
  version: 2,
  title: 'Invented scored tool',
  guidance: 'For tests',
  licence: 'MIT',
  purpose: 'assessment',
  kinds: ['sexual'],
  effectiveFrom: '2026-01-01',
  effectiveTo: '2027-01-01',
  windows: [
    { id: 'lifetime', label: 'Ever' },
    { id: 'current', label: 'Now or in the last 6 months' },
    { id: 'earlier', label: '6 to 12 months ago' },
  ],
  levels: [],
  domains: [
    {
      code: 'vulnerable',
      label: 'Vulnerability',
      asks: 'indicators',
      indicators: made(11, 'v', { type: 'risk', weights: { lifetime: 1 } }),
      protective: [],
    },
    {
      code: 'moderate',
      label: 'Moderate',
      asks: 'indicators',
      indicators: made(12, 'm', { type: 'risk', weights: { current: 1 } }),
      protective: [],
    },
    {
      code: 'significant',
      label: 'Significant',
      asks: 'indicators',
      indicators: made(7, 's', { type: 'harm', tier: 'top', weights: { current: 5, earlier: 1 } }),
      protective: [],
    },
    { code: 'analysis', label: 'Analysis', asks: 'narrative', indicators: [], protective: [] },
  ],
  suggestion: [
    {
      code: 'bands',
      label: 'Score',
      kind: 'score',
      bands: [
        { code: 'band-1', label: 'Band 1', from: 0, grade: 'none' },
        { code: 'band-2', label: 'Band 2', from: 6, grade: 'low' },
        { code: 'band-3', label: 'Band 3', from: 11, grade: 'medium' },
        { code: 'band-4', label: 'Band 4', from: 16, grade: 'high' },
      ],
    },
    {
      code: 'top-two',
      label: 'Two of the top tier and a vulnerability',
      kind: 'indicators',
      all: [
        { tier: 'top', atLeast: 2 },
        { type: 'risk', window: 'lifetime', atLeast: 1 },
      ],
      grade: 'high',
    },
  ],
};

const yes = (prefix: string, count: number, window?: IndicatorAnswer['window']): IndicatorAnswer[] =>
  made(count, prefix, { type: 'risk' }).map(({ code }) => ({
    code,
    answer: 'yes',
    evidence: { source: 'police', date: '2026-11-02' },
    ...(window && { window }),
  }));

const input = (...answers: IndicatorAnswer[][]): AssessmentInput => ({
  answers: answers.flat(),
  levels: [],
  protective: [],
  narratives: [{ domain: 'analysis', text: 'Invented for a test.' }],
  about: { ageYears: 15, learningDisability: false },
  on: '2026-11-22',
});

const result = (...answers: IndicatorAnswer[][]) => assess(scored, [], input(...answers));
const score = (...answers: IndicatorAnswer[][]) =>
  result(...answers).explanation.children?.find((node) => node.code === 'rules')?.children?.[0]?.value;

describe('a scored instrument with windows of time', () => {
  it('is a sound file', () => {
    expect(validateInstrument(scored)).toEqual([]);
  });

  it.each([
    ['nothing present', [], '0: Band 1', 'none'],
    ['5 vulnerabilities', [yes('v', 5)], '5: Band 1', 'none'],
    ['6 vulnerabilities', [yes('v', 6)], '6: Band 2', 'low'],
    ['a vulnerability counts however long ago', [yes('v', 6, 'earlier')], '6: Band 2', 'low'],
    ['a moderate indicator of longer ago does not count', [yes('m', 12, 'earlier')], '0: Band 1', 'none'],
    [
      '4 vulnerabilities, 2 moderate, 1 significant now',
      [yes('v', 4), yes('m', 2), yes('s', 1, 'current')],
      '11: Band 3',
      'medium',
    ],
    [
      'the same with the significant one earlier only',
      [yes('v', 4), yes('m', 2), yes('s', 1, 'earlier')],
      '7: Band 2',
      'low',
    ],
    [
      'the same with the significant one in both',
      [yes('v', 4), yes('m', 2), yes('s', 1, 'both')],
      '12: Band 3',
      'medium',
    ],
    ['16 is the top band', [yes('v', 11), yes('s', 1, 'current')], '16: Band 4', 'high'],
    [
      'a sign of current harm is never none, whatever the score',
      [yes('s', 1, 'current')],
      '5: Band 1',
      'low',
    ],
    ['a sign of earlier harm alone may be', [yes('s', 1, 'earlier')], '1: Band 1', 'none'],
    ['a count of the top tier alone does not hold', [yes('s', 2, 'earlier')], '2: Band 1', 'none'],
    ['a count with its companion does', [yes('s', 2, 'earlier'), yes('v', 1)], '3: Band 1', 'high'],
  ] as const)('%s', (_title, answers, total, suggested) => {
    expect([score(...answers), result(...answers).suggested]).toEqual([total, suggested]);
  });

  it('takes the floors of the profile as well', () => {
    expect(assess(scored, englandProfile.floors, input(yes('s', 1))).suggested).toBe('medium');
  });

  it('shows weight and window of each indicator', () => {
    const section = result(yes('s', 1, 'both')).explanation.children?.find(
      (node) => node.code === 'significant',
    );
    expect(section?.children?.[0]).toMatchObject({
      value: 'yes',
      weight: 6,
      window: ['lifetime', 'current', 'earlier'],
    });
  });

  it('asks for the narrative of a domain that asks for nothing else', () => {
    expect(validateAnswers(scored, input())).toEqual([]);
    expect(validateAnswers(scored, { ...input(), narratives: [] })).toEqual([
      { pointer: '/narratives', reason: '"Analysis" (analysis) has no narrative' },
    ]);
  });
});

describe('two assessments side by side', () => {
  const before = result(yes('v', 2), yes('s', 1, 'current'));
  const after = result(yes('v', 1), yes('s', 1, 'earlier'));

  it('show each item that changed, with its window', () => {
    const changed = compareAssessments(before, after).filter((item) => item.change !== 'same');
    expect(changed.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['vulnerable', '2 present (adds 2)', '1 present (adds 1)'],
      ['vulnerable/v-2', 'yes (lifetime and current, adds 1)', 'not answered'],
      ['significant', '1 present (adds 5)', '1 present (adds 1)'],
      ['significant/s-1', 'yes (lifetime and current, adds 5)', 'yes (lifetime and earlier, adds 1)'],
      ['rules', 'low', 'none'],
      ['rules/bands', '7: Band 2', '2: Band 1'],
      ['rules/top-two', '3', '2'],
      ['rules/harm-never-none', '1', '0'],
      ['floors', 'low', 'none'],
    ]);
  });

  it('show items that only one version of the instrument has', () => {
    const next = { ...scored, version: 3, domains: scored.domains.slice(1) };
    const changes = compareAssessments(before, assess(next, [], input()));
    expect(changes.filter((item) => item.change === 'removed').map((item) => item.path)).toContain(
      'vulnerable/v-1',
    );
    expect(
      compareAssessments(assess(next, [], input()), before).some((item) => item.change === 'added'),
    ).toBe(true);
  });

  it('show no change between the same two', () => {
    expect(compareAssessments(before, before).every((item) => item.change === 'same')).toBe(true);
  });
});
