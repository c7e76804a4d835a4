import { agencyKinds, attendanceKinds, labelOf } from '@mase/workflow/words';
import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { timeWords } from '../../../date-words.js';
import { enter, type Fields, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { readPeople } from '../../../people.js';
import { quickDate, todayInLondon } from '../../../quick-date.js';
import type { Visit } from '../../../visit.js';
import { attendanceMeanings as meanings, attendsAs as parts } from '../attendance-choices.js';
import { expectedRows, guestRows, rowValues } from '../attendance-rows.js';
import { type AttendanceRow, quorumHere, readSitting, sittingWords } from '../sitting.js';

const most = 100;
const choose = (codes: readonly string[], first: string) => [
  { value: '', text: first },
  ...codes.map((code) => ({ value: code, text: labelOf(code) })),
];
const rowFields = (index: number): Fields => ({
  [`attendance-${index}-name`]: enter('the name'),
  [`attendance-${index}-agency`]: enter('the agency'),
  [`attendance-${index}-agencyKind`]: select('the kind of agency'),
  [`attendance-${index}-as`]: select('as what this person attends'),
  [`attendance-${index}-attendance`]: select('whether this person is present'),
  [`attendance-${index}-substituteFor`]: enter('for whom this person comes'),
  [`attendance-${index}-itemIds`]: select('the items for which this person comes'),
  [`attendance-${index}-updateReceived`]: enter('when the written update came'),
  [`attendance-${index}-confidentialitySigned`]: select('that the statement is signed'),
});

/** The items for which somebody comes; left out where none is ticked. */
function itemsOf(visit: Visit, index: number): { itemIds?: string[] } {
  const said = [visit.form[`attendance-${index}-itemIds`] ?? []].flat().filter(Boolean);
  return said.length > 0 ? { itemIds: said } : {};
}

/** The rows that say something: a named person with an attendance. Each keeps its place in the form. */
function typedRows(visit: Visit): { index: number; row: AttendanceRow; update: string | undefined }[] {
  return Array.from({ length: most }, (_, index) => {
    const at = (field: string) => visit.typed(`attendance-${index}-${field}`);
    const update = at('updateReceived');
    const day = update && quickDate(update, todayInLondon());
    const row: AttendanceRow = {
      ...(at('userId') ? { userId: at('userId') as string } : {}),
      name: at('name') ?? '',
      agency: at('agency') ?? '',
      agencyKind: at('agencyKind') ?? '',
      as: at('as') ?? '',
      attendance: at('attendance') ?? '',
      ...(at('substituteFor') ? { substituteFor: at('substituteFor') as string } : {}),
      ...itemsOf(visit, index),
      ...(day ? { updateReceived: `${day}T00:00:00Z` } : {}),
      ...(at('confidentialitySigned') ? { confidentialitySigned: true } : {}),
    };
    return { index, row, update: update && !day ? update : undefined };
  }).filter(({ row }) => row.name !== '' && row.attendance !== '');
}

/** What one press says of somebody, and how it is seen. */
const presses = [
  { code: 'present', text: 'Here' },
  { code: 'left', text: 'Has left' },
  { code: 'apologies', text: 'Apologies' },
  { code: 'absent', text: 'Absent' },
];
const tagOf: Record<string, string> = {
  present: 'govuk-tag--green',
  left: 'govuk-tag--yellow',
  absent: 'govuk-tag--red',
};

function stateOf(row: AttendanceRow | undefined) {
  if (!row?.attendance) return { text: 'Not said yet', classes: 'govuk-tag--grey' };
  const when = row.attendance === 'left' && row.leftAt ? ` at ${timeWords(row.leftAt)}` : '';
  const since = row.attendance === 'present' && row.arrivedAt ? ` since ${timeWords(row.arrivedAt)}` : '';
  const counted = row.notListed ? ', not counted' : '';
  return {
    text: `${meanings[row.attendance as keyof typeof meanings] ?? labelOf(row.attendance)}${when}${since}${counted}`,
    classes: row.notListed ? 'govuk-tag--orange' : (tagOf[row.attendance] ?? 'govuk-tag--blue'),
  };
}

function rowModel(index: number, row: AttendanceRow | undefined) {
  const field = (name: string) => `attendance-${index}-${name}`;
  return {
    guest: row === undefined,
    label: row?.name ?? `somebody without an account, row ${index + 1}`,
    id: `row-${index}`,
    userId: row?.userId ?? '',
    userField: field('userId'),
    name: row?.name ?? '',
    agency: row?.agency ?? '',
    nameField: field('name'),
    agencyField: field('agency'),
    kindField: field('agencyKind'),
    asField: field('as'),
    attendanceField: field('attendance'),
    updateField: field('updateReceived'),
    signedField: field('confidentialitySigned'),
    forField: field('substituteFor'),
    itemsField: field('itemIds'),
    kind: row?.agencyKind ?? '',
    open: row?.as === 'observer' && !row.confidentialitySigned,
    state: stateOf(row),
    presses: presses.map(({ code, text }) => ({
      value: `${index}:${code}`,
      text,
      now: row?.attendance === code,
    })),
  };
}

/** The one line that a press is about, as its row says it. */
function pressed(visit: Visit): AttendanceRow | null {
  const [index, attendance] = (visit.typed('press') ?? '').split(':');
  if (index === undefined || !attendance) return null;
  const at = (field: string) => visit.typed(`attendance-${index}-${field}`) ?? '';
  return {
    ...(at('userId') ? { userId: at('userId') } : {}),
    name: at('name'),
    agency: at('agency'),
    agencyKind: at('agencyKind'),
    as: at('as'),
    attendance,
    ...(at('substituteFor') ? { substituteFor: at('substituteFor') } : {}),
    ...itemsOf(visit, Number(index)),
    ...(at('confidentialitySigned') ? { confidentialitySigned: true } : {}),
  };
}

async function shown(visit: Visit) {
  const [{ sitting, etag }, people] = await Promise.all([readSitting(visit), readPeople(visit)]);
  const rows = expectedRows(sitting, people);
  const all = [...rows, ...Array.from({ length: guestRows }, () => undefined)];
  const item = visit.query.item;
  return show({
    title: 'Attendance',
    version: etag,
    back: item
      ? { href: `/agenda-items/${encodeURIComponent(item)}/record-panel-decision`, text: 'Back to the item' }
      : { href: `/sittings/${sitting.id}`, text: 'Back to the sitting' },
    values: rowValues(rows, all.length),
    model: {
      caption: sittingWords(sitting),
      rows: all.map((row, index) => rowModel(index, row)),
      items: sitting.items.map(({ id, name, number }) => ({ value: id, text: `${number}. ${name}` })),
      quorum: quorumHere(sitting),
      attendances: [
        { value: '', text: 'Not said' },
        ...attendanceKinds.map((code) => ({ value: code, text: meanings[code] })),
      ],
      parts,
      kinds: choose(agencyKinds, 'Kind of agency'),
      notListed: rows
        .filter((row) => row.notListed)
        .map(({ name }) => name)
        .join(', '),
      panel: sitting.panelId ? `/panels/${encodeURIComponent(sitting.panelId)}/change-members` : '',
      missing: canDo(sitting.allowed, 'sittings/record-attendance')
        ? []
        : missingFor(sitting.allowed, 'sittings/record-attendance'),
      correct: canDo(sitting.allowed, 'sittings/correct-attendance')
        ? `/sittings/${sitting.id}/correct-attendance`
        : null,
      cancel: `/sittings/${sitting.id}`,
    },
  });
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
    if (list !== 'attendance') return undefined;
    const at = visit.typed('press')?.split(':')[0] ?? typedRows(visit)[Number(index)]?.index;
    return at === undefined ? undefined : `attendance-${at}-${field ?? 'name'}`;
  },

  get: shown,

  async post(visit) {
    const id = visit.params.id ?? '';
    const to = path`/api/v1/sittings/${id}/record-attendance`;
    const line = pressed(visit);
    if (line) {
      await visit.send(to, { attendance: [line] });
      const item = visit.query.item ? `?item=${encodeURIComponent(visit.query.item)}` : '';
      return goTo(
        `/sittings/${encodeURIComponent(id)}/record-attendance${item}`,
        'The attendance is recorded.',
      );
    }
    const rows = typedRows(visit);
    const bad = rows.find(({ update }) => update !== undefined);
    if (bad)
      return again({ [`attendance-${bad.index}-updateReceived`]: 'Enter a real date, like 26 11 2026' });
    if (rows.length === 0)
      return again({ 'attendance-0-attendance': 'Say of at least one person whether they are present' });
    await visit.send(to, { attendance: rows.map(({ row }) => row) });
    return goTo(`/sittings/${encodeURIComponent(id)}`, 'The attendance is recorded.');
  },
};
