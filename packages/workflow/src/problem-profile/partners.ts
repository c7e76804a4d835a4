import type { PartnerFigure } from '../partner-figures/standing.js';
import type { ProblemTable } from './profile.js';

/** Figures that an agency counted itself over the year of a profile. */
export interface PartnerTable {
  agency: string;
  measure: string;
  figures: readonly PartnerFigure[];
  source: string;
  note: string | null;
  /** The instant at which they were given. */
  at: string;
  /** That day, in words. */
  given: string;
}

/** What partners gave for a year, and every agency that is expected to. */
export interface PartnersGiven {
  figures: readonly PartnerTable[];
  agencies: readonly string[];
}

const keyOf = ({ agency, measure }: PartnerTable) => `${agency}\n${measure.trim().toLowerCase()}`;

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/**
 * The figures of partners as tables, by agency and measure, each with whose they are, when they were given and where they
 * come from; of what an agency gave twice, what it gave last. They are printed as given, and added to nothing.
 */
export function partnerTables({ figures }: PartnersGiven): ProblemTable[] {
  const inOrder = [...figures].sort((one, other) => (one.at < other.at ? -1 : 1));
  const latest = new Map(inOrder.map((one) => [keyOf(one), one]));
  return [...latest.values()]
    .sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'en-GB'))
    .map(({ agency, measure, figures: lines, source, note, given }) => ({
      name: `${agency}: ${measure}`,
      definition: [
        `Counted by ${agency} itself, and not from these records. Given on ${given}.`,
        sentence(`Source: ${source}`),
        ...(note ? [sentence(note)] : []),
      ].join(' '),
      lines: lines.map(({ label, n }) => ({ label, n })),
      total: null,
      addsUp: false,
    }));
}

/** Which agencies gave no figures of their own for the year, in one sentence; none where all did. */
export function whatPartnersLeftOut({ figures, agencies }: PartnersGiven, year: string): string[] {
  const gave = new Set(figures.map(({ agency }) => agency));
  const silent = agencies.filter((name) => !gave.has(name)).sort((a, b) => a.localeCompare(b, 'en-GB'));
  if (silent.length === 0) return [];
  return [`Figures that partners count themselves: none were given for ${year} by ${silent.join(', ')}.`];
}
