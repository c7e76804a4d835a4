import { isSmallNumber } from '../incident-report/keep-back.js';
import type { Share } from '../incident-report/share.js';
import { keptBackShare, suppressShare, suppressTable } from '../incident-report/suppress.js';
import type { MissingReport } from './report.js';

type Group = MissingReport['groups'][number];
type ShareLine = MissingReport['shares'][number];

/** Lines that add up to a total: small ones are kept back, and the smallest other one that would tell a single one. */
function suppressGroup({ label, lines }: Group, total: number): Group {
  const kept = suppressTable([...lines.map(({ n }) => [n ?? 0]), [total]]);
  return { label, lines: lines.map((line, at) => ({ ...line, n: kept[at]?.[0] ?? null })) };
}

const hidden = (line: ShareLine): ShareLine => ({ ...line, ...keptBackShare });
const isHidden = ({ n }: Share): boolean => n === null;

/** A share beside others of the same children would tell what one of them keeps back. */
function suppressShares(report: MissingReport, outcomes: Group, stillAway: boolean): ShareLine[] {
  const own = report.shares.map((line) => ({ ...line, ...suppressShare(line) }));
  const first = own.find(({ label }) => label === 'Missing for the first time');
  const held = outcomes.lines.some(({ label, n }) => label.startsWith('Held') && n === null);
  return own.map((line) => {
    if (line.label === 'Not missing again' && first && isHidden(first)) return hidden(line);
    if (stillAway && line.label.startsWith('Interview')) return hidden(line);
    if (line.label === 'Held within 72 hours' && (held || stillAway)) return hidden(line);
    return line.label === 'Interview held' && held ? hidden(line) : line;
  });
}

/** The report as it may leave the partnership: numbers under five are kept back, and those that would tell them. */
export function suppressMissing(report: MissingReport): MissingReport {
  const { episodes, children, groups } = report;
  const sum = ({ lines }: Group) => lines.reduce((all, { n }) => all + (n ?? 0), 0);
  const outcomesAt = groups.length - 1;
  const outcomes = groups[outcomesAt] as Group;
  // How many have not returned follows from all absences and those that ended.
  const stillAway = isSmallNumber((episodes ?? 0) - sum(outcomes));
  const kept = groups.map((group, at) =>
    suppressGroup(group, at === outcomesAt ? sum(outcomes) : (episodes ?? 0)),
  );
  const shown = kept.map((group, at) =>
    at === outcomesAt && stillAway
      ? { ...group, lines: group.lines.map((line) => ({ ...line, n: null })) }
      : group,
  );
  return {
    ...report,
    episodes: isSmallNumber(episodes) ? null : episodes,
    children: isSmallNumber(children) ? null : children,
    groups: shown,
    shares: suppressShares(report, shown[outcomesAt] as Group, stillAway),
    definitions: [
      ...report.definitions,
      'Numbers from 1 to 4 are kept back, and others that would tell them.',
    ],
    suppressed: true,
  };
}
