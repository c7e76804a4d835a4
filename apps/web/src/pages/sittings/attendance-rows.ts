import type { FormValues } from '../../form-values.js';
import { agencyWords, type PersonView } from '../../people.js';
import type { AttendanceRow, SittingView } from './sitting.js';

/** How many empty rows a list ends with, for people without an account. */
export const guestRows = 3;

/** As what somebody is expected; the office that keeps the minutes is heard and not counted, unless it is on the panel's list. */
function partOf({ id, roles }: PersonView, { memberIds }: SittingView): string {
  if (roles.includes('observer')) return 'observer';
  if (roles.includes('coordinator') && !memberIds.includes(id)) return 'presenter';
  return roles.includes('substitute') ? 'substitute' : 'member';
}

/** Everybody on the list as it was recorded last, and whoever was sent the papers and is not on it yet. */
export function expectedRows(sitting: SittingView, people: PersonView[]): AttendanceRow[] {
  const sent = new Set(sitting.papers?.recipients);
  const listed = ({ id, name }: PersonView) =>
    sitting.attendance.some((row) => row.userId === id || row.name === name);
  const awaited = people.filter((one) => sent.has(one.id) && !listed(one));
  return [
    ...sitting.attendance,
    ...awaited.map((one) => ({
      userId: one.id,
      name: one.name,
      agency: agencyWords(one),
      agencyKind: one.agencyKind,
      as: partOf(one, sitting),
      attendance: '',
    })),
  ];
}

/** The rows as a form's values, with empty ones for guests: so many rows in all. */
export function rowValues(rows: AttendanceRow[], length: number): FormValues {
  const values: FormValues = {};
  // Who has no account most often comes to present an item.
  for (let index = rows.length; index < length; index += 1) values[`attendance-${index}-as`] = 'presenter';
  rows.forEach((row, index) => {
    for (const field of [
      'userId',
      'name',
      'agency',
      'agencyKind',
      'as',
      'attendance',
      'substituteFor',
    ] as const)
      values[`attendance-${index}-${field}`] = row[field] ?? '';
    values[`attendance-${index}-itemIds`] = row.itemIds ?? [];
    values[`attendance-${index}-updateReceived`] = row.updateReceived?.slice(0, 10) ?? '';
    values[`attendance-${index}-confidentialitySigned`] = row.confidentialitySigned ? 'yes' : '';
  });
  return values;
}
