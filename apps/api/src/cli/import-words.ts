import type { ImportLine, Stage } from '../imports/import-lines.js';
import { table } from './output.js';

type Summary = Extract<ImportLine, { type: 'summary' }>;
type Progress = Extract<ImportLine, { type: 'progress' }>;

const names: Record<Stage, string> = {
  header: 'children',
  episodes: 'episodes of care',
  missing: 'missing episodes',
  children: 'children',
  referrals: 'referrals',
  incidents: 'incidents',
  persons: 'persons',
  locations: 'places',
  intelligence: 'reports of intelligence',
  population: 'counts of the population',
};
const number = (n: number) => n.toLocaleString('en-GB');

/** How far an import is, in one line. */
export function progressWords({ stage, read, taken, known, refused }: Progress): string {
  return `${names[stage]}: ${number(read)} read, ${number(taken)} taken, ${number(known)} known, ${number(refused)} refused`;
}

/** What an import did, or would do, as lines for a person. */
export function importWords(summary: Summary, report: string | undefined): string[] {
  const rows = Object.entries(summary.stages).map(([stage, counts]) => [
    names[stage as Stage],
    ...[counts.read, counts.taken, counts.known, counts.refused, counts.warnings].map(number),
  ]);
  const head = ['', 'read', summary.preview ? 'would be taken' : 'taken', 'known', 'refused', 'warnings'];
  return [
    summary.preview ? `Preview as at ${summary.asAt}: nothing was stored.` : `Taken as at ${summary.asAt}.`,
    ...table([head, ...rows]),
    ...reasonWords(summary, 'refused', 'Refused:'),
    ...reasonWords(summary, 'warning', 'Taken, but doubtful:'),
    ...proposalWords(summary),
    ...(report
      ? [`Every reason, with its row, stands in ${report}.`]
      : summary.reasons.length > 0
        ? ['Every reason with its row: give --report FILE.']
        : []),
  ];
}

function reasonWords({ reasons }: Summary, outcome: 'refused' | 'warning', heading: string): string[] {
  const own = reasons.filter((one) => one.outcome === outcome).sort((one, other) => other.rows - one.rows);
  if (own.length === 0) return [];
  const rows = own.map((one) => [
    `  ${number(one.rows)}`,
    one.stage,
    one.field,
    explained[one.code] ?? one.code,
  ]);
  return [heading, ...table(rows)];
}

function proposalWords({ proposals, preview }: Summary): string[] {
  if (proposals.length === 0) return [];
  const heading = `Referral proposals ${preview ? 'that would be raised' : 'raised'} for triage: ${proposals.length}`;
  return [
    heading,
    ...proposals.map(
      (one) =>
        `  child ${one.localId}: ${reasonOf(one)}${one.proposalId ? `  (proposal ${one.proposalId})` : ''}`,
    ),
  ];
}

function reasonOf({ episodes, from, to, factors }: Summary['proposals'][number]): string {
  if (factors)
    return `factor ${factors.codes.join(' and ')} in an assessment authorised on ${factors.authorised}`;
  return `${episodes} absences after ${from}, up to ${to}`;
}

/** Codes of reasons that a person meets often, in a few words; the report has the whole sentence. */
const explained: Record<string, string> = {
  CHECK_FAILED: 'the check letter is wrong; kept as given, unverified',
  WITHOUT_ITS_PARTNER: 'a reason for the end without an end; taken as open',
  LEFT_CARE_WITHOUT_END: 'care is said to have ended, but no date is given; kept as open: ask the sender',
  EPISODE_OVERLAPS: 'the episode overlaps an earlier one of the child',
  EPISODE_OUT_OF_ORDER: 'the episode stands below a later one of the child',
  UNUSUAL_FORM: 'written in an unusual way, and read',
  BEFORE_BIRTH: 'starts before the child was born',
  overlap: 'the absence overlaps one on the books',
  NUMBER_USED: 'has a number that was given before to a row that says something else',
  NUMBER_NOT_COMPARED: 'has a number that was given before rows were compared: look',
  NOT_WHOLE: 'the table is taken whole, and other rows of the file cannot be',
  TOLD_TWICE: 'counts by what rows above count by together with something else',
  FACTS_DIFFER: 'differs from the books; nothing was overwritten',
  NOT_ON_BOOKS: 'the child is not on the books',
  DUPLICATE_ROW: 'the same row stands above',
};
