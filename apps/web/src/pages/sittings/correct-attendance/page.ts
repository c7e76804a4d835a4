import { agencyKinds, attendanceKinds, labelOf } from '@mase/workflow/words';
import { type Asked, commandPage } from '../../../command-page.js';
import { localDay } from '../../../date-words.js';
import { typedMoment } from '../../../form-values.js';
import type { Page } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { attendanceMeanings, attendsAs } from '../attendance-choices.js';
import { type AttendanceRow, readSitting, type SittingView, subjectOf } from '../sitting.js';

const nobodyYet = 'nobody-yet';
const struck = 'struck';

/** By what a line is chosen: who it is, which stays while others are recorded. */
const keyOf = ({ userId, name, agency }: AttendanceRow): string => userId ?? `${name}, ${agency}`;

/** The instant of a time that was typed, on the day of the sitting. */
function timeOn({ startsAt }: SittingView, visit: Visit, name: string): string | undefined {
  const typed = visit.typed(name);
  const [year, month, day] = localDay(startsAt).split('-');
  return typed
    ? typedMoment({ 'at-day': day, 'at-month': month, 'at-year': year, 'at-time': typed }, 'at')
    : undefined;
}

/** The line as it is right: what is not said anew stays as it was recorded. */
function rightLine(visit: Visit, sitting: SittingView, was: AttendanceRow | undefined) {
  const attendance = visit.typed('attendance');
  if (attendance === struck) return undefined;
  const recorded: Partial<AttendanceRow> = was ?? {
    ...{ name: visit.typed('name') ?? '', agency: visit.typed('agency') ?? '' },
    agencyKind: visit.typed('agencyKind') ?? '',
  };
  const { arrivedAt: _came, leftAt: _went, notListed: _not, ...kept } = recorded;
  const arrivedAt = timeOn(sitting, visit, 'arrivedAt');
  const leftAt = timeOn(sitting, visit, 'leftAt');
  const update = visit.typedDate('updateReceived');
  return {
    ...kept,
    attendance: attendance ?? '',
    as: visit.typed('as') ?? was?.as ?? '',
    ...(arrivedAt ? { arrivedAt } : {}),
    ...(leftAt ? { leftAt } : {}),
    ...(update ? { updateReceived: `${update}T00:00:00Z` } : {}),
  };
}

const asks: Asked[] = [
  { name: 'line', label: 'Whose attendance is wrong?', called: 'whose attendance is wrong', kind: 'select' },
  {
    name: 'attendance',
    label: 'What is right, of the whole sitting?',
    called: 'what is right',
    kind: 'select',
    options: [
      { value: '', text: 'Choose what is right' },
      ...attendanceKinds.map((code) => ({ value: code, text: attendanceMeanings[code] })),
      { value: struck, text: 'Was not asked and did not come: take the line away' },
    ],
  },
  {
    name: 'arrivedAt',
    label: 'Since when, if this person came after the start',
    called: 'since when',
    kind: 'line',
    hint: 'For example, 14:10. Leave it empty for the whole sitting.',
  },
  {
    name: 'leftAt',
    label: 'Until when, if this person left before the end',
    called: 'until when',
    kind: 'line',
    hint: 'For example, 15:30. Decisions before it count this person.',
  },
  {
    name: 'as',
    label: 'Attends as, where that was wrong',
    called: 'as what this person attends',
    kind: 'select',
    options: attendsAs.map((one) => (one.value ? one : { value: '', text: 'As it was recorded' })),
  },
  {
    name: 'updateReceived',
    label: 'Day on which a written update came, if one did',
    called: 'the day of the update',
    kind: 'date',
    hint: 'For example, 26 11 2026',
  },
  { name: 'name', label: 'Name, of somebody who is not on the list', called: 'the name', kind: 'line' },
  { name: 'agency', label: 'Agency, of somebody who is not on the list', called: 'the agency', kind: 'line' },
  {
    name: 'agencyKind',
    label: 'Kind of agency, of somebody who is not on the list',
    called: 'the kind of agency',
    kind: 'select',
    options: [
      { value: '', text: 'Kind of agency' },
      ...agencyKinds.map((code) => ({ value: code, text: labelOf(code) })),
    ],
  },
  { name: 'reason', label: 'Why was it wrong?', called: 'the reason', kind: 'text' },
];

/** The attendance of one person was wrongly recorded: the list as it was stays, and what follows from it is set right. */
export const page: Page = {
  ...commandPage({
    command: 'sittings/correct-attendance',
    section: '/sittings',
    opened: async (visit) => {
      const { sitting, etag } = await readSitting(visit);
      const lines = sitting.attendance.map((one) => ({
        value: keyOf(one),
        text: `${one.name}, ${one.agency}: ${attendanceMeanings[one.attendance as 'present'] ?? labelOf(one.attendance)}`,
      }));
      return {
        ...subjectOf(sitting, etag),
        options: {
          line: [
            { value: '', text: 'Choose the person' },
            ...lines,
            { value: nobodyYet, text: 'Somebody who came and is not on the list' },
          ],
        },
      };
    },
    says: 'The list as it was recorded stays, marked wrong, with your reason. Drafted minutes follow in a new version. A decision that turns out to have been taken without a quorum then waits to be ratified; one that had its quorum after all waits no longer. What a decision did is not undone here.',
    asks,
    done: 'The attendance is corrected.',
    body: async (visit) => {
      const { sitting } = await readSitting(visit);
      const line = visit.typed('line');
      const was = sitting.attendance.find((one) => keyOf(one) === line);
      const right = rightLine(visit, sitting, was);
      return {
        ...(was
          ? { wrong: { ...(was.userId ? { userId: was.userId } : {}), name: was.name, agency: was.agency } }
          : {}),
        ...(right && line ? { right } : {}),
        reason: visit.typed('reason'),
      };
    },
  }),
  place: (pointer) => {
    const [, part, field] = pointer.split('/');
    if (part === 'wrong') return 'line';
    if (part !== 'right') return undefined;
    return field && asks.some(({ name }) => name === field) ? field : 'line';
  },
};
