import { escapeHtml, type SafeHtml, safeHtml } from '../templating/safe-html.js';
import { drawBars } from './draw-bars.js';
import { headlineOf } from './headline.js';

/** One line of a chart: what it counts, and a number for each series; null where it is kept back. */
export interface BarLine {
  label: string;
  values: readonly (number | null)[];
}

/** What a chart of bars shows: lines of one series, or of several beside one another. */
export interface BarFigures {
  /** Names the picture, and is unique on its page. */
  id: string;
  caption: string;
  /** What is counted, in the singular and the plural: `['incident', 'incidents']`. */
  counted: readonly [one: string, many: string];
  /** The names of the series, from left to right; one without a name where there is one. */
  series: readonly string[];
  lines: readonly BarLine[];
}

/** A chart as its component takes it: the sentence that says it, the picture, and which shade is which. */
export interface Chart {
  caption: string;
  headline: string;
  picture: SafeHtml;
  legend: { text: string; shade: number }[];
}

/**
 * The one way in which figures become a picture: bars drawn on the server, with a sentence that says what they show. The
 * table with the same numbers stands beneath it on the page. Null where there is nothing to compare: fewer than two
 * lines, or no number that is told. What is kept back is not drawn, and the picture says so.
 */
export async function barChart(figures: BarFigures): Promise<Chart | null> {
  const { id, caption, series, lines } = figures;
  const told = lines.flatMap(({ values }) => values).filter((one) => (one ?? 0) > 0);
  if (lines.length < 2 || told.length === 0) return null;
  const says = `${headlineOf(figures)} The table below has every number.`;
  const title = `<title id="${escapeHtml(id)}-title">${escapeHtml(caption)}</title>`;
  const desc = `<desc id="${escapeHtml(id)}-says">${escapeHtml(says)}</desc>`;
  const { inner, wide, high } = await drawBars(lines, series.length);
  const names = `${escapeHtml(id)}-title ${escapeHtml(id)}-says`;
  return {
    caption,
    headline: headlineOf(figures),
    legend: series.length > 1 ? series.map((text, shade) => ({ text, shade })) : [],
    picture: safeHtml(
      `<svg class="mase-bars" role="img" aria-labelledby="${names}" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" focusable="false">${title}${desc}${inner}</svg>`,
    ),
  };
}
