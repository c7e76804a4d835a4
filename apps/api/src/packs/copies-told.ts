import type { KeptCopy } from '@mase/store';
import { numberedItems } from './agenda-parts.js';
import type { Action, Papers } from './papers.js';
import { behindSheet } from './provenance.js';

/** A version of a pack as the list tells of it. */
export interface CopyState {
  number: number;
  version: number;
  issuedAt: string;
  /** When its recipient first opened it; null while it is unopened. */
  openedAt: string | null;
}

/** An item of the agenda as the reader knows it, with what was recorded behind it and by when its actions are due. */
interface KnownItem {
  id: string;
  title: string;
  entries: { record: string; class: string; at: string }[];
  due: { record: string; at: string }[];
}

/** The items that the reader knows of, and the ids of all records behind them. */
export interface KnownItems {
  items: KnownItem[];
  ids: string[];
}

/** What the reader knows of each item on the agenda. */
export function knownItems(papers: Papers): KnownItems {
  const ids = new Set<string>();
  const items = numberedItems(papers, papers.sitting).flatMap(({ item, record }) => {
    if (!record) return [];
    const behind = new Set(behindSheet(papers, record));
    for (const id of behind) ids.add(id);
    const due = papers
      .all<Action>('planAction')
      .filter((one) => behind.has(one.id) && one.state !== 'ended' && one.standing.due)
      .map((one) => ({ record: one.id, at: `${(one.standing.due as string).slice(0, 10)}T23:59:59.999Z` }));
    return [
      {
        ...{ id: record.id, title: `Item ${item.number}, ${item.title}` },
        entries: papers.found.written
          .filter((row) => behind.has(row.record.id))
          .map((row) => ({ record: row.record.id, class: row.class, at: row.at })),
        due: due.filter(({ at }) => at < papers.about.now),
      },
    ];
  });
  return { items, ids: [...ids] };
}

/** The classes of content that a recipient reads, by record. */
type Classes = ReadonlyMap<string, readonly string[]>;

/** A version that is told, under the number that it has for this reader. */
export type ToldVersion = KeptCopy & CopyState;

/**
 * The versions of a recipient's pack as far as the reader may know of them: one that differs in nothing that both know of
 * is not told, so that no number hints at an item whose existence is closed to the reader.
 */
export function toldVersions(
  packs: readonly KeptCopy[],
  { items }: KnownItems,
  classes: Classes,
): ToldVersion[] {
  const known = [...items.filter(({ id }) => classes.has(id)).map(({ id }) => id), 'agenda'];
  const told: ToldVersion[] = [];
  for (const one of packs) {
    const last = told.at(-1);
    if (!last || known.some((part) => last.parts[part] !== one.parts[part]))
      told.push({ ...one, number: one.copyNumber, version: told.length + 1 });
    else told[told.length - 1] = { ...last, openedAt: last.openedAt ?? one.openedAt };
  }
  return told;
}

/** The items that may have changed for a recipient since a version: one is new, or an entry that both read was recorded, or an action of theirs is late now. */
export function changedItems({ items }: KnownItems, classes: Classes, since: ToldVersion): string[] {
  const reads = (record: string, of?: string) =>
    of === undefined ? classes.has(record) : (classes.get(record)?.includes(of) ?? false);
  return items
    .filter(({ id }) => classes.has(id))
    .filter(
      ({ id, entries, due }) =>
        !(id in since.parts) ||
        entries.some((one) => one.at > since.issuedAt && reads(one.record, one.class)) ||
        due.some((one) => one.at > since.issuedAt && reads(one.record)),
    )
    .map(({ id }) => id);
}
