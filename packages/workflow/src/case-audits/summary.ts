import {
  type AuditGrade,
  type AuditPart,
  auditGrades,
  auditParts,
  type CaseAuditStanding,
  type PracticeTheme,
  practiceThemes,
} from './standing.js';

/** How many audits gave each grade. */
export type ByGrade = Record<AuditGrade, number>;

/** What a set of returned audits says: each part by grade, the whole by grade, themes by how many audits name them. */
export interface AuditSummary {
  audits: number;
  parts: Record<AuditPart, ByGrade>;
  /** After moderation, where there was one. */
  overall: ByGrade;
  themes: { theme: PracticeTheme; audits: number }[];
}

const tally = (found: readonly AuditGrade[]): ByGrade =>
  Object.fromEntries(
    auditGrades.map((grade) => [grade, found.filter((one) => one === grade).length]),
  ) as ByGrade;

/** Counts returned audits by part and grade. Audits that are not returned count nothing. */
export function auditSummary(audits: readonly CaseAuditStanding[]): AuditSummary {
  const returned = audits.filter((one) => one.returned !== null);
  const grades = (part: AuditPart) =>
    tally(returned.flatMap((one) => (one.returned ? [one.returned.grades[part]] : [])));
  const named = (theme: PracticeTheme) =>
    returned.filter((one) => one.returned?.themes.includes(theme)).length;
  return {
    audits: returned.length,
    parts: Object.fromEntries(auditParts.map((part) => [part, grades(part)])) as AuditSummary['parts'],
    overall: tally(
      returned.map((one) => one.moderated?.overall ?? (one.returned as { overall: AuditGrade }).overall),
    ),
    themes: practiceThemes
      .map((theme) => ({ theme, audits: named(theme) }))
      .filter((one) => one.audits > 0)
      .sort((one, other) => other.audits - one.audits),
  };
}
