/** A part of a document of which nothing is sure yet. */
export interface Loose {
  [key: string]: unknown;
}

/** Takes a value for an object; an empty one where it is none, so that a fault there does not hide the others. */
export function looseObject(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/** Takes a value for a list of objects, each at its place. */
export function looseList(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map(looseObject) : [];
}

/** Places with what is wrong there, or false where nothing is. */
export type Found = [pointer: string, reason: string | false][];

/** Says of each item of a list whether its value under a key came before. */
export function repeats(items: readonly Loose[], key: string, at: string): Found {
  const seen = new Set<unknown>();
  return items.map((item, index) => {
    const value = item[key];
    const repeated = value !== undefined && seen.has(value);
    seen.add(value);
    return [`${at}/${index}/${key}`, repeated && `repeats "${String(value)}"`];
  });
}

/**
 * Says that a value names nothing of a list. Silent while an item of the list has no name that can be trusted: it may
 * be the one that is meant, and its own fault is told already.
 */
export function unknownIn(
  known: readonly Loose[],
  key: string,
  value: unknown,
  reason: string,
  names?: readonly string[],
): string | false {
  const sure = known.every((one) =>
    names ? names.includes(String(one[key])) : typeof one[key] === 'string',
  );
  return value !== undefined && sure && !known.some((one) => one[key] === value) && reason;
}
