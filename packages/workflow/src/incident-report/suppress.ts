import { isSmallNumber, keepBack, type Sum } from './keep-back.js';
import type { ByKind, IncidentReport, KindLine, PeopleLine, ShareLine } from './report.js';
import type { Share } from './share.js';

const none: Share = { n: null, of: null, percent: null };

/** What stands in the place of a share that is kept back whole. */
export const keptBackShare: Share = none;

type Cells = readonly (readonly number[])[];
type Kept = (number | null)[][];

/** Where each number of a table stands in the list of all: its rows begin at some place, its sums at their own. */
function sumsOf(height: number, width: number, from: number, total: number): Sum[] {
  const rows = Array.from({ length: height }, (_, y) => from + y * width);
  const across = width > 1 ? [...rows, total] : [];
  const steps = Array.from({ length: width }, (_, x) => x);
  return [
    ...across.map((row) => ({ parts: steps.slice(0, -1).map((x) => row + x), sum: row + width - 1 })),
    ...steps.map((x) => ({ parts: rows.map((row) => row + x), sum: total + x })),
  ];
}

/**
 * Keeps small numbers of tables back that have the same last row, the sum of each, and a last column that is the sum of
 * the others, where there are others: whoever reads all of them together can work none of what is kept back out.
 */
export function suppressTables(
  tables: readonly Cells[],
  total: readonly number[],
): { tables: Kept[]; total: (number | null)[] } {
  const width = total.length;
  const starts = tables.map((_, at) => width + tables.slice(0, at).flat(2).length);
  const sums = tables.flatMap((cells, at) => sumsOf(cells.length, width, starts[at] as number, 0));
  const kept = keepBack([...total, ...tables.flat(2)], sums);
  const row = (from: number) => kept.slice(from, from + width);
  return {
    tables: tables.map((cells, at) => cells.map((_, y) => row((starts[at] as number) + y * width))),
    total: row(0),
  };
}

/** One table alone, its last row with it. */
export function suppressTable(cells: Cells): Kept {
  const { tables, total } = suppressTables([cells.slice(0, -1)], cells.at(-1) ?? []);
  return [...(tables[0] ?? []), total];
}

const cellsOf = ({ crime, nonCrime, total }: ByKind) => [crime ?? 0, nonCrime ?? 0, total ?? 0];
const byKind = ([crime, nonCrime, total]: readonly (number | null)[]): ByKind => ({
  crime: crime ?? null,
  nonCrime: nonCrime ?? null,
  total: total ?? null,
});

/** A share is kept back whole where its number, its rest or what it is a share of is small. */
export function suppressShare(one: Share): Share {
  const rest = one.n === null || one.of === null ? null : one.of - one.n;
  return isSmallNumber(one.n) || isSmallNumber(one.of) || isSmallNumber(rest) ? none : one;
}

/** A share of outcomes would tell a cell of their table that is kept back: it goes with the column. */
function suppressShares(line: ShareLine, hidden: Hidden): ShareLine {
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
    distinct: isSmallNumber(distinct) ? null : distinct,
    unknown: isSmallNumber(unknown) ? null : unknown,
    repeat: suppressShare(repeat),
  };
}

type Hidden = Record<keyof ByKind, boolean>;

/** Which columns have a number that is kept back. */
const hiddenIn = (lines: readonly ByKind[]): Hidden => ({
  crime: lines.some(({ crime }) => crime === null),
  nonCrime: lines.some(({ nonCrime }) => nonCrime === null),
  total: lines.some(({ total }) => total === null),
});

/**
 * The report as it may leave the partnership: numbers under five are kept back, and those that would tell them. Months
 * and outcomes are two tables of the same incidents, and a share says what it is of: all of them are judged together.
 */
export function suppressReport(report: IncidentReport): IncidentReport {
  const kept = suppressTables(
    [report.months.map(cellsOf), report.outcomes.map(cellsOf)],
    cellsOf(report.total),
  );
  const linesOf = (lines: readonly KindLine[], table: number) =>
    lines.map((line, y) => ({ ...line, ...byKind(kept.tables[table]?.[y] ?? []) }));
  const outcomes = linesOf(report.outcomes, 1);
  const total = byKind(kept.total);
  const ofOutcomes = hiddenIn([...outcomes, total]);
  const ofAll = hiddenIn([total]);
  return {
    ...report,
    months: linesOf(report.months, 0),
    outcomes,
    total,
    shares: report.shares.map((line) => suppressShares(line, line.ofOutcomes ? ofOutcomes : ofAll)),
    people: report.people.map(suppressPeople),
    definitions: [
      ...report.definitions,
      'Numbers from 1 to 4 are kept back, and others that would tell them.',
    ],
    suppressed: true,
  };
}
