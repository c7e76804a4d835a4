import { dayWords } from '../clocks/day-words.js';
import type { IncidentReport } from '../incident-report/report.js';
import { type Share, share } from '../incident-report/share.js';
import { suppressReport } from '../incident-report/suppress.js';
import { type PartnersGiven, partnerTables, whatPartnersLeftOut } from './partners.js';
import {
  notHeld,
  type ProfileCount,
  type ProfileSection,
  profileAges,
  profileCounts,
  profileSections,
  profileShares,
} from './registry.js';
import { smallWords, suppressSection } from './suppress.js';

/** One count as the database gives it. */
export interface ProblemCount {
  measure: string;
  part: string | null;
  n: number;
}

/** A table of the profile; a number is null where it is kept back. */
export interface ProblemTable {
  name: string;
  definition: string;
  lines: { label: string; n: number | null }[];
  /** The sum of the lines; null also where they do not add up. */
  total: number | null;
  addsUp: boolean;
}

/** A share of the profile, with what it is of. */
export type ProblemShare = { name: string; definition: string } & Share;

/** One part of the profile. */
export interface ProblemSection {
  id: ProfileSection;
  title: string;
  tables: ProblemTable[];
  shares: ProblemShare[];
}

/** The days of a problem profile, both included. */
export interface ProblemYear {
  /** `2026` for a calendar year, `2025-26` for one from April to March. */
  year: string;
  from: string;
  to: string;
}

/** The yearly problem profile: counts alone; for outside the partnership small numbers and those that would tell them are kept back. */
export interface ProblemProfile extends ProblemYear {
  /** Whether it may leave the partnership. */
  suppressed: boolean;
  sections: ProblemSection[];
  notHeld: readonly string[];
  definitions: string[];
}

/** The days of a year as it is asked for; null where it is none. */
export function problemYear(year: string): ProblemYear | null {
  const [, first, second] = /^(20\d\d)(?:-(\d\d))?$/.exec(year) ?? [];
  if (!first) return null;
  if (second === undefined) return { year, from: `${first}-01-01`, to: `${first}-12-31` };
  const next = Number(first) + 1;
  return String(next).slice(2) === second ? { year, from: `${first}-04-01`, to: `${next}-03-31` } : null;
}

type Counts = readonly ProblemCount[];

const ageBand = (years: string | null): string =>
  years === null
    ? 'not-known'
    : (profileAges.find(([, until]) => Number(years) <= until)?.[0] ?? 'not-known');

const sumOf = (counts: Counts, measure: string): number =>
  counts.reduce((sum, one) => (one.measure === measure ? sum + one.n : sum), 0);

function tableOf({ id, name, definition, parts, addsUp }: ProfileCount, counts: Counts): ProblemTable {
  const own = counts.filter(({ measure }) => measure === id);
  const partOf = ({ part }: ProblemCount) => (id === 'age' ? ageBand(part) : (part ?? ''));
  const known = parts ?? own.map(({ part }) => [part ?? '', part ?? ''] as const).sort();
  const lines = known.map(([part, label]) => ({
    label,
    n: own.reduce((sum, one) => (partOf(one) === part ? sum + one.n : sum), 0),
  }));
  const total = addsUp ? lines.reduce((sum, { n }) => sum + n, 0) : null;
  return { name, definition, addsUp, lines, total };
}

function sharesOf(section: ProfileSection, counts: Counts): ProblemShare[] {
  return profileShares
    .filter((one) => one.section === section)
    .map(({ name, definition, numerator, denominator }) => ({
      name,
      definition,
      ...share(sumOf(counts, numerator), sumOf(counts, denominator)),
    }));
}

/** Incidents by their own report, as it is given. */
function incidentSection({ total, shares, people }: IncidentReport): ProblemSection {
  return {
    id: 'incidents',
    title: profileSections.incidents,
    tables: [
      {
        name: 'Incidents that the police recorded',
        definition:
          'Crimes and other incidents with the marker of child sexual exploitation, by day of recording.',
        lines: [
          { label: 'Crimes', n: total.crime },
          { label: 'Not crimes', n: total.nonCrime },
        ],
        total: total.total,
        addsUp: true,
      },
      {
        name: 'Distinct people in these incidents',
        definition: people.map(({ label, definition }) => `${label}: ${definition}`).join(' '),
        lines: people.map(({ label, distinct }) => ({ label, n: distinct })),
        total: null,
        addsUp: false,
      },
    ],
    shares: shares.map(({ label, definition, total: all }) => ({ name: label, definition, ...all })),
  };
}

/** What a problem profile is made from: counts, the incident report of its year, and what partners gave. */
export interface ProblemSource {
  year: ProblemYear;
  counts: Counts;
  incidents: IncidentReport;
  /** The local day on which it was counted, as YYYY-MM-DD. */
  asAt: string;
  partners?: PartnersGiven;
}

const none: PartnersGiven = { figures: [], agencies: [] };

function sectionOf(
  id: ProfileSection,
  { counts, incidents, partners = none }: ProblemSource,
): ProblemSection {
  if (id === 'incidents') return incidentSection(incidents);
  const title = profileSections[id];
  if (id === 'partners') return { id, title, tables: partnerTables(partners), shares: [] };
  const own = profileCounts.filter(({ section }) => section === id);
  return { id, title, tables: own.map((one) => tableOf(one, counts)), shares: sharesOf(id, counts) };
}

const counted = (asAt: string) => [
  `Counted from the records as they stood on ${dayWords(asAt)}.`,
  'What is closed to all but those named is not counted; neither is a person or a place before acceptance, nor a report before its grading.',
  'Percentages have two places, rounded half up.',
];

/** The problem profile of a year for the partnership, with every number; nothing is worked out of single records here. */
export function problemProfile(source: ProblemSource): ProblemProfile {
  const { year, asAt, partners = none } = source;
  const ids = Object.keys(profileSections) as ProfileSection[];
  return {
    ...year,
    suppressed: false,
    sections: ids.map((id) => sectionOf(id, source)),
    notHeld: [...whatPartnersLeftOut(partners, year.year), ...notHeld],
    definitions: [
      'For the partnership: small numbers stand as they are. It does not leave the partnership.',
      ...counted(asAt),
    ],
  };
}

/**
 * The same profile as it may leave the partnership: numbers under five are kept back, and others that would tell them.
 * Incidents are judged by their own report, whose tables are of the same incidents; figures of partners are as given.
 */
export function problemProfileForOthers(source: ProblemSource): ProblemProfile {
  const whole = problemProfile({ ...source, incidents: suppressReport(source.incidents) });
  const isJudged = ({ id }: ProblemSection) => id === 'incidents' || id === 'partners';
  return {
    ...whole,
    suppressed: true,
    sections: whole.sections.map((one) => (isJudged(one) ? one : suppressSection(one))),
    definitions: [...counted(source.asAt), smallWords],
  };
}
