/** A place with how much was told of it in each month. */
export interface HeatLine {
  number: number;
  name: string;
  months: number[];
}

const box = { wide: 52, high: 24 };
const names = 210;
const heads = 30;

/** Above none there are so many shades, each for an equal part of the greatest number shown. */
const shades = 4;

const short = (text: string): string => (text.length > 26 ? `${text.slice(0, 25)}…` : text);

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' });
const longNames = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayOf = (month: string) => new Date(`${month}-01T00:00:00.000Z`);

/** "Nov 26", where many stand beside each other. */
export const shortMonthWords = (month: string): string => monthNames.format(dayOf(month));

/** "November 2026". */
export const monthWords = (month: string): string => longNames.format(dayOf(month));

/** Heat by month as a grid: a row for each place, a column for each month, the number in every box besides its shade. */
export function placeHeat(lines: readonly HeatLine[], months: readonly string[]) {
  const most = Math.max(1, ...lines.flatMap((one) => one.months));
  return {
    wide: names + months.length * box.wide + 1,
    high: heads + lines.length * box.high + 1,
    box,
    months: months.map((month, index) => ({
      words: shortMonthWords(month),
      x: names + index * box.wide + box.wide / 2,
      y: heads - 8,
    })),
    rows: lines.map((one, row) => ({
      name: `${one.number} ${short(one.name)}`,
      y: heads + row * box.high + box.high / 2,
      boxes: one.months.map((count, index) => ({
        x: names + index * box.wide,
        y: heads + row * box.high,
        textX: names + index * box.wide + box.wide / 2,
        textY: heads + row * box.high + box.high / 2,
        shade: Math.ceil((count / most) * shades),
        count: count === 0 ? '' : String(count),
        title: `${one.name}, ${monthWords(months[index] ?? '')}: ${count}`,
      })),
    })),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What the picture says in one sentence: how much was told, most of which place, most in which month. */
export function heatHeadline(lines: readonly HeatLine[], months: readonly string[]): string {
  const all = sum(lines.flatMap((one) => one.months));
  const between = `between ${monthWords(months[0] ?? '')} and ${monthWords(months.at(-1) ?? '')}`;
  if (all === 0) return `Nothing that you may read was told of these places ${between}.`;
  const ofPlaces = lines.filter((one) => sum(one.months) > 0).length;
  const first = [...lines].sort((one, other) => sum(other.months) - sum(one.months))[0];
  const byMonth = months.map((_, index) => sum(lines.map((one) => one.months[index] ?? 0)));
  const most = Math.max(...byMonth);
  const things = `${all} ${all === 1 ? 'thing was' : 'things were'} told of ${ofPlaces} ${ofPlaces === 1 ? 'place' : 'places'}`;
  const where = ofPlaces === 1 ? first?.name : `most of ${first?.name} (${sum(first?.months ?? [])})`;
  const isOnce = byMonth.indexOf(most) === byMonth.lastIndexOf(most);
  const when = isOnce
    ? `most in ${monthWords(months[byMonth.indexOf(most)] ?? '')} (${most})`
    : `at most ${most} in a month`;
  return `${things} ${between}: ${where}, ${when}.`;
}
