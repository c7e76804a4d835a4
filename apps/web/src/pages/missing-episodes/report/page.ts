import { daysAsked, usualPeriods } from '../../../asked-days.js';
import { barChart } from '../../../charts/bar-chart.js';
import { dateWords } from '../../../date-words.js';
import { ofWords } from '../../../of-words.js';
import { type Page, show } from '../../../page.js';

interface Report {
  from: string;
  to: string;
  asAt: string;
  episodes: number;
  children: number;
  groups: { label: string; lines: { label: string; n: number }[] }[];
  shares: {
    label: string;
    definition: string;
    n: number | null;
    of: number | null;
    percent: string | null;
  }[];
  definitions: string[];
}

/** A table of absences with its picture. */
const pictured = async ({ label, lines }: Report['groups'][number], index: number) => ({
  ...{ label, lines },
  chart: await barChart({
    ...{ id: `absences-${index}`, caption: label, counted: ['absence', 'absences'], series: ['Absences'] },
    lines: lines.map((line) => ({ label: line.label, values: [line.n] })),
  }),
});

/** Missing episodes of a period: how many, for the first time, not again, and what came of interviews; no child is named. */
export const page: Page = {
  id: 'missing-episodes/report',
  url: '/missing-report',
  section: '/missing-now',

  async get(visit) {
    const { from, to } = daysAsked(visit, 91);
    const { body } = await visit.read<Report>('/api/v1/missing-report', { from, to });
    return show({
      title: 'Missing: figures of a period',
      back: { href: '/missing-now', text: 'Missing now' },
      model: {
        ...{ from, to, periods: usualPeriods('/missing-report') },
        first: dateWords(body.from),
        last: dateWords(body.to),
        asAt: dateWords(body.asAt),
        file: `/missing-report.csv?${new URLSearchParams({ from, to })}`,
        outside: `/missing-report.csv?${new URLSearchParams({ from, to, for: 'outside' })}`,
        episodes: body.episodes,
        children: body.children,
        groups: await Promise.all(body.groups.map(pictured)),
        shares: body.shares.map(({ label, definition, n, of, percent }) => ({
          label,
          definition,
          text: percent === null ? `– (${ofWords(n, of)})` : `${percent}% (${ofWords(n, of)})`,
        })),
        definitions: body.definitions,
      },
    });
  },
};
