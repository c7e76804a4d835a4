import type { ByKind, IncidentReport, KindLine, PeopleLine, ShareLine } from './report.js';
import type { Share } from './share.js';

/** Numbers from one up to and without this are small: they could point at somebody. */
export const smallBelow = 5;

const isSmall = (n: number | null): n is number => n !== null && n > 0 && n < smallBelow;
const none: Share = { n: null, of: null, percent: null };

/** Whether a number could point at somebody. */
export const isSmallNumber: (n: number | null) => boolean = isSmall;

/** What stands in the place of a share that is kept back whole. */
export const keptBackShare: Share = none;

/**
 * Keeps small numbers of a table back whose last row and last column are sums: every cell from 1 to 4, and, where one
 * cell alone of a row or a column is kept back so that the others would tell it, the smallest other one as well, until
 * no row and no column tells any. Noughts stay: where they are all there is beside a small cell, its sum is small too.
 */
export function suppressTable(cells: readonly (readonly number[])[]): (number | null)[][] {
  const kept: (number | null)[][] = cells.map((row) => row.map((n) => (isSmall(n) ? null : n)));
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  type Place = readonly [y: number, x: number];
  const lines: Place[][] = [
    ...cells.map((row, y) => row.map((_, x): Place => [y, x])),
    ...Array.from({ length: width }, (_, x) => cells.map((_row, y): Place => [y, x])),
  ];
  const worth = ([y, x]: Place) => cells[y]?.[x] ?? 0;
  const isSum = ([y, x]: Place, line: Place[]) =>
    line.every((one) => one[0] === y) ? x === width - 1 : y === height - 1;
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      if (line.filter(([y, x]) => kept[y]?.[x] === null).length !== 1) continue;
      const [next] = line
        .filter(([y, x]) => kept[y]?.[x] !== null && worth([y, x]) > 0)
        .sort((a, b) => Number(isSum(a, line)) - Number(isSum(b, line)) || worth(a) - worth(b));
      const row = next && kept[next[0]];
      if (!row) continue;
      row[next[1]] = null;
      changed = true;
    }
  }
  return kept;
}

const cell = (n: number | null) => n ?? 0;

/** Lines by kind with their total, each row and column of which adds up. */
function suppressLines(lines: readonly KindLine[], total: ByKind): { lines: KindLine[]; total: ByKind } {
  const cells = [...lines, total].map((one) => [cell(one.crime), cell(one.nonCrime), cell(one.total)]);
  const kept = suppressTable(cells);
  const at = (y: number): ByKind => ({
    crime: kept[y]?.[0] ?? null,
    nonCrime: kept[y]?.[1] ?? null,
    total: kept[y]?.[2] ?? null,
  });
  return { lines: lines.map((line, y) => ({ ...line, ...at(y) })), total: at(lines.length) };
}

/** A share is kept back whole where its number, its rest or what it is a share of is small. */
export function suppressShare(one: Share): Share {
  const rest = one.n === null || one.of === null ? null : one.of - one.n;
  return isSmall(one.n) || isSmall(one.of) || isSmall(rest) ? none : one;
}

/** A share of outcomes would tell a cell of their table that is kept back: it goes with the column. */
function suppressShares(line: ShareLine, hidden: Record<keyof ByKind, boolean>): ShareLine {
  const own = {
    crime: hidden.crime ? none : suppressShare(line.crime),
    nonCrime: hidden.nonCrime ? none : suppressShare(line.nonCrime),
    total: hidden.total ? none : suppressShare(line.total),
  };
  const isWhole = [own.crime, own.nonCrime, own.total].every(({ n }) => n !== null);
  // One of the three follows from the other two.
  return { ...line, ...own, ...(isWhole ? {} : { crime: none, nonCrime: none }) };
}

function suppressPeople(line: PeopleLine): PeopleLine {
  const { distinct, unknown, repeat } = line;
  return {
    ...line,
    distinct: isSmall(distinct) ? null : distinct,
    unknown: isSmall(unknown) ? null : unknown,
    repeat: suppressShare(repeat),
  };
}

const open = { crime: false, nonCrime: false, total: false };

/** The report as it may leave the partnership: numbers under five are kept back, and those that would tell them. */
export function suppressReport(report: IncidentReport): IncidentReport {
  const months = suppressLines(report.months, report.total);
  const outcomes = suppressLines(report.outcomes, report.total);
  const hides = (one: keyof ByKind) => outcomes.lines.some((line) => line[one] === null);
  const hidden = { crime: hides('crime'), nonCrime: hides('nonCrime'), total: hides('total') };
  return {
    ...report,
    months: months.lines,
    outcomes: outcomes.lines,
    total: months.total,
    shares: report.shares.map((line) => suppressShares(line, line.ofOutcomes ? hidden : open)),
    people: report.people.map(suppressPeople),
    definitions: [
      ...report.definitions,
      'Numbers from 1 to 4 are kept back, and others that would tell them.',
    ],
    suppressed: true,
  };
}
