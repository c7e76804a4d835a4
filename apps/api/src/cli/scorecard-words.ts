import type { ComparedValue, Figure, FigureLine, FigureValue, Scorecard } from '@mase/workflow';
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

/** A relative risk with its confidence interval, as a person reads it. */
export function riskWords(risk: FigureLine['risk']): string {
  if (!risk) return '';
  const interval = risk.low === null ? 'no interval' : `${risk.low} to ${risk.high}`;
  return `${risk.value ?? '–'} (${interval})`;
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
  const hasRisk = figures.some(({ lines }) => lines.some(({ risk }) => risk));
  const risks = (one?: FigureLine) => (hasRisk ? [riskWords(one?.risk)] : []);
  const rows = figures.flatMap((figure) => [
    [...line(figure.name, figure, figure.unit), ...risks()],
    ...figure.lines.map((one) => [...line(`  ${one.label}`, one, figure.unit), ...risks(one)]),
  ]);
  const heads = ['Figure', `${from} to ${to}`, ...beside, ...(hasRisk ? ['Relative risk (95%)'] : [])];
  for (const row of table([heads, ...rows])) print(row);
  print('');
  for (const { name: figure, definition, numerator, denominator, owner } of figures)
    print(
      `${figure}: ${definition} Counted: ${numerator}${denominator ? `, of ${denominator}` : ''}. Answers for it: ${owner}.`,
    );
  print(`Source: ${source}`);
  for (const one of definitions) print(one);
}
