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
import { type AssessmentAnswers, answerWindows, type IndicatorAnswer, indicatorValues } from './answers.js';
import type { Instrument } from './instrument.js';
import type { Found } from './loose.js';

const evidence = object({ source: text, date, text: optional(text) });

const answer = object({
  code,
  answer: oneOf(indicatorValues),
  window: optional(oneOf(answerWindows)),
  evidence: optional(evidence),
  moreEvidence: optional(listOf(evidence)),
});

const levelValue: Shape = (value, pointer) => (value === null ? [] : whole(0, 3)(value, pointer));

const shapes: Record<keyof AssessmentAnswers, Shape> = {
  answers: listOf(answer),
  levels: listOf(
    object({ domain: code, level: levelValue, note: optional(text), evidence: optional(evidence) }),
  ),
  protective: listOf(object({ domain: code, factor: optional(code), text })),
  narratives: optional(listOf(object({ domain: code, text }))),
};

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

const future = 'lies after the day of the assessment';

/** Evidence of a day that had not come yet when the assessment was made. */
function datedFaults(
  { evidence, moreEvidence = [] }: Pick<IndicatorAnswer, 'evidence' | 'moreEvidence'>,
  on: string | undefined,
  at: string,
): Found {
  const later = (date: string | undefined) => on !== undefined && date !== undefined && date > on && future;
  return [
    [`${at}/evidence/date`, later(evidence?.date)],
    ...moreEvidence.map(({ date }, index): Found[number] => [
      `${at}/moreEvidence/${index}/date`,
      later(date),
    ]),
  ];
}

function answerFaults(instrument: Instrument, { answers }: AssessmentAnswers, on: string | undefined): Found {
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
        ...datedFaults(given, on, `/answers/${index}`),
      ];
    }),
  ];
}

function domainFaults(
  instrument: Instrument,
  { levels, protective, narratives = [] }: AssessmentAnswers,
  on: string | undefined,
): Found {
  const domains = new Set(instrument.domains.map((domain) => domain.code));
  const levelled = instrument.domains.filter((domain) => domain.asks === 'level');
  const told = instrument.domains.filter((domain) => domain.asks === 'narrative');
  const values = instrument.levels.map((level) => level.value);
  const needing = new Set<number | null>(
    instrument.levels.filter((level) => level.needsEvidence).map((level) => level.value),
  );
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
      given.level !== null && !values.includes(given.level) && `must be one of: ${scale}`,
    ]),
    ...levels.flatMap(
      (given, index): Found => [
        [
          `/levels/${index}/evidence`,
          needing.has(given.level) && !given.evidence && 'this level needs its source and its date',
        ],
        ...datedFaults(given, on, `/levels/${index}`),
      ],
    ),
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
 * does not know, domains without a level, a yes without source and date, evidence dated after the local day of the
 * assessment (`on`, YYYY-MM-DD). Indicators left out count as not known.
 * Other keys beside the answers are left alone, so that a whole command payload may be given.
 */
export function validateAnswers(instrument: Instrument, input: unknown, on?: string): DocumentFault[] {
  const given = typeof input === 'object' && input !== null ? input : {};
  const parts = Object.fromEntries(
    Object.keys(shapes).flatMap((key) => (key in given ? [[key, Reflect.get(given, key)]] : [])),
  );
  const faults = object(shapes)(parts, '');
  if (faults.length > 0) return faults;
  const answers = parts as unknown as AssessmentAnswers;
  return [...answerFaults(instrument, answers, on), ...domainFaults(instrument, answers, on)].flatMap(
    ([pointer, reason]) => (reason === false ? [] : [{ pointer, reason }]),
  );
}
