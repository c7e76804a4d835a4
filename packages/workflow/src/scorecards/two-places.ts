/** A fraction of whole numbers to two places, half away from nought, as text: `33.33`, `-0.13`; null where nothing divides it. */
export function twoPlaces(n: bigint, of: bigint): string | null {
  if (of === 0n) return null;
  const [over, under] = of < 0n ? [-n, -of] : [n, of];
  const size = over < 0n ? -over : over;
  const hundredths = (size * 200n + under) / (2n * under);
  const sign = over < 0n && hundredths > 0n ? '-' : '';
  return `${sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
