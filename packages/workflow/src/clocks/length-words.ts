import type { ClockLength } from '../profile/clock-rule.js';

/** The length of a clock in words, like "10 working days"; "the same day" for 0. */
export function clockLengthWords({ amount, unit }: ClockLength): string {
  if (amount === 0) return 'the same day';
  const units = unit.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${amount} ${amount === 1 ? units.replace(/s$/, '') : units}`;
}
