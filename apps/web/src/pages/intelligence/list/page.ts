import { gradeWords } from '@mase/workflow/words';
import { dateWords, dueWords } from '../../../date-words.js';
import { isRealDay } from '../../../form-values.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { progressWords, type ReportLine, reportTag } from '../report.js';

const shelves = [
  { state: 'submitted', title: 'To evaluate' },
  { state: 'evaluated', title: 'To sanitise' },
  { state: 'sanitised', title: 'To disseminate' },
  { state: 'disseminated', title: 'Disseminated' },
] as const;

const byDue = (one: ReportLine, other: ReportLine) =>
  (one.desk?.due ?? '9').localeCompare(other.desk?.due ?? '9');

function deskLine(one: ReportLine) {
  const { desk } = one;
  return {
    href: `/intelligence/${one.id}`,
    reference: one.reference,
    from: [one.submittedByName, one.agencyName].filter(Boolean).join(', '),
    when: one.submittedAt ? dateWords(one.submittedAt) : '',
    grade: desk?.grade ? gradeWords(desk.grade) : 'Not graded',
    due: desk?.due ? dueWords(desk.due) : '',
    danger: desk?.danger ?? false,
    risk: desk?.needsRisk && !desk.risk ? 'Record the risk to the source first' : '',
  };
}

/** The intelligence desk: what is to be evaluated, sanitised and disseminated; to everybody else his or her own receipts. */
export const page: Page = {
  id: 'intelligence/list',
  url: '/intelligence',
  section: '/intelligence',

  async get(visit) {
    const { from, to, sort, phase } = visit.query;
    const days = { from: isRealDay(from) ? from : undefined, to: isRealDay(to) ? to : undefined };
    const { items } = await readList<ReportLine>(visit, '/api/v1/intelligence', { limit: 100, ...days });
    const ofDesk = items.filter(({ desk: own }) => own !== null);
    // What is due first stands first, unless another order is asked for.
    const desk = sort ? ofDesk : ofDesk.toSorted(byDue);
    const ended = desk.filter(({ progress }) => progress === 'ended');
    return show({
      title: desk.length > 0 ? 'Intelligence desk' : 'Intelligence',
      model: {
        ...{ from: days.from ?? '', to: days.to ?? '' },
        sorted: Boolean(sort),
        narrowed: Boolean(days.from ?? days.to ?? phase),
        kept: Object.entries({ sort, phase }).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
        isDesk: desk.length > 0 || (visit.who?.roles ?? []).some((role) => role.startsWith('intelligence-')),
        shelves: [
          ...shelves.map(({ state, title }) => ({
            title,
            lines: desk.filter((one) => one.desk?.state === state).map(deskLine),
          })),
          { title: 'Ended', lines: ended.map(deskLine) },
        ],
        receipts: items
          .filter(({ desk: own }) => own === null)
          .map((one) => ({
            href: `/intelligence/${one.id}`,
            reference: one.reference,
            when: one.submittedAt ? `, ${dateWords(one.submittedAt)}` : '',
            progress: progressWords[one.progress],
            tag: reportTag(one),
          })),
      },
    });
  },
};
