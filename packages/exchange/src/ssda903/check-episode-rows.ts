import { isTaken, type Reading, type RowFault, type RowFaultCode, type TakenReading } from '../reading.js';
import type { EpisodeRow, IsoDate } from './rows.js';

/** What is remembered of a child: the latest episode by its start, and how far the episodes reach so far. */
interface ChildSoFar {
  latest: { line: number; start: IsoDate; facts: string };
  reach: { line: number; end: IsoDate };
}

/** After every real date: the reach of an episode that is still open. */
const STILL_OPEN = '9999-12-31';

/**
 * Passes episode readings through and judges each child's rows in the file's order. A row that says the same as the
 * child's latest episode is refused; one that starts before it, or before an earlier one ended, is taken with a
 * warning, since both may be needed to see which is right. A row out of order is compared with the latest episode only.
 * Memory grows with the children, not with the rows.
 */
export async function* checkEpisodeRows(
  readings: AsyncIterable<Reading<EpisodeRow>>,
): AsyncGenerator<Reading<EpisodeRow>> {
  const children = new Map<string, ChildSoFar>();
  for await (const reading of readings) {
    if (!isTaken(reading)) {
      yield reading;
      continue;
    }
    const { row, line } = reading;
    const soFar = children.get(row.childId);
    const facts = JSON.stringify(row);
    if (soFar?.latest.facts === facts) {
      const reason = `The same episode stands in line ${soFar.latest.line}.`;
      yield { file: reading.file, line, faults: [fault(reading, 'DUPLICATE_ROW', reason)], raw: reading.raw };
      continue;
    }
    const end = row.end ?? STILL_OPEN;
    if (!soFar) {
      children.set(row.childId, { latest: { line, start: row.start, facts }, reach: { line, end } });
    } else {
      reading.warnings.push(...doubts(reading, soFar, end));
      if (row.start >= soFar.latest.start) soFar.latest = { line, start: row.start, facts };
      if (end > soFar.reach.end) soFar.reach = { line, end };
    }
    yield reading;
  }
}

function doubts(reading: TakenReading<EpisodeRow>, { latest, reach }: ChildSoFar, end: IsoDate): RowFault[] {
  const found: RowFault[] = [];
  const isLate = reading.row.start < latest.start;
  if (isLate) {
    const reason = `The episode starts before the one in line ${latest.line}, which stands above it.`;
    found.push(fault(reading, 'EPISODE_OUT_OF_ORDER', reason));
  }
  if (isLate ? end > latest.start : reading.row.start < reach.end) {
    const other = isLate ? latest.line : reach.line;
    const open = !isLate && reach.end === STILL_OPEN ? ', which has no end' : '';
    found.push(fault(reading, 'EPISODE_OVERLAPS', `The episode overlaps the one in line ${other}${open}.`));
  }
  return found;
}

function fault(reading: TakenReading<EpisodeRow>, code: RowFaultCode, reason: string): RowFault {
  return {
    file: reading.file,
    line: reading.line,
    field: 'DECOM',
    value: reading.raw.DECOM ?? '',
    code,
    reason,
  };
}
