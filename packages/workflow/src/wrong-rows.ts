import type { WrittenRow } from './model.js';

/** The kinds of row that withdraw an entry about somebody else, and that show it again. */
export const withdrawal = 'entry-withdrawn';
/** The kind of row that says that a withdrawn entry was right after all. */
export const restoration = 'entry-restored';
/** The kind of row by which a child’s record says that a whole case was about another child. */
export const caseMoved = 'case-moved';

type Row = Pick<WrittenRow, 'id' | 'kind' | 'replaces'>;

/**
 * Ids of the rows that do not stand: another was written in their place, or they were withdrawn and not restored since.
 * `written` holds the rows of one record or several, in any order; ids grow with time.
 */
export function wrongRows(written: readonly Row[]): Set<string> {
  const wrong = new Set<string>();
  const last = new Map<string, Row>();
  for (const row of written) {
    if (row.replaces === null) continue;
    if (row.kind !== withdrawal && row.kind !== restoration) wrong.add(row.replaces);
    else if ((last.get(row.replaces)?.id ?? '') < row.id) last.set(row.replaces, row);
  }
  for (const [id, { kind }] of last) if (kind === withdrawal) wrong.add(id);
  return wrong;
}
