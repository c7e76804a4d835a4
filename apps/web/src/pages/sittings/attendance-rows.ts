import type { FormValues } from '../../form-values.js';
import { agencyWords, type PersonView } from '../../people.js';
import type { AttendanceRow, SittingView } from './sitting.js';

/** How many empty rows a list ends with, for people without an account. */
export const guestRows = 3;

function partOf({ roles }: PersonView): string {
  if (roles.includes('observer')) return 'observer';
  return roles.includes('substitute') ? 'substitute' : 'member';
}

/** Who is expected: the last list as it was recorded, else everybody who was sent the papers. */
export function expectedRows(sitting: SittingView, people: PersonView[]): AttendanceRow[] {
  if (sitting.attendance.length > 0) return sitting.attendance;
  const sent = new Set(sitting.papers?.recipients);
  return people
    .filter(({ id }) => sent.has(id))
    .map((one) => ({
      name: one.name,
      agency: agencyWords(one),
      agencyKind: one.agencyKind,
      as: partOf(one),
      attendance: '',
    }));
}

/** The rows as a form's values, with empty ones for guests. */
export function rowValues(rows: AttendanceRow[]): FormValues {
  const values: FormValues = {};
  rows.forEach((row, index) => {
    for (const field of ['name', 'agency', 'agencyKind', 'as', 'attendance'] as const)
      values[`attendance-${index}-${field}`] = row[field];
    values[`attendance-${index}-updateReceived`] = row.updateReceived?.slice(0, 10) ?? '';
    values[`attendance-${index}-confidentialitySigned`] = row.confidentialitySigned ? 'yes' : '';
  });
  return values;
}
