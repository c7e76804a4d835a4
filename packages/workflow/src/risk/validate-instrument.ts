import { grades } from '../profile/grade.js';
import {
  choose,
  code,
  type DocumentFault,
  date,
  listOf,
  listWithUnique,
  object,
  oneOf,
  optional,
  recordOf,
  type Shape,
  text,
  whole,
} from '../profile/shape.js';
import { domainAsks, type Instrument, indicatorTypes, type SuggestionRule, windowIds } from './instrument.js';

const choice = object({ id: code, label: text });
const grade = oneOf(grades);
const words = { code, label: text };

const indicator = object({
  ...words,
  type: oneOf(indicatorTypes),
  tier: optional(code),
  weights: optional(recordOf(windowIds, whole(0, 100), true)),
});

const domain = object({
  ...words,
  asks: oneOf(domainAsks),
  indicators: listOf(indicator),
  protective: listWithUnique('id', choice),
});

const count = object({
  type: optional(oneOf(indicatorTypes)),
  tier: optional(code),
  window: optional(oneOf(windowIds)),
  atLeast: whole(1, 100),
});

const band = object({ ...words, from: whole(0, 1000), grade });

const rule = choose('kind', {
  'domains-at-level': { ...words, level: code, atLeast: whole(1, 100), grade },
  indicators: { ...words, all: listOf(count, 1), grade },
  score: { ...words, bands: listWithUnique('code', band, 1) },
});

const endDate: Shape = (value, pointer) => (value === null ? [] : date(value, pointer));

const instrumentShape = object({
  id: code,
  version: whole(1, 1000),
  title: text,
  guidance: text,
  licence: text,
  purpose: oneOf(['screening', 'assessment']),
  kinds: listOf(code, 1),
  effectiveFrom: date,
  effectiveTo: endDate,
  windows: listWithUnique('id', object({ id: oneOf(windowIds), label: text })),
  levels: listWithUnique('code', object({ ...words, description: text, value: whole(0, 3) })),
  domains: listWithUnique('code', domain, 1),
  suggestion: listWithUnique('code', rule, 1),
});

type Found = [pointer: string, reason: string | false][];

function domainFaults(instrument: Instrument): Found {
  const windows = new Set<string>(instrument.windows.map((window) => window.id));
  const seen = new Set<string>();
  return instrument.domains.flatMap((domain, index) => {
    const at = `/domains/${index}`;
    return [
      [
        `${at}/asks`,
        domain.asks === 'level' &&
          instrument.levels.length === 0 &&
          'asks for a level, and the instrument has none',
      ],
      [
        `${at}/indicators`,
        domain.asks === 'narrative' &&
          domain.indicators.length > 0 &&
          'must be empty where only narrative is asked',
      ],
      [
        `${at}/indicators`,
        domain.asks === 'indicators' && domain.indicators.length === 0 && 'must have at least 1 item',
      ],
      ...domain.indicators.flatMap((indicator, place): Found => {
        const repeated = seen.has(indicator.code);
        seen.add(indicator.code);
        return [
          [`${at}/indicators/${place}/code`, repeated && `repeats "${indicator.code}"`],
          ...Object.keys(indicator.weights ?? {}).map((window): Found[number] => [
            `${at}/indicators/${place}/weights/${window}`,
            !windows.has(window) && 'has no such window in this instrument',
          ]),
        ];
      }),
    ] satisfies Found;
  });
}

function ruleFaults(instrument: Instrument, rule: SuggestionRule, at: string): Found {
  const indicators = instrument.domains.flatMap((domain) => domain.indicators);
  switch (rule.kind) {
    case 'domains-at-level': {
      const isKnown = instrument.levels.some((level) => level.code === rule.level);
      return [[`${at}/level`, !isKnown && 'is no level of this instrument']];
    }
    case 'indicators': {
      const windows = new Set<string>(instrument.windows.map((window) => window.id));
      const tiers = new Set(indicators.map((indicator) => indicator.tier));
      return rule.all.flatMap(
        ({ tier, window }, place): Found => [
          [
            `${at}/all/${place}/tier`,
            tier !== undefined && !tiers.has(tier) && 'is no tier of this instrument',
          ],
          [
            `${at}/all/${place}/window`,
            window !== undefined && !windows.has(window) && 'is no window of this instrument',
          ],
        ],
      );
    }
    case 'score':
      return [
        [`${at}/bands/0/from`, rule.bands[0]?.from !== 0 && 'must be 0, so that every score has a band'],
        ...rule.bands
          .slice(1)
          .map((band, place): Found[number] => [
            `${at}/bands/${place + 1}/from`,
            band.from <= (rule.bands[place]?.from ?? 0) && 'must be more than the band before it',
          ]),
        [at, !indicators.some((indicator) => indicator.weights) && 'scores, and no indicator has a weight'],
      ];
  }
}

/** Gives every fault of an instrument file with its JSON pointer; an empty list means that it may be used. */
export function validateInstrument(value: unknown): DocumentFault[] {
  const faults = instrumentShape(value, '');
  if (faults.length > 0) return faults;
  const instrument = value as Instrument;
  const ended = instrument.effectiveTo !== null && instrument.effectiveTo < instrument.effectiveFrom;
  const found: Found = [
    ['/effectiveTo', ended && 'must not be before effectiveFrom'],
    ...domainFaults(instrument),
    ...instrument.suggestion.flatMap((rule, index) => ruleFaults(instrument, rule, `/suggestion/${index}`)),
  ];
  return found.flatMap(([pointer, reason]) => (reason === false ? [] : [{ pointer, reason }]));
}
