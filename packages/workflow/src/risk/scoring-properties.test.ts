import { describe, expect, it } from 'vitest';
import { dateOf, epochDay } from '../clocks/calendar.js';
import { grades, isAtLeast } from '../profile/grade.js';
import { englandProfile } from '../profile/profile.js';
import {
  type AboutChild,
  type AnswerWindow,
  type AssessmentInput,
  answerWindows,
  type Evidence,
  type IndicatorAnswer,
} from './answers.js';
import { assess } from './assess.js';
import type { ExplanationNode } from './explanation.js';
import type { Instrument } from './instrument.js';
import { explanationText } from './recompute.js';
import { shippedInstruments } from './shipped-instruments.js';

const { floors } = englandProfile;
const on = '2026-11-22';
const edges = ['2026-08-22', '2026-08-21', '2026-05-22', '2026-05-21', '2025-11-22', '2025-11-21'];

/** Answers that look random and are the same for the same seed: some with many signs, most with few. */
class Chance {
  private state: number;

  constructor(
    seed: number,
    private readonly instrument: Instrument,
  ) {
    this.state = seed >>> 0;
  }

  number(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.number() * list.length)] as T;
  }

  evidence(): Evidence {
    const day = dateOf(epochDay(on) - Math.floor(this.number() * 730));
    return { source: 'Made-up school', date: this.number() < 0.4 ? this.of(edges) : day };
  }

  yes(code: string): IndicatorAnswer {
    const said = this.number() < 0.3 ? { window: this.of<AnswerWindow>(answerWindows) } : {};
    const more = this.number() < 0.2 ? { moreEvidence: [this.evidence()] } : {};
    return { code, answer: 'yes', evidence: this.evidence(), ...said, ...more };
  }

  input(): AssessmentInput {
    const { domains, levels } = this.instrument;
    const [signs, concern] = [this.of([0, 0.02, 0.1, 0.5]), this.of([0, 0.05, 0.4])];
    const codes = domains.flatMap((domain) => domain.indicators.map((one) => one.code));
    const values = [null, ...levels.map((level) => level.value)];
    return {
      answers: codes.flatMap((code): IndicatorAnswer[] => {
        if (this.number() < signs) return [this.yes(code)];
        const answer = this.of(['no', 'not-known', 'left-out'] as const);
        return answer === 'left-out' ? [] : [{ code, answer }];
      }),
      levels: domains
        .filter((domain) => domain.asks === 'level')
        .map(({ code }) => ({ domain: code, level: this.number() < concern ? this.of(values) : 0 })),
      protective: [],
      on,
      about: {
        ageYears: this.of([null, 11, 12, 13, 15, 17]),
        learningDisability: this.of<AboutChild['learningDisability']>([true, false, false, 'not-known']),
      },
    };
  }
}

function nodesByCode(node: ExplanationNode, into = new Map<string, ExplanationNode>()) {
  into.set(node.code, node);
  for (const child of node.children ?? []) nodesByCode(child, into);
  return into;
}

const shipped = shippedInstruments.map((one) => [`${one.id} version ${one.version}`, one] as const);

describe.each(shipped)('for thousands of answers to %s', (_name, instrument) => {
  const indicators = instrument.domains.flatMap((domain) => domain.indicators);
  const harm = indicators.filter((one) => one.type === 'harm').map((one) => one.code);
  const suggested = (given: AssessmentInput) => assess(instrument, floors, given).suggested;
  const withSign = (given: AssessmentInput, sign: IndicatorAnswer): AssessmentInput => ({
    ...given,
    answers: [...given.answers.filter((answer) => answer.code !== sign.code), sign],
  });

  it('one more sign of harm never lowers the suggestion, and a current one lifts it to medium at least', () => {
    const chance = new Chance(20261122, instrument);
    const met = new Map<string, number>();
    for (let round = 0; round < 2000; round += 1) {
      const given = chance.input();
      const sign = chance.yes(chance.of(harm));
      const without = { ...given, answers: given.answers.filter((answer) => answer.code !== sign.code) };
      const less = suggested(without);
      const more = assess(instrument, floors, withSign(given, sign));
      if (!isAtLeast(more.suggested, less))
        expect.fail(`${JSON.stringify(sign)} lowered ${JSON.stringify(without)}`);
      if (more.harmCurrent) expect(isAtLeast(more.suggested, 'medium')).toBe(true);
      const step = `${less} to ${more.suggested}`;
      met.set(step, (met.get(step) ?? 0) + 1);
    }
    // No idle cases: every grade was met, and suggestions were lifted.
    for (const grade of grades) expect([...met.keys()].some((step) => step.includes(grade))).toBe(true);
    expect(
      [...met.keys()].filter((step) => step.split(' to ')[0] !== step.split(' to ')[1]).length,
    ).toBeGreaterThan(1);
  });

  it('a risk that is found, or more evidence of a sign, never lowers the suggestion', () => {
    const chance = new Chance(7, instrument);
    for (let round = 0; round < 200; round += 1) {
      const given = chance.input();
      const sign = chance.yes(chance.of(indicators).code);
      const without = { ...given, answers: given.answers.filter((answer) => answer.code !== sign.code) };
      const again = { ...sign, moreEvidence: [...(sign.moreEvidence ?? []), chance.evidence()] };
      const [less, once, twice] = [without, withSign(given, sign), withSign(given, again)].map(suggested);
      expect(isAtLeast(once as never, less as never)).toBe(true);
      expect(isAtLeast(twice as never, once as never)).toBe(true);
    }
  });

  it('not known is never no: it is listed, shown as not known, and never as present', () => {
    const chance = new Chance(11, instrument);
    for (let round = 0; round < 50; round += 1) {
      const given = chance.input();
      const result = assess(instrument, floors, given);
      const nodes = nodesByCode(result.explanation);
      const unknown = [
        ...given.answers.filter(({ answer }) => answer === 'not-known').map(({ code }) => code),
        ...given.levels.filter(({ level }) => level === null).map(({ domain }) => domain),
      ];
      const present = given.answers.filter(({ answer }) => answer === 'yes').map(({ code }) => code);
      expect(result.notKnown.filter((code) => !code.startsWith('about/')).sort()).toEqual(unknown.sort());
      expect([...result.indicatorsPresent].sort()).toEqual(present.sort());
      for (const code of unknown) expect(nodes.get(code)?.value).toBe('not known');
    }
  });

  it('the same answers give the same bytes, in whatever order they come, and the floors only raise', () => {
    const chance = new Chance(13, instrument);
    for (let round = 0; round < 50; round += 1) {
      const given = chance.input();
      const result = assess(instrument, floors, given);
      const turned = { ...given, answers: given.answers.toReversed(), levels: given.levels.toReversed() };
      expect(explanationText(assess(instrument, floors, structuredClone(turned)))).toBe(
        explanationText(result),
      );
      expect(isAtLeast(result.suggested, result.beforeFloors)).toBe(true);
    }
  });
});
