/** What of an item its place on an agenda depends on. */
export interface PlacedItem {
  id: string;
  /** The place of its section on the profile's agenda. */
  section: number;
  carried: boolean;
  high: boolean;
  /** What brothers and sisters, or the children of a cluster, have in common; null where nothing is. */
  family: string | null;
  presenter: string | null;
  /** Who is there for this item only. */
  attendees: readonly string[];
}

/** An item in its proposed place, and why it stands there. */
export interface ProposedPlace {
  id: string;
  why: string;
}

/** Why an item stands directly after another; null where nothing ties them. */
function tieOf(one: PlacedItem, other: PlacedItem): { weight: number; why: string } | null {
  if (one.family && one.family === other.family)
    return { weight: 4, why: 'Kept with a brother, a sister or a child of the same cluster' };
  if (one.attendees.some((id) => other.attendees.includes(id)))
    return { weight: 2, why: 'Follows an item with the same person attending, who comes once' };
  if (one.presenter && one.presenter === other.presenter)
    return { weight: 1, why: 'Presented by the same person' };
  return null;
}

/** The weight of an item that begins a row: what was carried over first, then high, then by section. */
function rank({ carried, high, section }: PlacedItem): [number, number, number] {
  return [carried ? 0 : 1, high ? 0 : 1, section];
}

function compare(one: PlacedItem, other: PlacedItem, at: Map<string, number>): number {
  const [own, others] = [rank(one), rank(other)];
  for (let index = 0; index < own.length; index += 1) {
    const difference = (own[index] as number) - (others[index] as number);
    if (difference !== 0) return difference;
  }
  return (at.get(one.id) ?? 0) - (at.get(other.id) ?? 0);
}

function whyFirst({ carried, high }: PlacedItem): string {
  if (carried) return 'Carried over: the last sitting did not reach it';
  if (high) return 'Graded high: heard early';
  return 'In the order of the agenda’s sections';
}

/** Children come before persons and places: sections in blocks, so that what concerns one child is heard before who harms. */
function blockOf(item: PlacedItem, blocks: readonly number[]): number {
  return blocks.filter((first) => item.section >= first).length;
}

/**
 * An order for an agenda, by rule: carried over and high first, brothers and sisters and the children of one cluster
 * together, then those for whom somebody comes only once, and a presenter's items in a row; persons of concern, locations
 * and themes after the children, in blocks that begin at these places of the profile's sections. What nothing orders
 * stays as it was. The same items give the same order.
 */
export function proposeOrder(items: readonly PlacedItem[], blocks: readonly number[]): ProposedPlace[] {
  const at = new Map(items.map(({ id }, index) => [id, index]));
  const waiting = [...items].sort(
    (one, other) => blockOf(one, blocks) - blockOf(other, blocks) || compare(one, other, at),
  );
  const placed: ProposedPlace[] = [];
  let last: PlacedItem | undefined;
  while (waiting.length > 0) {
    const tied = last ? nextTied(last, waiting, blocks) : null;
    const [item] = waiting.splice(tied?.index ?? 0, 1);
    if (!item) break;
    placed.push({ id: item.id, why: tied?.why ?? whyFirst(item) });
    last = item;
  }
  return placed;
}

/** Which of those that wait is tied most to the last; a tie never puts an item before one that is carried over or high. */
function nextTied(
  last: PlacedItem,
  waiting: readonly PlacedItem[],
  blocks: readonly number[],
): { index: number; why: string } | null {
  const [first] = waiting;
  if (!first) return null;
  const block = blockOf(first, blocks);
  let best: { index: number; why: string; weight: number } | null = null;
  waiting.forEach((one, index) => {
    const tie = tieOf(last, one);
    if (!tie || blockOf(one, blocks) !== block) return;
    const same = one.carried === first.carried && one.high === first.high;
    if (!same && tie.weight < 4) return;
    if (!best || tie.weight > best.weight) best = { index, why: tie.why, weight: tie.weight };
  });
  return best;
}
