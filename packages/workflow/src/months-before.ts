/** An instant so many months before another, keeping day and time of day in UTC; the last day of a shorter month. */
export function monthsBefore(instant: string, months: number): string {
  const year = Number(instant.slice(0, 4));
  const month = Number(instant.slice(5, 7)) - 1 - months;
  const firstYear = year + Math.floor(month / 12);
  const firstMonth = ((month % 12) + 12) % 12;
  const leap = firstYear % 4 === 0 && (firstYear % 100 !== 0 || firstYear % 400 === 0);
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][firstMonth] as number;
  const day = Math.min(Number(instant.slice(8, 10)), length);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(firstYear).padStart(4, '0')}-${two(firstMonth + 1)}-${two(day)}${instant.slice(10)}`;
}
