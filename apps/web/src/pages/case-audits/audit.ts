import {
  type AuditGrade,
  type AuditPart,
  auditGrades,
  auditParts,
  auditPartWords,
  labelOf,
} from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { type OnCaseTopic, type OnCaseView, onCaseSubject } from '../../on-case.js';

/** An audit of a case as the api shows it. */
export interface AuditView extends OnCaseView {
  auditorId: string;
  auditorName: string;
  firstDue: string;
  dueOn: string;
  commissioned: { name: string; at: string } | null;
  chased: number;
  sentBack: number;
  returned: {
    at: string;
    grades: Record<AuditPart, AuditGrade>;
    overall: AuditGrade;
    themes: string[];
  } | null;
  moderated: { by: string; at: string; overall: AuditGrade } | null;
  withdrawnAt: string | null;
}

/** The grades as options of a question. */
export const gradeOptions = auditGrades.map((value) => ({ value, text: labelOf(value) }));

/** The overall judgement in words: as moderated, with the auditor's where it differs. */
export function overallWords({ returned, moderated }: Pick<AuditView, 'returned' | 'moderated'>): string {
  if (!returned) return '';
  if (!moderated || moderated.overall === returned.overall) return labelOf(returned.overall);
  return `${labelOf(moderated.overall)} (the auditor: ${labelOf(returned.overall).toLowerCase()})`;
}

function facts(view: AuditView) {
  const { commissioned, returned, moderated } = view;
  const put = view.dueOn === view.firstDue ? '' : `, put off from ${dateWords(view.firstDue)}`;
  const lines: [string, string | null][] = [
    ['Auditor', view.auditorName],
    ['Given out', commissioned && `${dateWords(commissioned.at)}, by ${commissioned.name}`],
    ['To be returned by', `${dateWords(view.dueOn)}${put}`],
    ['Chased', view.chased > 0 ? String(view.chased) : null],
    ['Returned', returned && dateWords(returned.at)],
    ...auditParts.map((part): [string, string | null] => [
      auditPartWords[part],
      returned && labelOf(returned.grades[part]),
    ]),
    ['The case as a whole', overallWords(view) || null],
    ['Practice themes', returned?.themes.map(labelOf).join(', ') || null],
    ['Moderated', moderated && `${dateWords(moderated.at)}, by ${moderated.by}`],
    ['Withdrawn', view.withdrawnAt && dateWords(view.withdrawnAt)],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

const grade = labelOf;

/** How audits of cases are shown. */
export const auditTopic: OnCaseTopic<AuditView> = {
  topic: 'case-audits',
  section: '/quality',
  title: () => 'Case audit',
  facts,
  entries: {
    'audit-commissioned': { title: 'Given out', labels: { reason: 'Why this case' } },
    'audit-chased': { title: 'Chased', labels: { words: 'What was said' } },
    'audit-returned': {
      title: 'Returned',
      labels: {
        ...Object.fromEntries(
          auditParts.flatMap((part) => [
            [part, auditPartWords[part]],
            [`${part}Evidence`, 'Evidence'],
          ]),
        ),
        overall: 'The case as a whole',
        reasons: 'Reasons',
      },
    },
    'audit-sent-back': { title: 'Sent back to the auditor', labels: { reasons: 'Why' } },
    'audit-moderated': {
      title: 'Moderated',
      labels: { overall: 'The case as a whole', reasons: 'Reasons' },
    },
    'audit-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
  },
  codes: { overall: grade, referral: grade, assessment: grade, plan: grade, outcomes: grade },
  steps: ['return-audit', 'moderate-audit', 'chase-audit', 'withdraw-audit'],
};

/** The audit as the subject of one of its commands. */
export const auditSubject = onCaseSubject(auditTopic);
