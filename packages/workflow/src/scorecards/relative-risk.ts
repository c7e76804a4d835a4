import { twoPlaces } from './two-places.js';

/** How many of a group, and of the others, are in the cohort and live in the area. */
export interface RiskCounts {
  /** Of the group, in the cohort. */
  n: number;
  /** Of the group, in the population. */
  of: number;
  /** Of the others, in the cohort. */
  othersN: number;
  /** Of the others, in the population. */
  othersOf: number;
}

/** How many times as likely a child of a group is to be in the cohort as a child of the others; texts to two places. */
export interface RelativeRisk extends RiskCounts {
  /** Null where nobody of the others is in the cohort. */
  value: string | null;
  /** The ends of the 95 % confidence interval; null where either has nobody in the cohort. */
  low: string | null;
  high: string | null;
}

/** The 0.975 quantile of the standard normal distribution: 95 % lie within this many standard errors. */
const quantile = 1.959963984540054;

/**
 * The relative risk with its 95 % confidence interval by the log method of Katz (Katz, Baptista, Azen and Pike, 1978,
 * Biometrics 34, 469–474): the natural logarithm of the ratio, give or take 1.96 times
 * √(1/n − 1/of + 1/othersN − 1/othersOf). Null where the counts cannot be those of a cohort within a population.
 */
export function relativeRisk(counts: RiskCounts): RelativeRisk | null {
  const { n, of, othersN, othersOf } = counts;
  if (n > of || othersN > othersOf || of === 0 || othersOf === 0) return null;
  const value = twoPlaces(BigInt(n) * BigInt(othersOf), BigInt(of) * BigInt(othersN));
  if (n === 0 || othersN === 0) return { ...counts, value, low: null, high: null };
  const log = Math.log(n / of) - Math.log(othersN / othersOf);
  const error = Math.sqrt(1 / n - 1 / of + 1 / othersN - 1 / othersOf);
  const end = (sign: 1 | -1) => Math.exp(log + sign * quantile * error).toFixed(2);
  return { ...counts, value, low: end(-1), high: end(1) };
}

/** What a relative risk means, as it prints with the figures. */
export const riskDefinition =
  'Relative risk: the share of a group of children of the area who are in the cohort, divided by the same share of the others, with its 95 % confidence interval by the log method of Katz. Above 1 a child of the group is in the cohort more often than others; where the interval holds 1, chance may have done it. Children of whom it is not known, and of groups that the table does not have, are in neither. It says who is found, and not who is harmed and not found.';
