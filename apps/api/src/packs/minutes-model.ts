import type { Attendance, MinutesModel } from '@mase/documents';
import { listWords } from '@mase/documents';
import { type AttendanceEntry, minutedAs, type RecordAttendancePayload } from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { actionLog } from './action-log.js';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { minuteItems, minutesStatus } from './minute-items.js';
import { sittingWords } from './paper-head.js';
import { fieldsOf, type Papers } from './papers.js';
import { minutesWithheld, packWithheld } from './withheld.js';

/** Whether a sitting has minutes: from its end on. */
export function hasMinutes(papers: Papers): boolean {
  return papers.sitting.standing.minutesVersion > 0 && papers.reads(papers.sitting.id, 'sheet');
}

/** The minutes of a sitting, for one reader. */
export function minutesContent(papers: Papers): Omit<MinutesModel, 'head'> {
  const items = numberedItems(papers, papers.sitting);
  return {
    sitting: sittingWords(papers),
    status: minutesStatus(papers, papers.sitting),
    attendance: attendance(papers, items),
    statementsRead: null,
    connections: [],
    actionReview: actionLog(papers),
    items: minuteItems(papers, papers.sitting).filter((one) => !isCarried(items, one.number)),
    chairActions: [],
    carriedForward: items
      .filter(({ item }) => isCarried(items, item.number))
      .map(({ item, record }) => {
        const called = record ? minutedAs(record.standing) : item.title;
        return `Item ${item.number}, ${called}: to the next sitting.`;
      }),
    nextSitting: nextSitting(papers),
    withheld: [...packWithheld(papers, items, { sheets: false }), ...minutesWithheld(papers)],
  };
}

function isCarried(items: readonly NumberedItem[], number: number): boolean {
  const state = items.find(({ item }) => item.number === number)?.record?.state;
  return state === 'returned' || state === 'waiting' || state === 'open';
}

function attendance(papers: Papers, items: readonly NumberedItem[]): Attendance {
  const { attendance: people = [] } = fieldsOf<RecordAttendancePayload>(
    papers.written(papers.sitting.id, 'attendance')[0],
  );
  const present = people.filter((one) => one.attendance === 'present' || one.attendance === 'left');
  const times = ({ arrivedAt, leftAt }: AttendanceEntry) => {
    const from = arrivedAt ? `; from ${papers.time(arrivedAt)}` : '';
    return leftAt ? `${from}; left at ${papers.time(leftAt)}` : from;
  };
  const itemWords = (ids: string[] | undefined) => {
    if (!ids?.length) return 'All items';
    const numbers = items
      .filter(({ record }) => record && ids.includes(record.id))
      .map(({ item }) => String(item.number));
    return numbers.length > 0
      ? `Item${numbers.length > 1 ? 's' : ''} ${listWords(numbers)} only`
      : 'Items left out of this copy';
  };
  return {
    present: present
      .filter((one) => one.as !== 'observer')
      .map((one) => ({
        name: one.name,
        role: labelOf(one.as),
        agency: one.agency,
        items: `${itemWords(one.itemIds)}${times(one)}`,
        substituteFor: one.substituteFor ?? null,
      })),
    apologies: people
      .filter((one) => one.attendance.startsWith('apologies'))
      .map((one) => ({
        name: one.name,
        agency: one.agency,
        writtenUpdate: one.updateReceived ? `Received ${papers.day(one.updateReceived)}` : 'None came',
      })),
    observers: present
      .filter((one) => one.as === 'observer')
      .map((one) => ({
        name: one.name,
        agency: one.agency,
        confidentiality: one.confidentialitySigned ? 'Signed' : null,
      })),
    quorum: people.length === 0 ? null : quorumWords(papers),
  };
}

function quorumWords(papers: Papers): string {
  const { quorate, present, inquorateReason } = papers.sitting.standing;
  const { agencies } = papers.about.profile.panel.quorum;
  const here = agencies.filter((one) => present.includes(one.id)).map((one) => one.label);
  const absent = agencies.filter((one) => !present.includes(one.id)).map((one) => one.label);
  if (quorate) return `Quorate: ${listWords(here)} were present.`;
  const reason = inquorateReason ? ` The chair proceeded: ${inquorateReason}` : '';
  return `Not quorate: ${listWords(absent)} ${absent.length === 1 ? 'was' : 'were'} not present.${reason}`;
}

function nextSitting(papers: Papers): string | null {
  if (!papers.next) return null;
  const { startsAt, clocks } = papers.next.standing;
  const papersBy = clocks.find((clock) => clock.rule === 'papers')?.due;
  return `${papers.moment(startsAt)}${papersBy ? `; papers by ${papers.day(papersBy)}` : ''}.`;
}
