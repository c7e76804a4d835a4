/** A share with what it is worked out from; a number is null where it is kept back, the percentage also where there is nothing to divide by. */
export interface Share {
  of: number | null;
  n: number | null;
  /** Two places, rounded half up, as text: `33.33`. */
  percent: string | null;
}

/** A share of whole numbers, with its percentage to two places, half up, without a rounding of binary fractions on the way. */
export function share(n: number, of: number): Share {
  if (of === 0) return { n, of, percent: null };
  const hundredths = Math.floor((n * 20_000 + of) / (2 * of));
  const whole = Math.floor(hundredths / 100);
  return { n, of, percent: `${whole}.${String(hundredths % 100).padStart(2, '0')}` };
}
