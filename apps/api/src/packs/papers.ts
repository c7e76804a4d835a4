import { dateTimeWords, dateWords, timeWords } from '@mase/documents';
import type { DatedRow, SittingPapers } from '@mase/store';
import {
  type AgencyStanding,
  type AgendaItemStanding,
  type ChildCaseStanding,
  type ChildStanding,
  type ClusterStanding,
  isChildOn,
  localDate,
  type MissingEpisodeStanding,
  type PaperFigures,
  type PersonStanding,
  type PlanActionStanding,
  type Profile,
  type RecordKind,
  type SittingStanding,
  type StoredRecord,
  type StrandCaseStanding,
  topicOf,
  type UserStanding,
  wrongRows,
} from '@mase/workflow';

export type Sitting = StoredRecord<SittingStanding>;
export type Item = StoredRecord<AgendaItemStanding>;
export type Case = StoredRecord<ChildCaseStanding>;
export type Child = StoredRecord<ChildStanding>;
export type Episode = StoredRecord<MissingEpisodeStanding>;
export type Action = StoredRecord<PlanActionStanding>;
export type StrandCase = StoredRecord<StrandCaseStanding>;
export type Cluster = StoredRecord<ClusterStanding>;
export type Person = UserStanding & { id: string };

/** What stands where a field is kept from this reader: never "Not recorded", which would not be true. */
export const leftOut = 'Left out of this copy' as const;

/** Whose copy it is, for which area, and for when: what is overdue now, and since when the words count days. */
export interface PapersFor {
  recipient: Person;
  principals: readonly string[];
  profile: Profile;
  now: string;
  asAt: string;
  /** Figures that are about to go out with the papers; those that did where it is left out. */
  figures?: PaperFigures | null;
}

/** What one recipient may see towards the papers of a sitting, by what hangs under what. */
export class Papers {
  readonly sitting: Sitting;
  readonly previous: Sitting | null;
  readonly next: Sitting | null;
  private readonly byId: Map<string, StoredRecord>;
  private readonly rows = new Map<string, DatedRow[]>();

  constructor(
    readonly found: SittingPapers,
    readonly about: PapersFor,
  ) {
    this.sitting = found.sitting as Sitting;
    this.previous = found.previous as Sitting | null;
    this.next = found.next as Sitting | null;
    this.byId = new Map([...found.records, ...found.people, found.sitting].map((one) => [one.id, one]));
    const replaced = wrongRows(found.written);
    for (const row of found.written) {
      if (replaced.has(row.id)) continue;
      this.rows.set(row.record.id, [...(this.rows.get(row.record.id) ?? []), row]);
    }
  }

  /** The items of a sitting in the order of its agenda. */
  itemsOf(sitting: Sitting): Item[] {
    const items = this.all<Item>('agendaItem').filter((one) => one.parentId === sitting.id);
    const place = (item: Item) => sitting.standing.order.indexOf(item.id) + 1 || Number.MAX_SAFE_INTEGER;
    return items.sort((one, other) => place(one) - place(other));
  }

  /** Every record of a kind that this reader sees. */
  all<T extends { kind: RecordKind }>(kind: T['kind']): T[] {
    return this.found.records.filter((one) => one.kind === kind) as unknown as T[];
  }

  /** What an item is about; of one that was taken off the agenda papers hold nothing more. */
  private behind({ subjectId, state }: Item): StoredRecord | undefined {
    return state === 'takenOff' ? undefined : this.byId.get(subjectId ?? '');
  }

  /** The child's case that an item is about; null where this reader may not open it, or it is about none. */
  caseOf(item: Item): Case | null {
    const record = this.behind(item);
    return record?.kind === 'childCase' ? (record as Case) : null;
  }

  /** The case of a person or a place that an item is about; null where this reader does not read its sheet. */
  strandOf(item: Item): StrandCase | null {
    const record = this.behind(item);
    if (record?.kind !== 'personCase' && record?.kind !== 'locationCase') return null;
    return this.reads(record.id, 'sheet', 'case') ? (record as StrandCase) : null;
  }

  /** The cluster that an item is about; null where this reader does not read its sheet. */
  clusterOf(item: Item): Cluster | null {
    const record = this.behind(item);
    if (record?.kind !== 'cluster') return null;
    return this.reads(record.id, 'sheet', 'case') ? (record as Cluster) : null;
  }

  /** Who a person is or what a place is, for whoever reads it. */
  aboutOf<T extends StoredRecord>({ parentId }: StrandCase): T | null {
    const record = this.byId.get(parentId ?? '');
    return record && this.reads(record.id, 'sheet', 'case') ? (record as T) : null;
  }

  /**
   * The name of a record at the end of a link, where this reader sees it; of a person who is a child by the chair's
   * decision about the case on this agenda, and not without.
   */
  nameOfEnd(id: string): string | null {
    const end = this.found.ends.get(id);
    if (!end) return null;
    const { title } = topicOf(end.kind).summary(end.standing as never, end.state);
    if (end.kind !== 'person' || !isChildOn(end.standing as PersonStanding, this.today)) return title;
    const cases = this.all<StrandCase>('personCase').filter(({ parentId }) => parentId === id);
    return cases.some(({ standing }) => standing.printing === true) ? title : null;
  }

  /** The local date on which the papers are asked for. */
  get today(): string {
    return this.date(this.about.now);
  }

  /** The child's own record, which fewer people may open than the case. */
  childOf(record: Case): Child | null {
    const child = this.byId.get(record.standing.childId) as Child | undefined;
    return child && this.reads(child.id, 'case') ? child : null;
  }

  /** The actions that hang on a case, a cluster or the item of a theme, as far as this reader sees them, oldest first. */
  actionsOf(caseId: string): Action[] {
    return this.all<Action>('planAction').filter((one) => one.parentId === caseId);
  }

  /** What was written on a record and stands, newest first; what was corrected is its correction. */
  written(recordId: string, ...kinds: string[]): DatedRow[] {
    const rows = this.rows.get(recordId) ?? [];
    return kinds.length === 0 ? rows : rows.filter((row) => kinds.includes(row.kind));
  }

  /** Whether this reader reads a class of a record's content. */
  reads(recordId: string, ...classes: string[]): boolean {
    const mine = this.found.classes.get(recordId) ?? [];
    return classes.some((one) => mine.includes(one));
  }

  /** The account of somebody who is named; null where the papers name nobody. */
  user(id: string | null | undefined): Person | null {
    const record = this.byId.get(id ?? '');
    return record?.kind === 'user' ? { ...(record.standing as UserStanding), id: record.id } : null;
  }

  /** The managers of a team, by name: the order in which they came to it says nothing. */
  managersOf(team: string | null): Person[] {
    const people = this.found.people.filter((one) => one.kind === 'user' && one.state === 'active');
    const standings = people.map((one) => ({ ...(one.standing as UserStanding), id: one.id }));
    return standings
      .filter((one) => team !== null && one.teamId === team && one.roles.includes('manager'))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** The name of an agency. */
  agency(id: string | null | undefined): string | null {
    return (this.byId.get(id ?? '')?.standing as AgencyStanding | undefined)?.name ?? null;
  }

  /** "Thursday 26 November 2026" for a date or an instant; what is neither stays as it was written. */
  day(text: string): string {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return dateWords(text);
    return /^\d{4}-\d\d-\d\dT/.test(text) ? dateWords(text, this.about.profile.timeZone) : text;
  }

  /** "Thursday 26 November 2026 at 10:05". */
  moment(instant: string): string {
    return dateTimeWords(instant, this.about.profile.timeZone);
  }

  /** "10:05" on the clock of the area. */
  time(instant: string): string {
    return timeWords(instant, this.about.profile.timeZone);
  }

  /** The local date of an instant as YYYY-MM-DD. */
  date(instant: string): string {
    return localDate(instant, this.about.profile.timeZone);
  }
}

/** The body of a row as plain fields. */
export function fieldsOf<T = Record<string, string | undefined>>(row: DatedRow | undefined): Partial<T> {
  return (row?.body ?? {}) as Partial<T>;
}
