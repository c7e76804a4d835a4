import type { GradeWords, HarmStatus, KindGrade, Recorded } from '@mase/documents';
import type { DatedRow } from '@mase/store';
import { type Concern, type Grade, proposedGrade, rulingGrade } from '@mase/workflow';
import { gradeWords, harmWords, kindWords } from './code-words.js';
import { type Case, fieldsOf, leftOut, type Papers } from './papers.js';

/** The grade that rules now, in words: "High (proposed; medium is confirmed)". */
export function gradeNow(papers: Papers, { standing }: Case): Recorded {
  const { profile } = papers.about;
  const ruling = rulingGrade(standing);
  if (!ruling) return null;
  const { proposed, confirmed } = standing;
  const name = gradeWords(ruling, profile);
  if (!proposed) return name;
  const highest = proposedGrade(standing) as Grade;
  const waits = `${gradeWords(highest, profile).toLowerCase()} is proposed`;
  if (!confirmed) return `${name} (proposed, not yet confirmed)`;
  if (highest === ruling && confirmed.grade !== ruling)
    return `${name} (proposed; ${gradeWords(confirmed.grade, profile).toLowerCase()} is confirmed)`;
  return `${name} (confirmed; ${waits})`;
}

interface GradeRow {
  grade: Grade;
  reasons: string;
  by: string;
  sittingId: string;
}

/** Current and last confirmed grade, and one that waits. A case has one grade over all kinds of exploitation. */
export function grades(papers: Papers, record: Case): KindGrade[] {
  const { proposed, harm } = record.standing;
  const [current, last] = papers.written(record.id, 'grade');
  if (!current && !proposed) return [];
  const kinds = Object.keys(harm);
  return [
    {
      kind: kinds.length === 1 ? kindWords(kinds[0] as string) : 'Over all kinds of exploitation',
      current: gradeRow(papers, record, current),
      last: gradeRow(papers, record, last),
      proposed: proposed ? proposedWords(papers, record) : null,
    },
  ];
}

function gradeRow(papers: Papers, record: Case, row: DatedRow | undefined): GradeWords | null {
  if (!row) return null;
  const { grade, reasons, by, sittingId } = fieldsOf<GradeRow>(row);
  return {
    grade: gradeWords(grade as Grade, papers.about.profile),
    date: papers.day(row.happened),
    by: sittingId ? 'decided by the panel' : `confirmed by ${by ?? 'a manager'}`,
    reasons: reasons ?? assessed(papers, record, row),
  };
}

/** Where a grade was confirmed as it was proposed, the reasons are the assessor's; they stand in the case file. */
function assessed(papers: Papers, record: Case, grade: DatedRow): Recorded {
  if (!papers.reads(record.id, 'case')) return leftOut;
  const { assessmentId } = fieldsOf(grade);
  const row = papers.written(record.id, 'assessment').find((one) => fieldsOf(one).proposal === assessmentId);
  return fieldsOf(row).reasons ?? null;
}

function proposedWords(papers: Papers, { standing }: Case): string {
  const { profile } = papers.about;
  const { grade, at } = standing.proposed as { grade: Grade; at: string };
  const ruling = rulingGrade(standing);
  const since = `${gradeWords(grade, profile)} is proposed since ${papers.day(at)}`;
  if (ruling === grade) return `${since}; it rules until it is confirmed.`;
  return `${since}; ${gradeWords(ruling as Grade, profile).toLowerCase()} rules until it is confirmed.`;
}

interface Assessment {
  harm: { kind: Concern; basis: string }[];
  by: string;
}

/** Harm by kind: certainty and time, with the basis from the assessment that named it last. */
export function harm(papers: Papers, record: Case): HarmStatus[] {
  const assessments = papers.written(record.id, 'assessment');
  const open = papers.reads(record.id, 'case');
  return Object.entries(record.standing.harm).map(([kind, status]) => {
    const row = assessments.find((one) =>
      fieldsOf<Assessment>(one).harm?.some((found) => found.kind === kind),
    );
    const { harm: found, by } = fieldsOf<Assessment>(row);
    return {
      kind: kindWords(kind),
      status: harmWords(status),
      basis: open ? (found?.find((one) => one.kind === kind)?.basis ?? null) : leftOut,
      date: row ? papers.day(row.happened) : open ? null : leftOut,
      saidBy: open ? (by ?? null) : leftOut,
    };
  });
}
