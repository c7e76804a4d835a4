import { keepBack, type Sum } from '../incident-report/keep-back.js';
import { keptBackShare } from '../incident-report/suppress.js';
import type { MissingReport } from './report.js';

/** The numbers of a report by name, with the rests that follow from them and are printed nowhere; and how they add up. */
interface Published {
  numbers: Map<string, number>;
  sums: { parts: string[]; sum: string }[];
}

const outcomes = 'Return home interview';

/** What each share is made of: how many, of how many. */
const sharesOf: { [label: string]: readonly [n: string, of: string] } = {
  'Missing for the first time': ['first', 'children'],
  'Not missing again': ['notAgain', 'first'],
  'Missing more than once': ['repeat', 'children'],
  'Interview offered': ['offered', 'ended'],
  'Interview held': ['held', 'ended'],
  'Held within 72 hours': [`${outcomes}: Held within 72 hours`, 'ended'],
};

const lineName = (group: string, label: string): string => `${group}: ${label}`;
const isHeld = (name: string): boolean => name.startsWith(`${outcomes}: Held`);
const sumOf = (all: readonly number[]): number => all.reduce((sum, n) => sum + n, 0);

/** Everything that a report tells, and whatever follows: how many are still away, and the rest of every share. */
function publishedOf({ episodes, children, groups, shares }: MissingReport): Published {
  const numbers = new Map<string, number>([
    ['episodes', episodes ?? 0],
    ['children', children ?? 0],
  ]);
  const sums: Published['sums'] = [];
  for (const { label, lines } of groups) {
    for (const line of lines) numbers.set(lineName(label, line.label), line.n ?? 0);
    const parts = lines.map((line) => lineName(label, line.label));
    sums.push({ parts, sum: label === outcomes ? 'ended' : 'episodes' });
  }
  numbers.set('ended', sumOf(sums.at(-1)?.parts.map((part) => numbers.get(part) ?? 0) ?? []));
  const rest = (of: string, part: string) => {
    const name = `${of} without ${part}`;
    numbers.set(name, (numbers.get(of) ?? 0) - (numbers.get(part) ?? 0));
    sums.push({ parts: [part, name], sum: of });
  };
  rest('episodes', 'ended');
  for (const { label, n } of shares) {
    const [part, of] = sharesOf[label] ?? [];
    if (!part || !of) continue;
    numbers.set(part, n ?? 0);
    rest(of, part);
  }
  const all = [...numbers.keys()].filter((name) => name.startsWith(`${outcomes}: `));
  sums.push({ parts: all.filter(isHeld), sum: 'held' });
  return { numbers, sums };
}

/** Which numbers may be printed; null for those that are kept back. */
function keptOf({ numbers, sums }: Published): Map<string, number | null> {
  const names = [...numbers.keys()];
  const at = (name: string) => names.indexOf(name);
  const value = (name: string) => numbers.get(name) ?? 0;
  const addsUp = ({ parts, sum }: Published['sums'][number]) => sumOf(parts.map(value)) === value(sum);
  const places: Sum[] = sums.filter(addsUp).map(({ parts, sum }) => ({ parts: parts.map(at), sum: at(sum) }));
  // What is printed nowhere goes first, then what a share alone prints.
  const rank = (place: number) => {
    const name = names[place] ?? '';
    if (name.includes(' without ')) return 0;
    return ['first', 'notAgain', 'repeat', 'offered', 'held'].includes(name) ? 1 : 2;
  };
  const kept = keepBack([...numbers.values()], places, rank);
  return new Map(names.map((name, place) => [name, kept[place] ?? null]));
}

/**
 * The report as it may leave the partnership: numbers under five are kept back, and those that would tell them. Its groups
 * and shares count the same absences and children, so all of them are judged together.
 */
export function suppressMissing(report: MissingReport): MissingReport {
  const kept = keptOf(publishedOf(report));
  const shown = (name: string): number | null => kept.get(name) ?? null;
  return {
    ...report,
    episodes: shown('episodes'),
    children: shown('children'),
    groups: report.groups.map(({ label, lines }) => ({
      label,
      lines: lines.map((line) => ({ ...line, n: shown(lineName(label, line.label)) })),
    })),
    shares: report.shares.map((line) => {
      const [part, of] = sharesOf[line.label] ?? ['', ''];
      return shown(part) === null || shown(of) === null ? { ...line, ...keptBackShare } : line;
    }),
    definitions: [
      ...report.definitions,
      'Numbers from 1 to 4 are kept back, and others that would tell them.',
    ],
    suppressed: true,
  };
}
