import { day, id, instant, list, maybe, object, oneOf, type Schema, text, truth, whole } from './schema.js';

const unit = oneOf('number', 'percent', 'average');
const value = object({
  n: { ...maybe(whole), description: 'Null where a small number is kept back' },
  of: { ...maybe(whole), description: 'What it is of; null of a plain number, and where it is kept back' },
  value: maybe(text('The number, or percentage or average to two places; null where there is none to say')),
});
const compared = {
  period: value,
  comparison: maybe(value),
  variation: maybe(text('The change in per cent of the earlier value, or in percentage points')),
};

const risk = object({
  n: { ...whole, description: 'Of the group, in the cohort' },
  of: { ...whole, description: 'Of the group, in the population' },
  othersN: { ...whole, description: 'Of the others, in the cohort' },
  othersOf: { ...whole, description: 'Of the others, in the population' },
  value: maybe(text('The relative risk to two places; null where there is nothing to divide by')),
  low: maybe(text('The lower end of its 95 % confidence interval')),
  high: maybe(text('The upper end of it')),
});
/** A line that may have a relative risk beside it: absent where no table of the population has the group, or it is kept back. */
const withRisk = (properties: { [name: string]: Schema }): Schema => {
  const line = object(properties);
  return { ...line, properties: { ...(line.properties as object), risk } };
};

/** What scorecards and the registry of measures show, by name. */
export const scorecardSchemas: { [name: string]: Schema } = {
  ScorecardView: object({
    id: text(),
    name: text(),
    strand: text(),
    source: text('What is counted'),
    from: day,
    to: day,
    compareFrom: maybe(day),
    compareTo: maybe(day),
    knownAt: instant,
    entries: maybe(whole),
    compareKnown: {
      ...maybe(object({ knownAt: instant, entries: maybe(whole), isAlike: truth, isWithin: truth })),
      description:
        'Up to when the days beside are known, whether that is as long after their last day, or as far into them, and whether the days themselves are not over there; null where there are none',
    },
    figures: list(
      object({
        id: text(),
        name: text(),
        definition: text(),
        unit,
        numerator: text(),
        denominator: maybe(text()),
        owner: text(),
        ...compared,
        lines: list(withRisk({ part: text(), label: text(), ...compared })),
        leads: truth,
      }),
    ),
    definitions: list(text()),
    suppressed: truth,
  }),
  FigureRecordsView: object({
    scorecard: text(),
    figure: text(),
    name: text(),
    definition: text(),
    part: maybe(text()),
    label: maybe(text('What the part is called')),
    from: day,
    to: day,
    knownAt: instant,
    all: { ...whole, description: 'Of how many records it is counted' },
    visible: { ...whole, description: 'How many of them the reader sees' },
    withheld: { ...whole, description: 'How many the reader does not see' },
    records: list(
      object({
        id,
        kind: text(),
        title: text(),
        reference: maybe(text()),
        state: text(),
        parentId: maybe(id),
      }),
    ),
  }),
  MeasureRegistryView: object({
    scorecards: list(
      object({
        id: text(),
        name: text(),
        strand: text(),
        source: text(),
        measures: list(
          object({
            id: text(),
            name: text(),
            definition: text(),
            unit,
            numerator: text(),
            denominator: maybe(text()),
            byPart: truth,
            owner: text(),
          }),
        ),
      }),
    ),
  }),
};
