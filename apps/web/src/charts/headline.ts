import type { BarFigures, BarLine } from './bar-chart.js';

const sumOf = ({ values }: BarLine): number => values.reduce<number>((all, one) => all + (one ?? 0), 0);
const number = (n: number): string => n.toLocaleString('en-GB');

/** What the figures say in one or two sentences: where most stand, where fewest, and whether numbers are kept back. */
export function headlineOf({ lines, counted: [one, many] }: Pick<BarFigures, 'lines' | 'counted'>): string {
  const counts = lines.map((line) => ({ label: line.label, n: sumOf(line) }));
  const most = Math.max(...counts.map(({ n }) => n));
  const at = counts.filter(({ n }) => n === most).map(({ label }) => label);
  const count = `${number(most)} ${most === 1 ? one : many}`;
  const isKept = lines.some(({ values }) => values.includes(null));
  const kept = isKept ? ' Small numbers are kept back and not drawn.' : '';
  if (at.length === lines.length) return `All are alike: ${count} each.${kept}`;
  if (at.length > 2) return `${at.length} stand at the top with ${count} each.${kept}`;
  const [first, second] = at;
  return second === undefined
    ? `Most: ${first}, ${count}.${kept}`
    : `Most: ${first} and ${second}, ${count} each.${kept}`;
}
