import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../clocks/age.js';
import { englandProfile } from '../profile/profile.js';
import { type Scored, scoredEdges } from '../testing/scored-edges.js';
import type { AboutChild, AnswerWindow, AssessmentInput, IndicatorAnswer, LevelAnswer } from './answers.js';
import { assess } from './assess.js';
import type { Instrument } from './instrument.js';
import { findInstrument } from './instruments-in-force.js';
import { shippedInstruments } from './shipped-instruments.js';
import { validateAnswers } from './validate-answers.js';

const page = readFileSync(new URL('../../../../docs/instruments.md', import.meta.url), 'utf8');

interface Example {
  found: string;
  day: string;
  child: string;
  score: string;
  before: string;
  floors: string;
  suggestion: string;
}

/** The tables of the page, each under the heading that names an instrument and its version. */
const tables = page
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const [id = '', version = ''] = heading.split(' version ');
    const rows = lines.filter((line) => line.startsWith('| ')).slice(1);
    const examples = rows.map((row): Example => {
      const [found = '', day = '', child = '', score = '', before = '', floors = '', suggestion = ''] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { found, day, child, score, before, floors, suggestion };
    });
    const instrument = findInstrument(englandProfile, id, Number(version)) as Instrument;
    return { heading, instrument, examples };
  });

const evidence = (date: string) => ({ source: 'Made-up school', date });

/** An indicator as a phrase answers it: "of 2026-05-22 and 2026-05-21 said both", "not known", or nothing more. */
function answered(code: string, rest: string, day: string): IndicatorAnswer {
  if (rest === 'not known') return { code, answer: 'not-known' };
  const { dates = '', said } =
    /^(?:of (?<dates>[\d-]+(?: and [\d-]+)*))?(?: ?said (?<said>\w+))?$/.exec(rest)?.groups ?? {};
  if (rest && !dates && !said) throw new Error(`The table says “${rest}”, which means nothing`);
  const [first = day, ...more] = dates.split(' and ').filter(Boolean);
  return {
    code,
    answer: 'yes',
    evidence: evidence(first),
    ...(more.length > 0 && { moreEvidence: more.map(evidence) }),
    ...(said && { window: said as AnswerWindow }),
  };
}

const bornOf = ({ child }: Example): string | null => /born ([\d-]+)/.exec(child)?.[1] ?? null;

function aboutOf(example: Example): AboutChild {
  const { child, day } = example;
  const learning = child.includes('learning disability');
  const age = /^\d+/.exec(child)?.[0] ?? '15';
  const born = bornOf(example);
  const ageYears = born ? ageOn(born, day, englandProfile.timeZone) : Number(age);
  return {
    ageYears: child.startsWith('age not known') ? null : ageYears,
    learningDisability: learning && (child.endsWith('not known') ? 'not-known' : true),
  };
}

/** What a line of the table says was found, as the whole of the answers: what is not named is no, and level 0. */
function inputOf(instrument: Instrument, example: Example): AssessmentInput {
  const { found, day } = example;
  const given = new Map<string, IndicatorAnswer>();
  const levels = new Map<string, LevelAnswer>();
  for (const phrase of found === 'nothing' ? [] : found.split('; ')) {
    const [, count, code = '', rest = ''] = /^(?:(\d+) )?([a-z0-9-]+) ?(.*)$/.exec(phrase) ?? [];
    const domain = instrument.domains.find((one) => one.code === code);
    if (domain && !count) {
      const level = rest === 'not known' ? null : Number(rest);
      levels.set(code, { domain: code, level, evidence: evidence(day) });
      continue;
    }
    const named = domain?.indicators.slice(0, Number(count)).map((one) => one.code) ?? [code];
    for (const one of named) given.set(one, answered(one, rest, day));
  }
  const codes = instrument.domains.flatMap((domain) => domain.indicators.map((one) => one.code));
  for (const code of given.keys()) if (!codes.includes(code)) throw new Error(`${code} is no indicator`);
  return {
    answers: codes.map((code) => given.get(code) ?? { code, answer: 'no' }),
    levels: instrument.domains
      .filter((domain) => domain.asks === 'level')
      .map(({ code }) => levels.get(code) ?? { domain: code, level: 0 }),
    protective: [],
    narratives: instrument.domains
      .filter((domain) => domain.asks === 'narrative')
      .map(({ code }) => ({ domain: code, text: 'Made up for a test' })),
    about: aboutOf(example),
    on: day,
  };
}

/** Floors are of the grade, and a screening gives none. */
const floorsOf = ({ purpose }: Instrument) => (purpose === 'screening' ? [] : englandProfile.floors);

function scoredOf(instrument: Instrument, example: Example): Scored {
  const input = inputOf(instrument, example);
  return { input, born: bornOf(example), result: assess(instrument, floorsOf(instrument), input) };
}

/** Every edge of an instrument and of the floors that no example stands on. */
function withoutExample(instrument: Instrument, examples: readonly Example[]): string[] {
  const scored = examples.map((example) => scoredOf(instrument, example));
  return scoredEdges(instrument, englandProfile.floors)
    .filter(({ isMetBy }) => !scored.some(isMetBy))
    .map(({ name }) => name);
}

const tableOf = (id: string) => {
  const table = tables.findLast(({ instrument }) => instrument.id === id);
  if (!table) throw new Error(`No table for ${id}`);
  return table;
};

describe('the examples of docs/instruments.md', () => {
  it('are sixty at least, for each version of each instrument that comes with the product', () => {
    expect(tables.flatMap(({ examples }) => examples).length).toBeGreaterThanOrEqual(60);
    const named = ({ id, version }: Instrument) => `${id} version ${version}`;
    expect(tables.map(({ instrument }) => named(instrument)).sort()).toEqual(
      shippedInstruments.map(named).sort(),
    );
  });

  it.each(tables.map((table) => [table.heading, table] as const))(
    'stand on every band edge, every window edge to the day and every floor of %s',
    (_heading, { instrument, examples }) => {
      expect(scoredEdges(instrument, englandProfile.floors).length).toBeGreaterThan(5);
      expect(withoutExample(instrument, examples)).toEqual([]);
    },
  );

  it('are missed where they are taken away, or where a band, a window or a floor is moved', () => {
    const { instrument, examples } = tableOf('scored-sections');
    const none = scoredEdges(instrument, englandProfile.floors).map(({ name }) => name);
    expect(withoutExample(instrument, [])).toEqual(none);
    const sixteen = examples.filter(({ score }) => !score.startsWith('15 '));
    expect(withoutExample(instrument, sixteen)).toEqual(['score 15, band-3']);
    const moved: Instrument = structuredClone(instrument);
    for (const window of moved.windows) if (window.id === 'current') window.months = 5;
    for (const rule of moved.suggestion)
      if (rule.kind === 'score') for (const band of rule.bands) if (band.from === 16) band.from = 20;
    const missed = withoutExample(moved, examples);
    expect(missed).toContain('score 19, band-3');
    expect(missed.filter((name) => name.startsWith('current window of 5 months')).length).toBeGreaterThan(5);
  });

  it('score as the published guidance does: 1 for ever, 1 in six months, 5 and 1 and both 6, four bands', () => {
    const { instrument, examples } = tableOf('scored-sections');
    const weights = instrument.domains.map(({ code, indicators }) => [
      code,
      [...new Set(indicators.map((one) => JSON.stringify(one.weights)))],
    ]);
    expect(weights).toEqual([
      ['vulnerabilities', ['{"lifetime":1}']],
      ['moderate', ['{"current":1}']],
      ['significant', ['{"current":5,"earlier":1}']],
      ['what-stands-behind', []],
    ]);
    expect(instrument.windows.map(({ id, months }) => [id, months])).toEqual([
      ['lifetime', undefined],
      ['current', 6],
      ['earlier', 12],
    ]);
    const bands = instrument.suggestion.flatMap((rule) => (rule.kind === 'score' ? rule.bands : []));
    expect(bands.map(({ from }) => from)).toEqual([0, 6, 11, 16]);
    const found = (phrase: string) => examples.find((one) => one.found === phrase)?.score;
    expect(found('4 vulnerabilities; 2 moderate; away-overnight')).toBe('11 band-3');
    expect(found('4 vulnerabilities; 2 moderate; away-overnight of 2026-03-01')).toBe('7 band-2');
    expect(found('away-overnight of 2026-05-22 and 2026-05-21')).toBe('6 band-2');
  });

  describe.each(tables.map((table) => [table.heading, table] as const))(
    '%s',
    (_heading, { instrument, examples }) => {
      it.each(
        examples.map(
          (one, index) => [`${index + 1}. ${one.found}, ${one.child || '15'}, on ${one.day}`, one] as const,
        ),
      )('%s', (_title, example) => {
        const input = inputOf(instrument, example);
        expect(validateAnswers(instrument, input, example.day)).toEqual([]);
        const { result } = scoredOf(instrument, example);
        expect({
          score: result.band ? `${result.band.score} ${result.band.code}` : '',
          before: result.beforeFloors,
          floors: result.floors
            .filter((floor) => floor.applied)
            .map((floor) => floor.id)
            .join(', '),
          suggestion: result.suggested,
        }).toEqual({
          score: example.score,
          before: example.before,
          floors: example.floors,
          suggestion: example.suggestion,
        });
      });
    },
  );
});
