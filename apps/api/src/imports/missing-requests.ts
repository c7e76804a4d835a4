import type { MissingRow, Reading } from '@mase/exchange';
import { type BulkRequest, findMissingEpisodes } from '@mase/store';
import { RecordEpisodeBody } from '../missing-episodes/record-episode.js';
import type { ImportTally, RowPlace } from './import-tally.js';
import type { KnownChildren, NamedChild } from './known-children.js';
import { fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';
import { refuseWithoutChild } from './without-child.js';

/**
 * The requests that record missing episodes; those on the books make none. The rows of a child come in the order of
 * their start. Whether an episode overlaps, and whether it raises a proposal, is the workflow's to say.
 */
export async function* missingRequests(
  readings: AsyncIterable<Reading<MissingRow>>,
  about: { children: KnownChildren; tally: ImportTally; asAt: string; from: string },
): AsyncGenerator<BulkRequest<RowPlace>> {
  const { children, tally, asAt, from } = about;
  const last = new Map<string, Row<MissingRow>>();
  for await (const chunk of rowChunks(readings, 'missing', tally)) {
    await children.prepare(chunk.map(({ row }) => row.childId));
    const onBooks = await episodesOnBooks(chunk, children);
    for (const one of chunk) {
      const { row } = one;
      const child = await refuseWithoutChild(one, row.childId, about);
      if (!child || (await isRefused(one, child, last.get(row.childId), tally))) continue;
      last.set(row.childId, one);
      if (onBooks.has(keyOf(child.id, row))) {
        tally.settle('missing', 'known');
        continue;
      }
      const { kind, start, end } = row;
      const payload = { childId: child.id, kind, start, ...(end ? { end } : {}), asAt, from };
      if (await fitsBody(RecordEpisodeBody, payload, one, tally))
        yield { name: 'missing-episodes/record-episode', payload, source: one };
    }
  }
}

async function episodesOnBooks(chunk: Row<MissingRow>[], children: KnownChildren): Promise<Set<string>> {
  const named = chunk.flatMap(({ row }) => children.find(row.childId) ?? []);
  const ids = [...new Set(named.filter((child) => child.onBooks).map((child) => child.id))];
  if (ids.length === 0) return new Set();
  const found = await children.look(async (tx) => {
    const episodes = await findMissingEpisodes(tx, ids);
    return { found: episodes, persons: [...episodes.keys()] };
  });
  return new Set([...found].flatMap(([id, episodes]) => episodes.map((episode) => keyOf(id, episode))));
}

function keyOf(
  childId: string,
  { kind, start, end }: { kind: string; start: string; end?: string | null },
): string {
  return [childId, kind, start, end ?? ''].join(' ');
}

/** Refuses a row that says the same as the one before it, or that has another date of birth than the child. */
async function isRefused(
  one: Row<MissingRow>,
  child: NamedChild,
  before: Row<MissingRow> | undefined,
  tally: ImportTally,
): Promise<boolean> {
  const { row, raw } = one;
  if (before && keyOf('', before.row) === keyOf('', row)) {
    const reason = `The same episode stands in line ${before.line}.`;
    await tally.refuse(one, [
      { field: 'MIS_START', value: raw.MIS_START ?? '', code: 'DUPLICATE_ROW', reason },
    ]);
    return true;
  }
  if (row.birthDate && child.birthDate && row.birthDate !== child.birthDate) {
    const reason = `The child's date of birth is ${child.birthDate} in the header or on the books: the row may be about another child.`;
    await tally.refuse(one, [{ field: 'DOB', value: raw.DOB ?? '', code: 'BIRTH_DATE_DIFFERS', reason }]);
    return true;
  }
  return false;
}
