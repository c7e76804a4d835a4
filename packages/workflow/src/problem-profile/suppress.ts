import { isSmallNumber, smallBelow } from '../incident-report/keep-back.js';
import { suppressShare, suppressTable } from '../incident-report/suppress.js';
import type { ProblemSection, ProblemTable } from './profile.js';

/** What a profile with numbers kept back says of them. */
export const smallWords = `Numbers from 1 to ${smallBelow - 1} are kept back, and others that would tell them.`;

function suppressLines(table: ProblemTable): ProblemTable {
  const { lines, total, addsUp } = table;
  if (!addsUp)
    return { ...table, lines: lines.map(({ label, n }) => ({ label, n: isSmallNumber(n) ? null : n })) };
  const kept = suppressTable([...lines.map(({ n }) => [n ?? 0]), [total ?? 0]]);
  return {
    ...table,
    lines: lines.map(({ label }, place) => ({ label, n: kept[place]?.[0] ?? null })),
    total: kept[lines.length]?.[0] ?? null,
  };
}

/** A part of the problem profile with small numbers kept back, and those that would tell them. */
export function suppressSection(section: ProblemSection): ProblemSection {
  return {
    ...section,
    tables: section.tables.map(suppressLines),
    shares: section.shares.map((one) => ({ ...one, ...suppressShare(one) })),
  };
}
