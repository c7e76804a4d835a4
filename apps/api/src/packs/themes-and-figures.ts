import { dateWords, type PackFigure, type PackFigures, type ThemesAndFigures } from '@mase/documents';
import type { DatedRow } from '@mase/store';
import {
  clockOfReaders,
  comparedWords,
  definitionsOfFigures,
  type Figure,
  type FigureValue,
  keptBackWords,
  type PaperFigures,
} from '@mase/workflow';
import type { NumberedItem } from './agenda-parts.js';
import { fieldsOf, type Papers } from './papers.js';
import { madeOf } from './provenance.js';

/** The themes on the agenda as this reader sees them, and the figures that were counted when the papers were first issued. */
export function themesAndFigures(papers: Papers, items: readonly NumberedItem[]): ThemesAndFigures {
  // Whoever does not read what was written when they were issued has none, at issue as later: else each look were a new version.
  const figures = papers.reads(papers.sitting.id, 'safety')
    ? (papers.about.figures ?? figuresIn(papers.written(papers.sitting.id)))
    : null;
  return {
    themes: items.flatMap(({ item, record }) => {
      if (!record || item.takenOff || record.standing.subject?.kind !== 'theme') return [];
      const theme = { title: `Item ${item.number}, ${item.title}`, asked: item.asked };
      return [madeOf(theme, `the theme of item ${item.number}`, [record.id])];
    }),
    figures: figures ? printed(papers, figures) : null,
  };
}

/** The figures that went out with the papers of a sitting, by what was written on it; null before they were issued. */
export function figuresIn(written: readonly DatedRow[]): PaperFigures | null {
  const issues = written.filter(({ kind }) => kind === 'papers');
  return issues.map((row) => fieldsOf<{ figures: PaperFigures }>(row).figures).find((one) => one) ?? null;
}

function printed(papers: Papers, { days, groups }: PaperFigures): PackFigures {
  const { from, to, compareFrom, compareTo } = days;
  const beside =
    compareFrom && compareTo ? `, beside ${shortDay(compareFrom)} to ${shortDay(compareTo)}` : '';
  return {
    days: `${shortDay(from)} to ${shortDay(to)}${beside}`,
    notes: [
      `As it was known on ${papers.moment(days.knownAt)}.`,
      ...comparedWords(days.compareKnown, clockOfReaders),
      ...definitionsOfFigures,
      keptBackWords,
    ],
    groups: groups.map(({ name, figures }) => ({ name, rows: figures.flatMap(rowsOf) })),
  };
}

/** "31 October 2026". */
const shortDay = (day: string): string => dateWords(day).split(' ').slice(1).join(' ');

type Printed = PaperFigures['groups'][number]['figures'][number];

function rowsOf({ name, definition, unit, lines, ...value }: Printed): PackFigure[] {
  return [
    { name, definition, ...wordsOf(value, unit) },
    ...lines.map(({ label, ...line }) => ({ name: label, definition: null, ...wordsOf(line, unit) })),
  ];
}

function wordsOf(
  { period, comparison, variation }: Pick<Figure, 'period' | 'comparison' | 'variation'>,
  unit: Figure['unit'],
): Pick<PackFigure, 'period' | 'comparison' | 'change'> {
  return {
    period: valueWords(period, unit),
    comparison: comparison ? valueWords(comparison, unit) : '–',
    change: variation === null ? null : `${signed(variation)}${unit === 'percent' ? ' points' : '%'}`,
  };
}

/** "62.50% (5 of 8)", "24", or that it is kept back. */
function valueWords({ n, of, value }: FigureValue, unit: Figure['unit']): string {
  if (unit === 'number') return value ?? 'kept back';
  if (n === null || of === null) return 'kept back';
  if (value === null) return `none of ${of}`;
  return `${value}${unit === 'percent' ? '%' : ''} (${n} of ${of})`;
}

const signed = (text: string): string => (text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`);
