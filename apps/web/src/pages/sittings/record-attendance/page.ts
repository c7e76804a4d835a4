import { agencyKinds, attendanceKinds, labelOf } from '@mase/workflow/words';
import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, type Fields, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { readPeople } from '../../../people.js';
import { quickDate, todayInLondon } from '../../../quick-date.js';
import type { Visit } from '../../../visit.js';
import { expectedRows, guestRows, rowValues } from '../attendance-rows.js';
import { type AttendanceRow, readSitting, sittingWords } from '../sitting.js';

const most = 100;
const choose = (codes: readonly string[], first: string) => [
  { value: '', text: first },
  ...codes.map((code) => ({ value: code, text: labelOf(code) })),
];
const parts = ['member', 'substitute', 'observer', 'presenter'];

const rowFields = (index: number): Fields => ({
  [`attendance-${index}-name`]: enter('the name'),
  [`attendance-${index}-agency`]: enter('the agency'),
  [`attendance-${index}-agencyKind`]: select('the kind of agency'),
  [`attendance-${index}-as`]: select('as what this person attends'),
  [`attendance-${index}-attendance`]: select('whether this person is present'),
  [`attendance-${index}-updateReceived`]: enter('when the written update came'),
  [`attendance-${index}-confidentialitySigned`]: select('that the statement is signed'),
});

/** The rows that say something: a named person with an attendance. Each keeps its place in the form. */
function typedRows(visit: Visit): { index: number; row: AttendanceRow; update: string | undefined }[] {
  return Array.from({ length: most }, (_, index) => {
    const at = (field: string) => visit.typed(`attendance-${index}-${field}`);
    const update = at('updateReceived');
    const day = update && quickDate(update, todayInLondon());
    const row: AttendanceRow = {
      name: at('name') ?? '',
      agency: at('agency') ?? '',
      agencyKind: at('agencyKind') ?? '',
      as: at('as') ?? '',
      attendance: at('attendance') ?? '',
      ...(day ? { updateReceived: `${day}T00:00:00Z` } : {}),
      ...(at('confidentialitySigned') ? { confidentialitySigned: true } : {}),
    };
    return { index, row, update: update && !day ? update : undefined };
  }).filter(({ row }) => row.name !== '' && row.attendance !== '');
}

function rowModel(index: number, row: AttendanceRow | undefined) {
  const field = (name: string) => `attendance-${index}-${name}`;
  return {
    guest: row === undefined,
    label: row?.name ?? `guest ${index + 1}`,
    name: row?.name ?? '',
    agency: row?.agency ?? '',
    nameField: field('name'),
    agencyField: field('agency'),
    kindField: field('agencyKind'),
    asField: field('as'),
    attendanceField: field('attendance'),
    updateField: field('updateReceived'),
    signedField: field('confidentialitySigned'),
    kind: row?.agencyKind ?? '',
  };
}

/** Who is there, who sent apologies and whether a written update came; the quorum follows from it. */
export const page: Page = {
  id: 'sittings/record-attendance',
  url: '/sittings/:id/record-attendance',
  section: '/sittings',
  fields: Object.assign({}, ...Array.from({ length: most }, (_, index) => rowFields(index))) as Fields,
  draft: (visit) => visit.params.id ?? '',
  place: (pointer, visit) => {
    const [, list, index, field] = pointer.split('/');
    const row = list === 'attendance' ? typedRows(visit)[Number(index)] : undefined;
    return row && `attendance-${row.index}-${field ?? 'name'}`;
  },

  async get(visit) {
    const [{ sitting, etag }, people] = await Promise.all([readSitting(visit), readPeople(visit)]);
    const rows = expectedRows(sitting, people);
    const all = [...rows, ...Array.from({ length: guestRows }, () => undefined)];
    return show({
      title: 'Record attendance',
      version: etag,
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the sitting' },
      values: rowValues(rows),
      model: {
        caption: sittingWords(sitting),
        rows: all.map((row, index) => rowModel(index, row)),
        attendances: choose(attendanceKinds, 'Not said'),
        parts: choose(parts, 'Attends as'),
        kinds: choose(agencyKinds, 'Kind of agency'),
        missing: canDo(sitting.allowed, 'sittings/record-attendance')
          ? []
          : missingFor(sitting.allowed, 'sittings/record-attendance'),
        cancel: `/sittings/${sitting.id}`,
      },
    });
  },

  async post(visit) {
    const rows = typedRows(visit);
    const bad = rows.find(({ update }) => update !== undefined);
    if (bad)
      return again({ [`attendance-${bad.index}-updateReceived`]: 'Enter a real date, like 26 11 2026' });
    if (rows.length === 0)
      return again({ 'attendance-0-attendance': 'Say of at least one person whether they are present' });
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/sittings/${id}/record-attendance`, {
      attendance: rows.map(({ row }) => row),
    });
    return goTo(`/sittings/${encodeURIComponent(id)}`, 'The attendance is recorded.');
  },
};
