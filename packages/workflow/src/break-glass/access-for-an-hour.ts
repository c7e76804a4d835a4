import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Access, ContentClass, StoredRecord } from '../model.js';
import { accessEvent, type Step } from '../topic.js';

const hourMs = 3_600_000;

/** What break-glass opens: the case as its worker reads it, without restricted notes and the disruption part. */
export const openedClasses: ContentClass[] = ['receipt', 'safety', 'sheet', 'case'];

/** When a record that is opened at an instant closes again: an hour later. */
export function hourFrom(at: string): string {
  return instantOf(instantMs(at) + hourMs);
}

function told(record: StoredRecord, access: Access): Step {
  return { record: { kind: record.kind, id: record.id }, event: accessEvent, payload: access };
}

/** Who is named on a record for longer than now, without the hour of one person. */
function others({ named = [] }: Access, userId: string, at: string) {
  return named.filter((one) => one.until === null || (one.until > at && one.userId !== userId));
}

/** Tells a record that somebody reads it by name until an instant, besides what was decided about it before. */
export function openFor(
  record: StoredRecord,
  userId: string,
  { at, until }: { at: string; until: string },
): Step {
  const access = record.standing.access ?? {};
  const named = [...others(access, userId, at), { userId, classes: openedClasses, until }];
  return told(record, { ...access, named });
}

/** Tells a record that somebody's hour is over. */
export function closeFor(record: StoredRecord, userId: string, at: string): Step {
  const { named: _named, ...access } = record.standing.access ?? {};
  const named = others(record.standing.access ?? {}, userId, at);
  return told(record, { ...access, ...(named.length > 0 ? { named } : {}) });
}
