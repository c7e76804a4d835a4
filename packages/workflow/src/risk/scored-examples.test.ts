import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import type { AboutChild, AnswerWindow, AssessmentInput, IndicatorAnswer, LevelAnswer } from './answers.js';
import { assess } from './assess.js';
import type { Instrument } from './instrument.js';
import { findInstrument } from './instruments-in-force.js';
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

function aboutOf(child: string): AboutChild {
  const learning = child.includes('learning disability');
  const age = /^\d+/.exec(child)?.[0] ?? '15';
  return {
    ageYears: child.startsWith('age not known') ? null : Number(age),
    learningDisability: learning && (child.endsWith('not known') ? 'not-known' : true),
  };
}

/** What a line of the table says was found, as the whole of the answers: what is not named is no, and level 0. */
function inputOf(instrument: Instrument, { found, day, child }: Example): AssessmentInput {
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
    about: aboutOf(child),
    on: day,
  };
}

describe('the examples of docs/instruments.md', () => {
  it('are sixty at least, for each instrument that comes with the product', () => {
    expect(tables.flatMap(({ examples }) => examples).length).toBeGreaterThanOrEqual(60);
    expect(tables.map(({ instrument }) => instrument?.id).sort()).toEqual(
      [...englandProfile.instruments].sort(),
    );
  });

  it('hold every band, every grade and every floor', () => {
    for (const { instrument, examples } of tables) {
      const bands = instrument.suggestion.flatMap((rule) => (rule.kind === 'score' ? rule.bands : []));
      const reached = new Set(examples.map(({ score }) => score.split(' ')[1]).filter(Boolean));
      expect([...reached].sort()).toEqual(bands.map(({ code }) => code).sort());
      for (const { from } of bands)
        expect(examples.map(({ score }) => Number.parseInt(score, 10))).toContain(from);
    }
    const held = new Set(
      tables.flatMap(({ examples }) => examples.flatMap(({ floors }) => floors.split(', '))),
    );
    for (const { id } of englandProfile.floors) expect(held).toContain(id);
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
        const result = assess(instrument, englandProfile.floors, input);
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
