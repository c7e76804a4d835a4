import { checkMissingRows, isTaken, type MissingRow, writeSsda903Missing } from '@mase/exchange';
import type { Store } from '@mase/store';
import type { ChildStanding, MissingEpisodeStanding, StoredRecord } from '@mase/workflow';
import { absenceParts } from './absence-parts.js';
import { readByBoth } from './beside.js';
import type { ExportPage, ExportRun } from './export-pages.js';

type Episode = StoredRecord<MissingEpisodeStanding>;

/** The return’s letter of each kind of absence. */
const codes = { missing: 'M', away: 'A' } as const;

/** How many absences were written, and how many may not be: of children without the authority’s id, or that overlap. */
export interface ReturnCount {
  written: () => void;
  leftOut: () => void;
}

/** Absences from care that lasted on any of these days, both included; where it was recorded by days, nobody said from where. */
function isInReturn({ state, standing }: Episode, { from, to }: ExportRun['standing']): boolean {
  const { start, end, missingFrom } = standing;
  return (
    (state === 'absent' || state === 'over') &&
    (missingFrom === undefined || missingFrom === 'care') &&
    start <= (to ?? '') &&
    (end === null || end >= (from ?? ''))
  );
}

/**
 * The parts of an absence that lie in the days of the return, a row each. One that goes on after the last day is open: it
 * is carried forward into the next (SSDA903).
 */
function rowsOf(
  { standing }: Episode,
  child: ChildStanding | undefined,
  { standing: { from = '', to = '' }, profile: { timeZone } }: ExportRun,
): MissingRow[] | null {
  if (!child?.localId) return null;
  const { localId, birthDate } = child;
  return absenceParts(standing, timeZone)
    .filter(({ start, end }) => start <= to && (end === null || end >= from))
    .map(({ kind, start, end }) => ({
      childId: localId,
      ...(birthDate ? { birthDate } : {}),
      ...{ kind, nativeKind: codes[kind], start },
      ...(end !== null && end <= to ? { end } : {}),
    }));
}

const byChild = (one: MissingRow, other: MissingRow) =>
  one.childId.localeCompare(other.childId) || (one.start < other.start ? -1 : 1);

/**
 * The missing file of an SSDA903 return over the days of an export, piece by piece. What the return’s rules refuse, an
 * absence that overlaps another or begins while one is open, and a child without the authority’s id are left out and
 * counted. The file has the columns of the return and no other line: the mark of the export stands beside it.
 */
export async function* missingReturnPieces(
  store: Store,
  run: ExportRun,
  pages: AsyncIterable<ExportPage>,
  { written, leftOut }: ReturnCount,
): AsyncGenerator<string> {
  const rows: MissingRow[] = [];
  for await (const { records } of pages) {
    const episodes = (records as Episode[]).filter((one) => isInReturn(one, run.standing));
    const ids = episodes.map(({ standing }) => standing.childId);
    const children = await readByBoth<StoredRecord<ChildStanding>>(store, run, ids);
    for (const one of episodes) {
      const parts = rowsOf(one, children.get(one.standing.childId)?.standing, run);
      if (parts) rows.push(...parts);
      else leftOut();
    }
  }
  yield* writeSsda903Missing(allowed(rows.sort(byChild), written, leftOut));
}

async function* allowed(rows: MissingRow[], written: () => void, leftOut: () => void) {
  for await (const one of checkMissingRows(rows, 'missing.csv')) {
    if (isTaken(one)) {
      written();
      yield one.row;
    } else leftOut();
  }
}
