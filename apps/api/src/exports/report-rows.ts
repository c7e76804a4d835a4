import { writeCsv } from '@mase/exchange';
import { gradeWords, type IntelligenceStanding, type ReportPart, reportParts } from '@mase/workflow';
import type { ExportPage } from './export-pages.js';

const columns = [
  ...['REFERENCE', 'STATE', 'GRADE', 'HANDLING', 'CONDITIONS', 'CONDITIONS_IN_WORDS', 'REVIEW_BY'],
  ...reportParts.map((part) => part.toUpperCase()),
];

/** States in which a report has a text that was written to be read by others. */
const told: readonly unknown[] = ['sanitised', 'disseminated'];

/** Conditions under which nothing of a report leaves in bulk: covert handling, or asking its originator each time. */
const staying: readonly string[] = ['A1', 'A2', 'S2'];

/** How many reports were written, and how many stay whatever their text is. */
export interface ReportCount {
  written: () => void;
  leftOut: () => void;
}

/**
 * Sanitised reports of intelligence as CSV: their grade, the conditions of their handling and the parts of the sanitised
 * text. What was submitted is in no row, and neither is who told it, whom it names or to whom it went. Reports for covert
 * handling, and those of which the originator is asked first, are left out and counted.
 */
export function reportPieces(pages: AsyncIterable<ExportPage>, count: ReportCount): AsyncGenerator<string> {
  return writeCsv(columns, rowsOf(pages, count));
}

async function* rowsOf(pages: AsyncIterable<ExportPage>, count: ReportCount) {
  for await (const { records, written } of pages)
    for (const { id, state, standing } of records) {
      if (!told.includes(state)) continue;
      const report = standing as IntelligenceStanding;
      if (!report.grade || report.grade.conditions.some((one) => staying.includes(one))) {
        count.leftOut();
        continue;
      }
      count.written();
      const own = written.filter(({ record }) => record.id === id);
      yield rowOf(report, String(state), own);
    }
}

function rowOf(
  { reference, grade, reviewBy }: IntelligenceStanding,
  state: string,
  own: ExportPage['written'],
): Record<string, string> {
  const latest = (kind: string, part?: ReportPart) =>
    own.filter((row) => row.kind === kind && (part === undefined || row.class === part)).at(-1)?.body as
      | { text?: string; conditionWords?: string }
      | undefined;
  const parts = reportParts.map((part) => [
    part.toUpperCase(),
    latest('intelligence-part', part)?.text ?? '',
  ]);
  return {
    ...{ REFERENCE: reference, STATE: state, GRADE: grade ? gradeWords(grade) : '' },
    ...{ HANDLING: grade?.handling ?? '', CONDITIONS: grade?.conditions.join(';') ?? '' },
    CONDITIONS_IN_WORDS: latest('intelligence-grade')?.conditionWords ?? '',
    REVIEW_BY: reviewBy ?? '',
    ...Object.fromEntries(parts),
  };
}
