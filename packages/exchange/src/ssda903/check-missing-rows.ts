import type { Reading, RowFault } from '../reading.js';
import { formatReturnDate } from './return-date.js';
import type { MissingRow } from './rows.js';
import type { Rows } from './write-returns.js';

/** What is remembered of a child: how far the episodes reach so far. */
interface Reach {
  line: number;
  start: string;
  end: string | undefined;
}

/**
 * Judges missing episodes before they are written as a return, in the order given: by child, each child's by start. An
 * episode that starts while another has not ended, or overlaps it, or ends before it starts, is refused with the line
 * that it would have had and the reason (SSDA903: no overlap, no new episode while one is open); the rest may be written.
 * Memory grows with the children, not with the rows.
 */
export async function* checkMissingRows(
  rows: Rows<MissingRow>,
  file: string,
): AsyncGenerator<Reading<MissingRow>> {
  const children = new Map<string, Reach>();
  let line = 1;
  for await (const row of rows) {
    line += 1;
    const raw = rawOf(row);
    const before = children.get(row.childId);
    const fault = faultOf(row, before);
    if (fault) {
      yield { file, line, faults: [{ file, line, ...fault, value: raw[fault.field] ?? '' }], raw };
      continue;
    }
    children.set(row.childId, { line, start: row.start, end: row.end });
    yield { file, line, row, warnings: [], raw };
  }
}

function rawOf({ childId, birthDate, nativeKind, start, end }: MissingRow): Record<string, string> {
  const written = (date: string | undefined) => (date ? formatReturnDate(date) : '');
  return {
    CHILD: childId,
    DOB: written(birthDate),
    MISSING: nativeKind,
    MIS_START: written(start),
    MIS_END: written(end),
  };
}

type Fault = Pick<RowFault, 'field' | 'code' | 'reason'>;

function faultOf({ start, end }: MissingRow, before: Reach | undefined): Fault | undefined {
  if (end && end < start)
    return { field: 'MIS_END', code: 'DATES_OUT_OF_ORDER', reason: 'The episode ends before it starts.' };
  if (!before) return undefined;
  if (start < before.start)
    return {
      field: 'MIS_START',
      code: 'EPISODE_OUT_OF_ORDER',
      reason: `The episode starts before the one in line ${before.line}, which stands above it.`,
    };
  if (before.end && start >= before.end) return undefined;
  const open = before.end ? '' : ', which has no end';
  return {
    field: 'MIS_START',
    code: 'EPISODE_OVERLAPS',
    reason: `The episode overlaps the one in line ${before.line}${open}.`,
  };
}
