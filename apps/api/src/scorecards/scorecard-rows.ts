import type { ComparedValue, Figure, FigureLine, FigureValue, Scorecard } from '@mase/workflow';

/** The columns of a scorecard as CSV: one line a figure and one for each of its parts. */
export const scorecardColumns = [
  ...(['SCORECARD', 'FIGURE', 'LINE', 'UNIT'] as const),
  ...(['N', 'OF', 'VALUE', 'COMPARED_N', 'COMPARED_OF', 'COMPARED_VALUE', 'CHANGE'] as const),
  ...(['RELATIVE_RISK', 'LOW_95', 'HIGH_95', 'POPULATION', 'POPULATION_OTHERS'] as const),
  ...(['NUMERATOR', 'DENOMINATOR', 'DEFINITION', 'OWNER', 'SOURCE'] as const),
] as const;

type Row = Partial<Record<(typeof scorecardColumns)[number], string>>;

const keptBack = 'kept back';
const number = (n: number | null): string => (n === null ? keptBack : String(n));

function cells({ n, of, value }: FigureValue, unit: Figure['unit']): [n: string, of: string, value: string] {
  return [
    number(n),
    unit === 'number' ? '' : number(of),
    value ?? (n === null || (unit !== 'number' && of === null) ? keptBack : ''),
  ];
}

function values({ period, comparison, variation }: ComparedValue, unit: Figure['unit']): Row {
  const [N, OF, VALUE] = cells(period, unit);
  if (!comparison) return { N, OF, VALUE };
  const [COMPARED_N, COMPARED_OF, COMPARED_VALUE] = cells(comparison, unit);
  return { N, OF, VALUE, COMPARED_N, COMPARED_OF, COMPARED_VALUE, CHANGE: variation ?? '' };
}

function riskCells({ risk }: FigureLine): Row {
  if (!risk) return {};
  return {
    ...{ RELATIVE_RISK: risk.value ?? '', LOW_95: risk.low ?? '', HIGH_95: risk.high ?? '' },
    ...{ POPULATION: String(risk.of), POPULATION_OTHERS: String(risk.othersOf) },
  };
}

/** The scorecard line by line: its days and definitions first, then every figure with its parts. */
export async function* scorecardRows(scorecard: Scorecard): AsyncGenerator<Row> {
  const { name, source, from, to, compareFrom, compareTo, knownAt, definitions } = scorecard;
  const beside = compareFrom ? `, compared with ${compareFrom} to ${compareTo}` : '';
  yield { SCORECARD: name, FIGURE: 'About', LINE: `${from} to ${to}${beside}, as known at ${knownAt}` };
  for (const one of definitions) yield { SCORECARD: name, FIGURE: 'About', DEFINITION: one };
  for (const figure of scorecard.figures) {
    const { unit, numerator, denominator, definition, owner } = figure;
    yield {
      ...{ SCORECARD: name, FIGURE: figure.name, UNIT: unit, ...values(figure, unit) },
      ...{
        NUMERATOR: numerator,
        DENOMINATOR: denominator ?? '',
        DEFINITION: definition,
        OWNER: owner,
        SOURCE: source,
      },
    };
    for (const line of figure.lines)
      yield {
        ...{ SCORECARD: name, FIGURE: figure.name, LINE: line.label, UNIT: unit, ...values(line, unit) },
        ...riskCells(line),
      };
  }
}
