import { usualPeriods, yearAsked } from '../../../asked-days.js';
import { barChart } from '../../../charts/bar-chart.js';
import { dateWords } from '../../../date-words.js';
import { ofWords } from '../../../of-words.js';
import { type Page, show } from '../../../page.js';

interface Share {
  n: number | null;
  of: number | null;
  percent: string | null;
}
interface ByKind<T> {
  crime: T;
  nonCrime: T;
  total: T;
}
interface Report {
  from: string;
  to: string;
  asAt: string;
  months: (ByKind<number> & { label: string })[];
  outcomes: (ByKind<number> & { label: string; code: string | null })[];
  total: ByKind<number>;
  shares: (ByKind<Share> & { label: string; definition: string })[];
  people: { label: string; distinct: number; unknown: number; repeat: Share; definition: string }[];
  definitions: string[];
}

const shareWords = ({ n, of, percent }: Share) =>
  percent === null ? ofWords(n, of) : `${percent}% (${ofWords(n, of)})`;

/** The months or the outcomes of a report as a picture. */
const pictureOf = (id: string, caption: string, lines: (ByKind<number> & { label: string })[]) =>
  barChart({
    ...{ id, caption, counted: ['incident', 'incidents'], series: ['Crimes', 'Not crimes'] },
    lines: lines.map(({ label, crime, nonCrime }) => ({ label, values: [crime, nonCrime] })),
  });

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The first and last day of a month, within the days of the report. */
function daysOf(month: string, { from, to }: Report): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first < from ? from : first, to: last > to ? to : last };
}

const reads = [
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
  'chair',
  'deputy-chair',
  'auditor',
];

/** The incident report of any period, each figure with what it is of and its definition, and the way to its records. */
export const page: Page = {
  id: 'incident-report/view',
  url: '/incident-report',
  section: '/incidents',

  async get(visit) {
    const days = yearAsked(visit);
    const { body } = await visit.read<Report>('/api/v1/incident-report', days);
    const mayRead = (visit.who?.roles ?? []).some((role) => reads.includes(role));
    const file = `/incident-report.csv?${new URLSearchParams(days)}`;
    const monthOf = (label: string) => monthNames.format(new Date(`${label}-01T00:00:00.000Z`));
    const outcomeOf = ({ code, label }: Report['outcomes'][number]) => (code ? `${code}: ${label}` : label);
    const counts = ({ crime, nonCrime, total }: ByKind<number>) => [crime, nonCrime, total];
    return show({
      title: 'Figures of incidents',
      back: { href: '/incidents', text: 'Incidents' },
      model: {
        ...days,
        periods: usualPeriods('/incident-report'),
        about: `${dateWords(body.from)} to ${dateWords(body.to)}, outcomes as at ${dateWords(body.asAt)}`,
        file,
        outside: `${file}&for=outside`,
        byMonth: await pictureOf(
          'by-month',
          'Incidents by month of recording',
          body.months.map((one) => ({ ...one, label: monthOf(one.label) })),
        ),
        byOutcome: await pictureOf(
          'by-outcome',
          'Incidents by outcome',
          body.outcomes.map((one) => ({ ...one, label: outcomeOf(one) })),
        ),
        months: body.months.map((one) => ({
          label: monthOf(one.label),
          href:
            mayRead && one.total > 0 ? `/incidents?${new URLSearchParams(daysOf(one.label, body))}` : null,
          definition: null,
          cells: counts(one),
        })),
        total: counts(body.total),
        outcomes: body.outcomes.map((one) => ({
          label: outcomeOf(one),
          href: null,
          definition: null,
          cells: counts(one),
        })),
        shares: body.shares.map((one) => ({
          label: one.label,
          href: null,
          definition: one.definition,
          cells: [one.crime, one.nonCrime, one.total].map(shareWords),
        })),
        people: body.people.map((one) => ({
          label: one.label,
          href: null,
          definition: one.definition,
          cells: [String(one.distinct), shareWords(one.repeat), String(one.unknown)],
        })),
        definitions: body.definitions,
      },
    });
  },
};
