import { barChart } from '../../../charts/bar-chart.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { yearAsked } from '../year.js';

interface Section {
  title: string;
  tables: {
    name: string;
    definition: string;
    addsUp: boolean;
    total: number | null;
    lines: { label: string; n: number | null }[];
  }[];
  shares: { name: string; definition: string; n: number | null; of: number | null; percent: string | null }[];
}
interface Profile {
  year: string;
  from: string;
  to: string;
  sections: Section[];
  notHeld: string[];
  definitions: string[];
}

const number = (n: number | null): string => (n === null ? 'kept back' : n.toLocaleString('en-GB'));
const plain = { href: null, definition: null };

async function sectionShown({ title, tables, shares }: Section, section: number) {
  const chartOf = ({ name, lines }: Section['tables'][number], table: number) =>
    barChart({
      ...{ id: `figures-${section}-${table}`, caption: name, counted: ['record', 'records'], series: [''] },
      lines: lines.map(({ label, n }) => ({ label, values: [n] })),
    });
  const charts = await Promise.all(tables.map(chartOf));
  return {
    title,
    tables: tables.map(({ name, definition, addsUp, total, lines }, index) => ({
      ...{ name, definition, chart: charts[index] ?? null },
      lines: lines.map(({ label, n }) => ({ label, ...plain, cells: [number(n)] })),
      sums: addsUp ? [number(total)] : null,
    })),
    shares: shares.map(({ name, definition, n, of, percent }) => ({
      ...{ label: name, href: null, definition },
      cells:
        n === null
          ? ['kept back', 'kept back']
          : [percent === null ? 'none to count' : `${percent}%`, `${number(n)} of ${number(of)}`],
    })),
  };
}

/** The yearly problem profile with every definition, and the way to it as a document. */
export const page: Page = {
  id: 'problem-profile/view',
  url: '/problem-profile',
  section: '/imports',

  async get(visit) {
    const year = yearAsked(visit);
    const { body } = await visit.read<Profile>('/api/v1/problem-profile', { year });
    const pdf = `/problem-profile/document?${new URLSearchParams({ year })}`;
    return show({
      title: `Problem profile ${body.year}`,
      model: {
        year,
        period: `${dateWords(body.from)} to ${dateWords(body.to)}`,
        pdf,
        outside: `${pdf}&for=outside`,
        outsideFile: `/list-file?${new URLSearchParams({ table: 'problem-profile', format: 'csv', year, for: 'outside' })}`,
        groups: await Promise.all(body.sections.map(sectionShown)),
        notHeld: body.notHeld,
        definitions: body.definitions,
      },
    });
  },
};
