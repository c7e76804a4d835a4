import type { AgendaItem } from '@mase/documents';
import type { CopyParts } from '@mase/store';
import { numberedItems } from './agenda-parts.js';
import type { PackContent } from './pack-model.js';
import { partDigest } from './paper-digest.js';
import type { Papers } from './papers.js';
import { originOf } from './provenance.js';

/** The parts of a copy that are about no item. */
export const generalParts = ['agenda', 'log', 'figures', 'intelligence', 'minutes'] as const;

/** A line without its place: a late item before it moves its number and times, and changes nothing of it. */
function lineOf({ number: _number, from: _from, to: _to, ...line }: AgendaItem): object {
  return line;
}

/**
 * What each part of a pack holds, as digests: of every item its line and its sheet, in the order of the agenda, then the
 * parts about no item. Two copies of one recipient differ in what these differ in.
 */
export function partsOf(papers: Papers, content: PackContent): CopyParts {
  const sheets = new Map(
    [...content.children, ...content.persons, ...content.places, ...content.clusters].map((sheet) => [
      sheet.item.number,
      sheet,
    ]),
  );
  const items = numberedItems(papers, papers.sitting).flatMap(({ section, item, record }) => {
    if (!record) return [];
    const sheet = sheets.get(item.number);
    const printed = sheet ? { ...sheet, item: null } : null;
    return [[record.id, partDigest({ section, line: lineOf(item), sheet: printed })] as const];
  });
  return {
    ...Object.fromEntries(items),
    agenda: partDigest({ ...content.sitting }),
    log: partDigest(content.actionLog),
    figures: partDigest({ figures: content.themesAndFigures.figures }),
    intelligence: partDigest(content.intelligence.map((one) => ({ ...one, items: null }))),
    minutes: partDigest({ minutes: content.previousMinutes }),
  };
}

/** The items of a copy in their order. */
export function itemsIn(parts: CopyParts): string[] {
  return Object.keys(parts).filter((part) => !(generalParts as readonly string[]).includes(part));
}

/** The parts that differ between two copies, of those that both have. */
export function differing(before: CopyParts, now: CopyParts): string[] {
  return Object.keys(now).filter((part) => part in before && before[part] !== now[part]);
}

/** The items that are new or differ: what a supplementary pack holds. */
export function changedItems(before: CopyParts, now: CopyParts): string[] {
  return itemsIn(now).filter((item) => before[item] !== now[item]);
}

/** The items of the agenda of which any part of a paper tells, each with what that part holds. */
export function itemsTold(papers: Papers, content: object): CopyParts {
  const items = new Set(papers.sitting.standing.order);
  const told: CopyParts = {};
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const id of originOf(value)?.records ?? []) if (items.has(id)) told[id] ??= partDigest(value);
    for (const one of Object.values(value)) look(one);
  };
  look(content);
  return told;
}
