import { smallBelow } from '../incident-report/keep-back.js';
import type { IncidentReport } from '../incident-report/report.js';
import { type Share, share } from '../incident-report/share.js';
import { suppressReport, suppressShare, suppressTable } from '../incident-report/suppress.js';
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

/** The yearly problem profile: counts alone, with small numbers kept back and those that would tell them. */
export interface ProblemProfile extends ProblemYear {
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
  if (!addsUp)
    return {
      name,
      definition,
      total: null,
      addsUp,
      lines: lines.map(({ label, n }) => ({ label, n: alone(n) })),
    };
  const kept = suppressTable([...lines.map(({ n }) => [n]), [lines.reduce((sum, { n }) => sum + n, 0)]]);
  return {
    name,
    definition,
    addsUp,
    lines: lines.map(({ label }, place) => ({ label, n: kept[place]?.[0] ?? null })),
    total: kept[lines.length]?.[0] ?? null,
  };
}

const alone = (n: number): number | null => (n > 0 && n < smallBelow ? null : n);

function sharesOf(section: ProfileSection, counts: Counts): ProblemShare[] {
  return profileShares
    .filter((one) => one.section === section)
    .map(({ name, definition, numerator, denominator }) => ({
      name,
      definition,
      ...suppressShare(share(sumOf(counts, numerator), sumOf(counts, denominator))),
    }));
}

/** Incidents by their own report, as it may leave the partnership. */
function incidentSection(report: IncidentReport): ProblemSection {
  const { total, shares, people } = suppressReport(report);
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

/** The problem profile of a year from counts; nothing is worked out of single records here. */
export function problemProfile(
  counts: Counts,
  incidents: IncidentReport,
  about: {
    year: ProblemYear;
    /** The day on which it was counted, in words. */
    asAt: string;
    partners?: PartnersGiven;
  },
): ProblemProfile {
  const { year, asAt, partners = { figures: [], agencies: [] } } = about;
  const ids = Object.keys(profileSections) as ProfileSection[];
  return {
    ...year,
    sections: ids.map((id) =>
      id === 'incidents'
        ? incidentSection(incidents)
        : id === 'partners'
          ? { id, title: profileSections.partners, tables: partnerTables(partners), shares: [] }
          : {
              id,
              title: profileSections[id],
              tables: profileCounts
                .filter(({ section }) => section === id)
                .map((one) => tableOf(one, counts)),
              shares: sharesOf(id, counts),
            },
    ),
    notHeld: [...whatPartnersLeftOut(partners, year.year), ...notHeld],
    definitions: [
      `Counted from the records as they stood on ${asAt}.`,
      'What is closed to all but those named is not counted; neither is a person or a place before acceptance, nor a report before its grading.',
      `Numbers from 1 to ${smallBelow - 1} are kept back, and others that would tell them. Percentages have two places, rounded half up.`,
    ],
  };
}
