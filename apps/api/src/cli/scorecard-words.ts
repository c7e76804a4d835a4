import type { ComparedValue, Figure, FigureValue, Scorecard } from '@mase/workflow';
import { print, table } from './output.js';

const signs = { number: '', percent: '%', average: '' };

function valueWords({ n, of, value }: FigureValue, unit: Figure['unit']): string {
  if (unit === 'number') return value ?? 'kept back';
  if (n === null || of === null) return 'kept back';
  return `${value === null ? '–' : `${value}${signs[unit]}`} (${n} of ${of})`;
}

function changeWords({ comparison, variation }: ComparedValue, unit: Figure['unit']): string[] {
  if (!comparison) return [];
  const change = variation === null ? '–' : `${variation}${unit === 'percent' ? ' points' : '%'}`;
  return [valueWords(comparison, unit), change];
}

/** Prints a scorecard: as JSON, or as a table with the definition of every figure. */
export function printScorecard(scorecard: Scorecard, json: boolean): void {
  if (json) {
    print(JSON.stringify(scorecard));
    return;
  }
  const { name, from, to, compareFrom, compareTo, figures, definitions, source } = scorecard;
  const beside = compareFrom ? [`${compareFrom} to ${compareTo}`, 'Change'] : [];
  const line = (label: string, one: ComparedValue, unit: Figure['unit']) => [
    label,
    valueWords(one.period, unit),
    ...changeWords(one, unit),
  ];
  print(`${name}, ${from} to ${to}`);
  const rows = figures.flatMap((figure) => [
    line(figure.name, figure, figure.unit),
    ...figure.lines.map((one) => line(`  ${one.label}`, one, figure.unit)),
  ]);
  for (const row of table([['Figure', `${from} to ${to}`, ...beside], ...rows])) print(row);
  print('');
  for (const { name: figure, definition, numerator, denominator, owner } of figures)
    print(
      `${figure}: ${definition} Counted: ${numerator}${denominator ? `, of ${denominator}` : ''}. Answers for it: ${owner}.`,
    );
  print(`Source: ${source}`);
  for (const one of definitions) print(one);
}
