import type { AskedFigure, PartnerFigure } from './standing.js';

/** Whether a number meets its target; null where there is no target, or the number is kept back or was not given. */
export function meetsTarget({ way, target }: AskedFigure, n: number | null | undefined): boolean | null {
  if (!way || target === undefined || n === null || n === undefined) return null;
  return way === 'at-least' ? n >= target : n <= target;
}

/** What was asked for and missed its target, by what it counts. */
export function missedTargets(asked: readonly AskedFigure[], figures: readonly PartnerFigure[]): string[] {
  return asked
    .filter((one) => meetsTarget(one, figures.find(({ label }) => label === one.label)?.n) === false)
    .map(({ label }) => label);
}
