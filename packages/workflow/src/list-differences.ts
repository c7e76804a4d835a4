/** What two lists do not share, either way; each item's key is made once, as there are dozens at every command. */
export function differences<T>(
  before: T[],
  after: T[],
  key: (item: T) => string,
): { added: T[]; removed: T[] } {
  const gone = new Map(before.map((item) => [key(item), item]));
  const added = after.filter((item) => !gone.delete(key(item)));
  return { added, removed: [...gone.values()] };
}

/** The items of a list that are not among those taken. */
export function others<T>(list: readonly T[], taken: readonly T[], key: (item: T) => string): T[] {
  const known = new Set(taken.map(key));
  return list.filter((item) => !known.has(key(item)));
}
