import type { ProblemProfile } from '@mase/workflow';
import type { FileTable } from '../plugins/list-files.js';

const headings = ['Section', 'Figure', 'Line', 'Number', 'Of', 'Percentage', 'Definition'] as const;
type Row = Record<(typeof headings)[number], string>;

const blank: Row = { Section: '', Figure: '', Line: '', Number: '', Of: '', Percentage: '', Definition: '' };
const number = (n: number | null): string => (n === null ? 'kept back' : String(n));

/** The problem profile line by line: what the figures mean first, then every table and share of every section. */
export function profileTable(profile: ProblemProfile): FileTable {
  const { year, from, to, suppressed, definitions, sections, notHeld } = profile;
  const about: Row = { ...blank, Section: 'About' };
  const tables = sections.flatMap(({ title, tables }) =>
    tables.flatMap(({ name, definition, lines, addsUp, total }) => {
      const row = { ...blank, Section: title, Figure: name, Definition: definition };
      const all = addsUp ? [{ label: 'All', n: total }] : [];
      return [...lines, ...all].map(({ label, n }) => ({ ...row, Line: label, Number: number(n) }));
    }),
  );
  const shares = sections.flatMap(({ title, shares }) =>
    shares.map(({ name, definition, n, of, percent }) => ({
      ...{ ...blank, Section: title, Figure: name, Line: 'Share', Definition: definition },
      ...{ Number: number(n), Of: number(of), Percentage: percent ?? '' },
    })),
  );
  return {
    of: suppressed ? `${year}-for-others` : year,
    headings,
    rows: [
      { ...about, Line: `${from} to ${to}` },
      ...definitions.map((one) => ({ ...about, Definition: one })),
      ...tables,
      ...shares,
      ...notHeld.map((one) => ({ ...blank, Section: 'Not held', Definition: one })),
    ],
  };
}
