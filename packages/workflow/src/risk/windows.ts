import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import type { IndicatorAnswer } from './answers.js';
import type { Instrument, WindowId } from './instrument.js';

/** A window in which an answer counts, and why it does. */
export interface CountedWindow {
  window: WindowId;
  because: string;
}

const monthsOf = ({ windows }: Instrument, id: WindowId): number | undefined =>
  windows.find((window) => window.id === id)?.months;

const draws = ({ windows }: Instrument, id: WindowId): boolean => windows.some((window) => window.id === id);

/**
 * Gives the window in which a date lies on the day of an assessment, to the day: six months back from 22 November,
 * 22 May is current and 21 May is not. Null where it is longer ago than the instrument looks, or no window is bounded.
 */
export function windowOn(instrument: Instrument, date: string, on: string): 'current' | 'earlier' | null {
  const current = monthsOf(instrument, 'current');
  if (current === undefined) return null;
  const day = epochDay(on);
  if (date >= dateOf(addMonths(day, -current))) return 'current';
  if (!draws(instrument, 'earlier')) return null;
  const earlier = monthsOf(instrument, 'earlier');
  return earlier === undefined || date >= dateOf(addMonths(day, -earlier)) ? 'earlier' : null;
}

/** The dates of what an answer rests on, earliest first. */
export function datesOf({ evidence, moreEvidence = [] }: IndicatorAnswer): string[] {
  return [...(evidence ? [evidence] : []), ...moreEvidence].map((one) => one.date).sort();
}

/** In which of the two dated windows a yes counts, and because of what. */
function datedWindows(instrument: Instrument, answer: IndicatorAnswer, on: string): CountedWindow[] {
  const dates = datesOf(answer);
  if (answer.window) {
    const named = answer.window === 'both' ? (['current', 'earlier'] as const) : [answer.window];
    const because = ['as the assessor says', ...dates.map((date) => `evidence of ${date}`)].join('; ');
    return named.map((window) => ({ window, because }));
  }
  if (monthsOf(instrument, 'current') === undefined || dates.length === 0)
    return [{ window: 'current', because: 'nobody says that it is past' }];
  return (['current', 'earlier'] as const).flatMap((window) => {
    const within = dates.filter((date) => windowOn(instrument, date, on) === window);
    return within.length > 0 ? [{ window, because: `evidence of ${within.join(', ')}` }] : [];
  });
}

/** Gives the windows of time in which an answer counts, in the order of the instrument; none unless it is yes. */
export function windowsOf(
  instrument: Instrument,
  answer: IndicatorAnswer | undefined,
  on: string,
): CountedWindow[] {
  if (answer?.answer !== 'yes') return [];
  const dated = datedWindows(instrument, answer, on);
  const drawn = instrument.windows.map((window) => window.id);
  const asked: readonly WindowId[] = drawn.length > 0 ? drawn : ['current'];
  return asked.flatMap((window) =>
    window === 'lifetime'
      ? [{ window, because: 'however long ago' }]
      : dated.filter((one) => one.window === window),
  );
}
