import { isTaken, type MissingRow, type Reading } from '@mase/exchange';

/**
 * Gives the rows of a missing file so that each child's come in the order of their start. The file is read twice: only
 * the rows of children whose order is wrong are held back, and given last.
 */
export async function* inOrder(
  open: () => AsyncIterable<Reading<MissingRow>>,
): AsyncGenerator<Reading<MissingRow>> {
  const unordered = await childrenOutOfOrder(open());
  const held: (Reading<MissingRow> & { row: MissingRow })[] = [];
  for await (const reading of open()) {
    if (isTaken(reading) && unordered.has(reading.row.childId)) held.push(reading);
    else yield reading;
  }
  held.sort((one, other) =>
    one.row.start < other.row.start ? -1 : one.row.start > other.row.start ? 1 : one.line - other.line,
  );
  yield* held;
}

async function childrenOutOfOrder(readings: AsyncIterable<Reading<MissingRow>>): Promise<Set<string>> {
  const latest = new Map<string, string>();
  const unordered = new Set<string>();
  for await (const reading of readings) {
    if (!isTaken(reading)) continue;
    const { childId, start } = reading.row;
    const before = latest.get(childId);
    if (before !== undefined && start < before) unordered.add(childId);
    if (before === undefined || start > before) latest.set(childId, start);
  }
  return unordered;
}
