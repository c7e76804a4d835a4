import type { MissingRow, Reading } from '@mase/exchange';
import { type BulkRequest, type EpisodeOnBooks, findMissingEpisodes } from '@mase/store';
import { RecordEpisodeBody } from '../missing-episodes/record-episode.js';
import { RecordReturnBody } from '../missing-episodes/record-return.js';
import type { ImportTally, RowPlace } from './import-tally.js';
import type { KnownChildren, NamedChild } from './known-children.js';
import { fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';
import { refuseWithoutChild } from './without-child.js';

/**
 * The requests that record missing episodes, and the returns from those that the books hold without an end; what the
 * books know already makes none. The rows of a child come in the order of their start. Whether an episode overlaps, and whether it raises a proposal, is the workflow's to say.
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
      const { kind, start, end } = row;
      const held = onBooks.get(keyOf(child.id, row)) ?? [];
      if (held.some((episode) => !end || episode.end === end)) {
        tally.settle('missing', 'known');
        continue;
      }
      const absent = held.find((episode) => episode.end === null);
      if (absent && end) {
        const payload = { end, from };
        if (await fitsBody(RecordReturnBody, payload, one, tally))
          yield { name: 'missing-episodes/record-return', recordId: absent.id, payload, source: one };
        continue;
      }
      const payload = { childId: child.id, kind, start, ...(end ? { end } : {}), asAt, from };
      if (await fitsBody(RecordEpisodeBody, payload, one, tally))
        yield { name: 'missing-episodes/record-episode', payload, source: one };
    }
  }
}

/** Episodes on the books by child, kind and start. */
async function episodesOnBooks(
  chunk: Row<MissingRow>[],
  children: KnownChildren,
): Promise<Map<string, EpisodeOnBooks[]>> {
  const named = chunk.flatMap(({ row }) => children.find(row.childId) ?? []);
  const ids = [...new Set(named.filter((child) => child.onBooks).map((child) => child.id))];
  if (ids.length === 0) return new Map();
  const found = await children.look(async (tx) => {
    const episodes = await findMissingEpisodes(tx, ids);
    return { found: episodes, persons: [...episodes.keys()] };
  });
  const byKey = new Map<string, EpisodeOnBooks[]>();
  for (const [id, episodes] of found)
    for (const one of episodes) byKey.set(keyOf(id, one), [...(byKey.get(keyOf(id, one)) ?? []), one]);
  return byKey;
}

function keyOf(childId: string, { kind, start }: { kind: string; start: string }): string {
  return [childId, kind, start].join(' ');
}

/** Refuses a row that says the same as the one before it, or that has another date of birth than the child. */
async function isRefused(
  one: Row<MissingRow>,
  child: NamedChild,
  before: Row<MissingRow> | undefined,
  tally: ImportTally,
): Promise<boolean> {
  const { row, raw } = one;
  if (before && keyOf('', before.row) === keyOf('', row) && before.row.end === row.end) {
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
