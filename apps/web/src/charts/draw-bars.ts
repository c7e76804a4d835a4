import type { BarLine } from './bar-chart.js';

const wide = 620;
const rowHeight = 30;
const edges = 44;
const letterWidth = 7.6;
const mostLetters = 38;

/**
 * Shades that are told apart with any sight and on paper (Government Analysis Function, accessible colours in charts);
 * the numbers at the end of each bar say the same without them.
 */
const shades = ['#12436d', '#f46a25', '#28a197', '#801650'];

/** What the drawing library asks of a document, and answers with; it has no types of a browser here. */
interface Drawn {
  querySelector(of: string): Drawn | null;
  querySelectorAll(of: string): Iterable<Drawn>;
  removeAttribute(name: string): void;
  remove(): void;
  innerHTML: string;
}

async function libraries() {
  const [plot, dom] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  return { plot, document: dom.parseHTML('<!doctype html><html><body></body></html>').document };
}

/** They take most of a second to load: only once somebody asks for a chart, and once. */
let loaded: ReturnType<typeof libraries> | undefined;

const short = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;

/** The numbers of a line in words, in the order of its series. */
const endWords = ({ values }: BarLine): string =>
  values.map((one) => (one === null ? 'kept back' : one.toLocaleString('en-GB'))).join(' + ');

/** Nothing of a style or a name stands in the picture itself: the style sheet and its own title say it. */
function plain(svg: Drawn): string {
  svg.querySelector('style')?.remove();
  for (const part of svg.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-hidden', 'style', 'class']) part.removeAttribute(name);
  return svg.innerHTML;
}

/** Draws a bar for each line, its series side by side in shades, its numbers at the end; answers the inside of the picture. */
export async function drawBars(
  lines: readonly BarLine[],
  series: number,
): Promise<{ inner: string; wide: number; high: number }> {
  loaded ??= libraries();
  const { plot, document } = await loaded;
  const rows = lines.map((_, index) => index);
  const labels = lines.map(({ label }) => short(label));
  const bars = lines.flatMap(({ values }, row) =>
    values.map((n, which) => ({ row, which: String(which), n: n ?? 0 })),
  );
  const ends = lines.map((line, row) => ({
    row,
    n: line.values.reduce<number>((all, one) => all + (one ?? 0), 0),
    words: endWords(line),
  }));
  const most = Math.max(...ends.map(({ n }) => n));
  const high = lines.length * rowHeight + edges;
  const svg = plot.plot({
    document,
    ...{ width: wide, height: high, marginTop: 4, marginBottom: 40 },
    marginLeft: 16 + Math.max(...labels.map(({ length }) => length)) * letterWidth,
    marginRight: 24 + Math.max(...ends.map(({ words }) => words.length)) * letterWidth,
    x: {
      ...{ label: null, grid: true, domain: [0, most], nice: true },
      ticks: Math.min(most, 6),
      tickFormat: (n: number) => n.toLocaleString('en-GB'),
    },
    y: { label: null, domain: rows, tickSize: 0, tickFormat: (row: number) => labels[row] ?? '' },
    color: { domain: shades.map((_, index) => String(index)), range: shades },
    marks: [
      plot.barX(bars, {
        x: 'n',
        y: 'row',
        fill: series > 1 ? 'which' : shades[0],
        insetTop: 3,
        insetBottom: 3,
      }),
      plot.text(ends, { x: 'n', y: 'row', text: 'words', textAnchor: 'start', dx: 6 }),
      plot.ruleX([0]),
    ],
  });
  return { inner: plain(svg as Drawn), wide, high };
}
