import type { DatedRow } from '@mase/store';
import { wrongRows } from '@mase/workflow';

/** What was written, newest first, each row saying whether a later one stands in its place. */
export function writtenView(written: readonly DatedRow[]) {
  const replaced = wrongRows(written);
  return written.map(({ record: _record, ...row }) => ({ ...row, wrong: replaced.has(row.id) }));
}

/** What happened, in the order in which it happened, and when each was recorded; the rows say the rest. */
export function chronology(written: readonly DatedRow[]) {
  return writtenView(written)
    .map(({ id, kind, happened, at, authorId, wrong }) => ({ id, kind, happened, at, authorId, wrong }))
    .sort((one, other) =>
      one.happened < other.happened ? -1 : one.happened > other.happened ? 1 : one.at < other.at ? -1 : 1,
    );
}
