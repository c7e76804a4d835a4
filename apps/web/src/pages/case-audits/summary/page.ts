import { auditGrades, auditParts, auditPartWords, labelOf } from '@mase/workflow/words';
import { daysAsked } from '../../../asked-days.js';
import { type Page, show } from '../../../page.js';

type ByGrade = Record<(typeof auditGrades)[number], number>;

interface Summary {
  audits: number;
  parts: Record<(typeof auditParts)[number], ByGrade>;
  overall: ByGrade;
  themes: { theme: string; audits: number }[];
}

/** Audits returned within some days, counted by part and grade. */
export const page: Page = {
  id: 'case-audits/summary',
  url: '/case-audits/summary',
  section: '/quality',

  async get(visit) {
    const days = daysAsked(visit, 365);
    const { body } = await visit.read<Summary>('/api/v1/case-audits/summary', days);
    const cells = (counts: ByGrade) => auditGrades.map((grade) => counts[grade]);
    return show({
      title: 'Grades by part',
      back: { href: '/case-audits', text: 'Case audits' },
      model: {
        ...days,
        audits: body.audits,
        grades: auditGrades.map(labelOf),
        rows: [
          ...auditParts.map((part) => ({ title: auditPartWords[part], cells: cells(body.parts[part]) })),
          { title: 'The case as a whole', cells: cells(body.overall) },
        ],
        themes: body.themes.map(({ theme, audits }) => ({ title: labelOf(theme), audits })),
      },
    });
  },
};
