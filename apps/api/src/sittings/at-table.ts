import { findRecordsById, listRecords, type OpenedRecord, type Tx } from '@mase/store';
import type {
  AgendaItemStanding,
  AtTable,
  AttendanceEntry,
  PanelStanding,
  SittingStanding,
  StoredRecord,
  UserStanding,
} from '@mase/workflow';
import { issuedTo } from '../packs/pack-rights.js';

type User = StoredRecord<UserStanding>;

const sits = ['member', 'substitute', 'chair', 'deputy-chair', 'observer', 'coordinator'];

/** Accounts of a partnership are few; more than these sit on no panel. */
const mostPeople = 1000;

/** Those who sit: of a panel its members and substitutes; under a free name whoever has the part of one. */
async function membersOf(tx: Tx, { standing }: StoredRecord<SittingStanding>): Promise<string[]> {
  const { panelId, chairId } = standing;
  if (panelId) {
    const [panel] = (await findRecordsById(tx, [panelId])) as StoredRecord<PanelStanding>[];
    const { memberIds = [], deputyId = null } = panel?.standing ?? {};
    return [...memberIds, chairId, ...(deputyId ? [deputyId] : [])];
  }
  const { rows } = await listRecords(tx, { kind: 'user', sort: 'newest', limit: mostPeople });
  const people = rows.map(({ record }) => record as User);
  return [
    chairId,
    ...people
      .filter(({ standing: { roles } }) => roles.some((role) => sits.includes(role)))
      .map(({ id }) => id),
  ];
}

const attendanceOf = ({ written }: Pick<OpenedRecord, 'written'>): AttendanceEntry[] =>
  (written.find(({ kind }) => kind === 'attendance')?.body as { attendance: AttendanceEntry[] } | undefined)
    ?.attendance ?? [];

/** Who is at the table of one item: those who sit, get papers or are there, and those who come for this item alone. */
export async function atTable(
  tx: Tx,
  opened: Pick<OpenedRecord, 'record' | 'written'>,
  items: readonly StoredRecord<AgendaItemStanding>[],
): Promise<(item: StoredRecord<AgendaItemStanding>) => AtTable[]> {
  const attendance = attendanceOf(opened);
  const all = [
    ...(await membersOf(tx, opened.record as StoredRecord<SittingStanding>)),
    ...issuedTo(opened),
    ...attendance.flatMap(({ userId }) => userId ?? []),
  ];
  const forItem = ({ standing }: StoredRecord<AgendaItemStanding>) => [
    ...(standing.presenterId ? [standing.presenterId] : []),
    ...(standing.attendees ?? []).map(({ id }) => id),
  ];
  const ids = [...new Set([...all, ...items.flatMap(forItem)])];
  const known = (await findRecordsById(tx, ids)).filter(({ kind }) => kind === 'user') as User[];
  const agencies = await findRecordsById(tx, [...new Set(known.map(({ standing }) => standing.agencyId))]);
  const person = ({ id, standing: { name, email, agencyId } }: User): AtTable => {
    const agency = agencies.find((one) => one.id === agencyId)?.standing as { name?: string } | undefined;
    return { userId: id, name, email, agency: agency?.name ?? '' };
  };
  const unknown = attendance
    .filter(({ userId }) => !userId)
    .map(({ name, agency }): AtTable => ({ userId: null, name, agency, email: null }));
  return (item) => {
    const here = new Set([...all, ...forItem(item)]);
    return [...known.filter(({ id, standing }) => here.has(id) && !standing.endedAt).map(person), ...unknown];
  };
}
