/** A place on the agenda as typed: which item, by which number it stands now and by which it should. */
export interface Place {
  id: string;
  now: number;
  wanted: number;
}

/** The items in the order that the typed numbers ask for: an item moved to a place pushes the one there out of its way. */
export function ordered(places: Place[]): string[] {
  const side = ({ now, wanted }: Place): number => Math.sign(wanted - now);
  return [...places]
    .sort((one, other) => one.wanted - other.wanted || side(one) - side(other) || one.now - other.now)
    .map(({ id }) => id);
}

/** The items with one moved up or down by one place; as they are when there is no such place. */
export function moved(ids: string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const without = ids.filter((one) => one !== id);
  return [...without.slice(0, to), id, ...without.slice(to)];
}
