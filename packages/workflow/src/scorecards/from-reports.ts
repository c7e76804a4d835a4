import type { IncidentReport } from '../incident-report/report.js';
import type { Share } from '../incident-report/share.js';
import type { MissingReport } from '../missing-report/report.js';
import { scorecardNames } from './registry.js';
import {
  type ComparedValue,
  changeOf,
  definitionsOf,
  type Figure,
  type FigureValue,
  type Scorecard,
  type ScorecardDays,
} from './scorecard.js';

const number = (n: number | null): FigureValue => ({ n, of: null, value: n === null ? null : String(n) });
const fraction = ({ n, of, percent }: Share): FigureValue => ({ n, of, value: percent });

function compared(unit: Figure['unit'], period: FigureValue, comparison: FigureValue | null): ComparedValue {
  return { period, comparison, variation: changeOf(unit, period, comparison) };
}

/** A figure as a report tells it: of the period, and of the period that it is compared with. */
interface Told<R> {
  id: string;
  name: string;
  definition: string;
  unit: 'number' | 'percent';
  numerator: string;
  denominator?: string;
  of: (report: R) => FigureValue | null;
  lines?: (report: R) => { label: string; value: FigureValue }[];
}

const nothing: FigureValue = { n: null, of: null, value: null };

function figureOf<R>(told: Told<R>, now: R, before: R | null, owner: string): Figure {
  const { id, name, definition, unit, numerator, denominator, of, lines } = told;
  const earlier = (before && lines?.(before)) ?? [];
  return {
    ...{ id, name, definition, unit, numerator, denominator: denominator ?? null, owner },
    ...compared(unit, of(now) ?? nothing, before && of(before)),
    lines: (lines?.(now) ?? []).map(({ label, value }) => ({
      part: label,
      label,
      ...compared(
        'number',
        value,
        before && (earlier.find((one) => one.label === label)?.value ?? number(0)),
      ),
    })),
    leads: false,
  };
}

const idOf = (label: string) => label.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The scorecard of missing episodes, from the report of two periods; kept back where the reports are. It is counted from the books as they stand, whatever day is asked: it names no number of sealed entries. */
export function missingScorecard(
  now: MissingReport,
  before: MissingReport | null,
  days: ScorecardDays,
): Scorecard {
  const absences = 'Absences that began in the period.';
  const told: Told<MissingReport>[] = [
    {
      ...{ id: 'episodes', name: 'Absences', definition: absences, unit: 'number', numerator: 'absences' },
      of: ({ episodes }) => number(episodes),
    },
    {
      ...{ id: 'children', name: 'Children', unit: 'number', numerator: 'children' },
      definition: 'Children with an absence that began in the period, each once.',
      of: ({ children }) => number(children),
    },
    ...now.groups.map(({ label }): Told<MissingReport> => {
      const linesOf = ({ groups }: MissingReport) => groups.find((one) => one.label === label)?.lines ?? [];
      return {
        ...{ id: idOf(label), name: label, unit: 'number', numerator: 'absences' },
        definition: label === 'Return home interview' ? 'Absences of the period that ended.' : absences,
        of: (report) => {
          const ns = linesOf(report).map(({ n }) => n);
          return ns.includes(null) ? nothing : number(ns.reduce<number>((sum, n) => sum + (n ?? 0), 0));
        },
        lines: (report) => linesOf(report).map((one) => ({ label: one.label, value: number(one.n) })),
      };
    }),
    ...now.shares.map(
      ({ label, definition }): Told<MissingReport> => ({
        ...{ id: `share-${idOf(label)}`, name: label, definition, unit: 'percent' },
        numerator: label.toLowerCase(),
        denominator: 'as the definition says',
        of: ({ shares }) => {
          const found = shares.find((one) => one.label === label);
          return found ? fraction(found) : null;
        },
      }),
    ),
  ];
  return {
    ...{ id: 'missing', name: scorecardNames.missing, strand: 'child', ...days, entries: null },
    source: 'Every absence that began in the period (missing_figures)',
    figures: told.map((one) => figureOf(one, now, before, 'Police lead')),
    definitions: [...now.definitions, ...definitionsOf(days).slice(2), asKnownByDay(now.asAt)],
    suppressed: now.suppressed,
  };
}

/** The scorecard of incidents, from the report of two periods; kept back where the reports are. */
export function incidentScorecard(
  now: IncidentReport,
  before: IncidentReport | null,
  days: ScorecardDays,
): Scorecard {
  const total: Told<IncidentReport> = {
    ...{ id: 'incidents', name: 'Incidents', unit: 'number', numerator: 'incidents' },
    definition: 'Crimes and non-crimes with the marker that the police recorded in the period.',
    of: (report) => number(report.total.total),
    lines: (report) => [
      { label: 'Crimes', value: number(report.total.crime) },
      { label: 'Non-crimes', value: number(report.total.nonCrime) },
    ],
  };
  const outcomes: Told<IncidentReport> = {
    ...{ id: 'outcomes', name: 'Outcomes', unit: 'number', numerator: 'incidents' },
    definition: 'These incidents by the outcome that held on the as-at day.',
    of: (report) => number(report.total.total),
    lines: (report) =>
      report.outcomes.map((one) => ({
        label: one.code ? `${one.code} ${one.label}` : one.label,
        value: number(one.total),
      })),
  };
  const shares = now.shares.map(
    ({ label, definition }): Told<IncidentReport> => ({
      ...{ id: idOf(label), name: label, definition, unit: 'percent' },
      numerator: label.toLowerCase(),
      denominator: 'incidents',
      of: (report) => {
        const found = report.shares.find((one) => one.label === label);
        return found ? fraction(found.total) : null;
      },
    }),
  );
  const people = now.people.map(
    ({ label, definition }): Told<IncidentReport> => ({
      ...{
        id: `repeat-${idOf(label)}`,
        name: `${label} in more than one incident`,
        definition,
        unit: 'percent',
      },
      numerator: 'in more than one incident',
      denominator: `distinct ${label.toLowerCase()}`,
      of: (report) => {
        const found = report.people.find((one) => one.label === label);
        return found ? fraction(found.repeat) : null;
      },
    }),
  );
  return {
    ...{ id: 'incidents', name: scorecardNames.incidents, strand: 'all', ...days, entries: null },
    source: 'Every incident that the police recorded in the period (incident_figures)',
    figures: [total, outcomes, ...shares, ...people].map((one) => figureOf(one, now, before, 'Police lead')),
    definitions: [...now.definitions, ...definitionsOf(days).slice(2), asKnownByDay(now.asAt)],
    suppressed: now.suppressed,
  };
}

const asKnownByDay = (day: string): string =>
  `Absences and incidents are counted as they stand on the books now, with what came of them up to ${day}.`;
