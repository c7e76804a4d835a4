import {
  code,
  type DocumentFault,
  date,
  listOf,
  object,
  oneOf,
  optional,
  type Shape,
  text,
  whole,
} from '../profile/shape.js';
import { type AssessmentAnswers, answerWindows, indicatorValues } from './answers.js';
import type { Instrument } from './instrument.js';

const answer = object({
  code,
  answer: oneOf(indicatorValues),
  window: optional(oneOf(answerWindows)),
  evidence: optional(object({ source: text, date, text: optional(text) })),
});

const shapes: Record<keyof AssessmentAnswers, Shape> = {
  answers: listOf(answer),
  levels: listOf(object({ domain: code, level: whole(0, 3), note: optional(text) })),
  protective: listOf(object({ domain: code, factor: optional(code), text })),
  narratives: optional(listOf(object({ domain: code, text }))),
};

type Found = [pointer: string, reason: string | false][];

/** Says of each item of a list whether the instrument has its code, and whether the code came before. */
function codesKnown(
  list: string,
  key: string,
  codes: string[],
  known: Set<string>,
  what: string,
  once = true,
): Found {
  return codes.flatMap((found, index) => [
    [`/${list}/${index}/${key}`, !known.has(found) && `"${found}" is no ${what} of this instrument`],
    [`/${list}/${index}/${key}`, once && codes.indexOf(found) < index && `repeats "${found}"`],
  ]);
}

function answerFaults(instrument: Instrument, { answers }: AssessmentAnswers): Found {
  const known = new Set(
    instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => indicator.code)),
  );
  const drawn: string[] = instrument.windows.map((window) => window.id);
  return [
    ...codesKnown(
      'answers',
      'code',
      answers.map((given) => given.code),
      known,
      'indicator',
    ),
    ...answers.flatMap((given, index): Found => {
      const asked = given.window === 'both' ? ['current', 'earlier'] : given.window ? [given.window] : [];
      return [
        [
          `/answers/${index}/window`,
          asked.some((window) => !drawn.includes(window)) && 'is no window of this instrument',
        ],
        [
          `/answers/${index}/window`,
          given.window !== undefined && given.answer !== 'yes' && 'belongs to a yes only',
        ],
        [
          `/answers/${index}/evidence`,
          given.answer === 'yes' && !given.evidence && 'a yes needs its source and its date',
        ],
      ];
    }),
  ];
}

function domainFaults(
  instrument: Instrument,
  { levels, protective, narratives = [] }: AssessmentAnswers,
): Found {
  const domains = new Set(instrument.domains.map((domain) => domain.code));
  const levelled = instrument.domains.filter((domain) => domain.asks === 'level');
  const told = instrument.domains.filter((domain) => domain.asks === 'narrative');
  const values = instrument.levels.map((level) => level.value);
  const scale = instrument.levels.map((level) => `${level.value} (${level.label})`).join(', ');
  const factors = (code: string) =>
    instrument.domains.find((domain) => domain.code === code)?.protective ?? [];
  return [
    ...codesKnown(
      'levels',
      'domain',
      levels.map((given) => given.domain),
      new Set(levelled.map((domain) => domain.code)),
      'levelled domain',
    ),
    ...levels.map((given, index): Found[number] => [
      `/levels/${index}/level`,
      !values.includes(given.level) && `must be one of: ${scale}`,
    ]),
    ...levelled.map((domain): Found[number] => [
      '/levels',
      !levels.some((given) => given.domain === domain.code) &&
        `"${domain.label}" (${domain.code}) has no level`,
    ]),
    ...codesKnown(
      'protective',
      'domain',
      protective.map((given) => given.domain),
      domains,
      'domain',
      false,
    ),
    ...protective.map((given, index): Found[number] => [
      `/protective/${index}/factor`,
      given.factor !== undefined &&
        !factors(given.domain).some((factor) => factor.id === given.factor) &&
        'is no protective factor of this domain',
    ]),
    ...codesKnown(
      'narratives',
      'domain',
      narratives.map((given) => given.domain),
      domains,
      'domain',
    ),
    ...told.map((domain): Found[number] => [
      '/narratives',
      !narratives.some((given) => given.domain === domain.code) &&
        `"${domain.label}" (${domain.code}) has no narrative`,
    ]),
  ];
}

/**
 * Gives every fault of what a worker answered, all at once, each with its JSON pointer: codes that the instrument
 * does not know, domains without a level, a yes without source and date. Indicators left out count as not known.
 * Other keys beside the answers are left alone, so that a whole command payload may be given.
 */
export function validateAnswers(instrument: Instrument, input: unknown): DocumentFault[] {
  const given = typeof input === 'object' && input !== null ? input : {};
  const parts = Object.fromEntries(
    Object.keys(shapes).flatMap((key) => (key in given ? [[key, Reflect.get(given, key)]] : [])),
  );
  const faults = object(shapes)(parts, '');
  if (faults.length > 0) return faults;
  const answers = parts as unknown as AssessmentAnswers;
  return [...answerFaults(instrument, answers), ...domainFaults(instrument, answers)].flatMap(
    ([pointer, reason]) => (reason === false ? [] : [{ pointer, reason }]),
  );
}
