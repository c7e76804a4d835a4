/** How far apart two ratings count: not at all unless equal, by their distance, or by its square. */
export const weightings = ['none', 'linear', 'quadratic'] as const;

/** One of these weightings. */
export type Weighting = (typeof weightings)[number];

/** Agreement beyond chance between two raters, from −1 to 1, with its 95 per cent interval. */
export interface Kappa {
  kappa: number;
  /** The asymptotic standard error (Fleiss, Cohen and Everitt 1969). */
  standardError: number;
  /** The interval, cut at −1 and 1. */
  low: number;
  high: number;
  /** The standard error where the raters agree by chance alone, and how many of it kappa is away from nothing. */
  byChance: { standardError: number; z: number };
  /** True where every pair agrees: the interval then has no width, whatever the number of pairs. */
  allAgree: boolean;
}

/** Why there is no kappa: nothing was rated, too little, or both raters used one category and the same. */
export interface NoKappa {
  kappa: null;
  code: 'noPairs' | 'tooFew' | 'oneCategory';
  why: string;
}

const z95 = 1.959963984540054;
const none = (code: NoKappa['code'], why: string): NoKappa => ({ kappa: null, code, why });
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The weight of two ratings so many steps apart among k ordered categories. */
function weightOf(weighting: Weighting, apart: number, k: number): number {
  if (apart === 0) return 1;
  const share = apart / (k - 1);
  return weighting === 'none' ? 0 : weighting === 'linear' ? 1 - share : 1 - share ** 2;
}

function demandTable(table: readonly (readonly number[])[]): void {
  const square = table.length > 0 && table.every((row) => row.length === table.length);
  if (!square) throw new RangeError('A table of agreement has a row and a column for each category.');
  if (table.flat().some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError('A table of agreement holds whole numbers from 0.');
}

/**
 * Cohen’s kappa of a k × k table of counts (rows the first rater, columns the second, categories in their order), or
 * weighted kappa. Sources: Cohen 1960 and 1968; the standard errors: Fleiss, Cohen and Everitt, Large sample standard
 * errors of kappa and weighted kappa, Psychological Bulletin 72 (1969). Throws a RangeError for what is no such table.
 */
export function kappaOf(table: readonly (readonly number[])[], weighting: Weighting): Kappa | NoKappa {
  demandTable(table);
  const k = table.length;
  const n = sum(table.flat());
  if (n === 0) return none('noPairs', 'Nothing was rated twice.');
  if (n === 1) return none('tooFew', 'One pair says nothing of agreement.');
  const rows = table.map((row) => sum(row) / n);
  const columns = table.map((_row, j) => sum(table.map((row) => row[j] as number)) / n);
  const cells = table.flatMap((row, i) =>
    row.map((count, j) => ({
      i,
      j,
      share: count / n,
      expected: (rows[i] as number) * (columns[j] as number),
      weight: weightOf(weighting, Math.abs(i - j), k),
    })),
  );
  if (rows.some((share, i) => share === 1 && columns[i] === 1))
    return none(
      'oneCategory',
      'Both used one category and the same: agreement beyond chance cannot be told.',
    );
  const observed = sum(cells.map(({ weight, share }) => weight * share));
  const expected = sum(cells.map((cell) => cell.weight * cell.expected));
  const kappa = (observed - expected) / (1 - expected);
  // The mean weight of each row over the columns' shares, and of each column over the rows'.
  const ofRow = rows.map((_row, i) =>
    sum(columns.map((share, j) => share * weightOf(weighting, Math.abs(i - j), k))),
  );
  const ofColumn = columns.map((_column, j) =>
    sum(rows.map((share, i) => share * weightOf(weighting, Math.abs(i - j), k))),
  );
  const means = (i: number, j: number) => (ofRow[i] as number) + (ofColumn[j] as number);
  const spread = sum(
    cells.map(({ i, j, share, weight }) => share * (weight - means(i, j) * (1 - kappa)) ** 2),
  );
  const chance = sum(cells.map((cell) => cell.expected * (cell.weight - means(cell.i, cell.j)) ** 2));
  const error = (variance: number) => Math.sqrt(Math.max(0, variance) / n) / (1 - expected);
  const allAgree = table.every((row, i) => row.every((count, j) => i === j || count === 0));
  const standardError = allAgree ? 0 : error(spread - (kappa - expected * (1 - kappa)) ** 2);
  const byChance = error(chance - expected ** 2);
  return {
    kappa,
    standardError,
    low: Math.max(-1, kappa - z95 * standardError),
    high: Math.min(1, kappa + z95 * standardError),
    byChance: { standardError: byChance, z: byChance === 0 ? 0 : kappa / byChance },
    allAgree,
  };
}

/** How many of how many pairs agree, and in per cent to two places, half up; no per cent of nothing. */
export function percentAgreement(table: readonly (readonly number[])[]): {
  agreed: number;
  of: number;
  percent: string | null;
} {
  demandTable(table);
  const agreed = sum(table.map((row, i) => row[i] as number));
  const of = sum(table.flat());
  // In whole numbers, so that a half is a half: hundredths of a per cent, rounded up at the half.
  const hundredths = of === 0 ? 0 : Math.floor((agreed * 20_000 + of) / (2 * of));
  return { agreed, of, percent: of === 0 ? null : (hundredths / 100).toFixed(2) };
}
