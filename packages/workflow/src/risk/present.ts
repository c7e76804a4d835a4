import type { AssessmentInput } from './answers.js';
import type { Indicator, Instrument, WindowId } from './instrument.js';
import { type CountedWindow, windowsOf } from './windows.js';

/** A window in which an indicator counts, with what it adds to a score there. */
export interface CountedIn extends CountedWindow {
  weight: number;
}

/** An indicator answered yes, with the windows in which it counts and what it adds to a score. */
export interface PresentIndicator {
  indicator: Indicator;
  windows: WindowId[];
  counts: CountedIn[];
  weight: number;
  isCurrent: boolean;
}

/** Lists the indicators answered yes, in the order of the instrument. */
export function presentIndicators(instrument: Instrument, input: AssessmentInput): PresentIndicator[] {
  const answers = new Map(input.answers.map((answer) => [answer.code, answer]));
  const drawsCurrent = instrument.windows.some((window) => window.id === 'current');
  return instrument.domains.flatMap((domain) =>
    domain.indicators.flatMap((indicator) => {
      const answer = answers.get(indicator.code);
      if (answer?.answer !== 'yes') return [];
      const counts = windowsOf(instrument, answer, input.on).map((one) => ({
        ...one,
        weight: indicator.weights?.[one.window] ?? 0,
      }));
      const windows = counts.map((one) => one.window);
      const weight = counts.reduce((sum, one) => sum + one.weight, 0);
      // Where no current window is drawn nothing says that a sign is past, unless the answer does.
      const isCurrent = drawsCurrent ? windows.includes('current') : answer.window !== 'earlier';
      return [{ indicator, windows, counts, weight, isCurrent }];
    }),
  );
}

/**
 * On which levels of concern a floor may rest, besides signs: any above none; or, as assessments were computed before,
 * only those of domains that have no indicators.
 */
export type FloorsRestOn = 'any-level' | 'bare-levels';

/** Whether anything is present on which a floor may rest: a yes, or a level of concern above none. */
export function isAnyPresent(
  instrument: Instrument,
  input: AssessmentInput,
  present: readonly PresentIndicator[],
  restOn: FloorsRestOn = 'any-level',
): boolean {
  const counted = instrument.domains.filter(
    (domain) => restOn === 'any-level' || domain.indicators.length === 0,
  );
  const codes = new Set(counted.map((domain) => domain.code));
  return (
    present.length > 0 || input.levels.some(({ domain, level }) => codes.has(domain) && (level ?? 0) > 0)
  );
}
