import { type AccessSources, digestOf, findAccessSources, type Tx } from '@mase/store';
import {
  type AccessRequestStanding,
  type BundleItem,
  type ContentClass,
  kindsOnCase,
  minutesPartKind,
  type RecordKind,
  type StoredRecord,
} from '@mase/workflow';
import { itemText } from './item-text.js';

/** An item with the text that it refers to, as its reader may read it now. */
export interface GatheredItem extends BundleItem {
  text: string;
}

/** What information governance does not read, so that others decide on it. */
const notForGovernance: readonly ContentClass[] = ['disruption', 'restricted'];

const isOnCase = (kind: RecordKind) => kindsOnCase.some((one) => one === kind);

/** The records of which a request, or a part of one, gathers what was written. */
function scopeOf(sources: AccessSources, standing: AccessRequestStanding): StoredRecord[] {
  const isClosed = ({ standing: one }: StoredRecord) => Boolean(one.access?.closed);
  const { records } = sources;
  // A part of a restricted case is all of it; the child goes with the case where it is closed with it.
  if (standing.access?.closed) return records.filter((one) => one.kind === 'sitting' || isClosed(one));
  if (standing.partOf !== null)
    return records.filter(({ kind }) => kind === 'childCase' || kind === 'agendaItem' || isOnCase(kind));
  return records.filter((one) => !isClosed(one));
}

/**
 * Gathers what a request for access covers, or a part of one, as far as this reader reads it: every entry on the child,
 * the cases, actions, agenda items, missing episodes and proposals, and what the minutes of sittings say about the child.
 * A request leaves out whatever is restricted, also for a reader who is named in the restriction; a part takes that, or
 * what of an open case information governance does not read.
 */
export async function gather(
  tx: Tx,
  { standing, subjectId }: StoredRecord<AccessRequestStanding>,
): Promise<GatheredItem[]> {
  const { childId, partOf, access } = standing;
  if (childId === null) return [];
  const sources = await findAccessSources(tx, { childId, caseId: partOf === null ? null : subjectId });
  const scope = new Map(scopeOf(sources, standing).map((one) => [one.id, one]));
  const takes = (one: ContentClass) => {
    if (access?.closed) return true;
    return notForGovernance.includes(one) === (partOf !== null);
  };
  const items = new Set([...scope.values()].filter(({ kind }) => kind === 'agendaItem').map(({ id }) => id));
  const latest = latestMinutes(sources);
  const filed = filedSittings(sources);
  return sources.written.flatMap((row): GatheredItem[] => {
    const record = scope.get(row.record.id);
    if (!record || !takes(row.class)) return [];
    const agencyId = sources.agencies.get(row.authorId ?? '') ?? null;
    const about = { kind: row.kind, record: row.record, agencyId, happened: row.happened };
    if (record.kind !== 'sitting') return [withText({ ...about, id: row.id }, itemText(row.body))];
    // Agreed minutes are filed on the case: its own part alone, without the names of others.
    if (!latest.has(row.id) || filed.has(row.record.id)) return [];
    return sectionsOf(row.body).flatMap(({ itemId, text }, index) =>
      itemId && items.has(itemId) ? [withText({ ...about, id: `${row.id}/${index}` }, text)] : [],
    );
  });
}

/** Sittings whose agreed minutes stand on the case already. */
function filedSittings({ written }: AccessSources): Set<string> {
  return new Set(
    written
      .filter(({ kind }) => kind === minutesPartKind)
      .map(({ body }) => (body as { sittingId: string }).sittingId),
  );
}

/** Rows that hold the minutes of a sitting as they are now. */
function latestMinutes({ written }: AccessSources): Set<string> {
  const last = new Map<string, string>();
  for (const { id, kind, record } of written) if (kind === 'minutes') last.set(record.id, id);
  return new Set(last.values());
}

const sectionsOf = (body: object) =>
  (body as { sections?: { itemId?: string; text: string }[] }).sections ?? [];

function withText(item: Omit<BundleItem, 'length' | 'digest'>, text: string): GatheredItem {
  return { ...item, length: text.length, digest: digestOf(text), text };
}
