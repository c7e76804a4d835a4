import { EPISODE_END_CODES, type EpisodeRow, type Reading } from '@mase/exchange';
import { type BulkRequest, findWrittenBodies } from '@mase/store';
import { RecordStatusBody } from '../children/record-status.js';
import type { ImportTally, RowPlace } from './import-tally.js';
import type { KnownChildren, NamedChild } from './known-children.js';
import { fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';
import { refuseWithoutChild } from './without-child.js';

/** The requests that record legal status and placement from episodes of care; those written before make none. */
export async function* episodeRequests(
  readings: AsyncIterable<Reading<EpisodeRow>>,
  about: { children: KnownChildren; tally: ImportTally },
): AsyncGenerator<BulkRequest<RowPlace>> {
  const { children, tally } = about;
  for await (const chunk of rowChunks(readings, 'episodes', tally)) {
    await children.prepare(chunk.map(({ row }) => row.childId));
    const written = await writtenBefore(chunk, children);
    for (const one of chunk) {
      const child = await refuseWithoutChild(one, one.row.childId, about);
      if (!child) continue;
      await tally.warn(one, doubts(one, child));
      if (written.has(keyOf(child.id, one.row, one.raw))) {
        tally.settle('episodes', 'known');
        continue;
      }
      const payload = payloadOf(one.row);
      if (await fitsBody(RecordStatusBody, payload, one, tally)) yield requestOf(one, child, payload);
    }
  }
}

/** Episodes that stand on the books already: one query for all children of these rows. */
async function writtenBefore(chunk: Row<EpisodeRow>[], children: KnownChildren): Promise<Set<string>> {
  const named = chunk.flatMap(({ row }) => children.find(row.childId) ?? []);
  const ids = [...new Set(named.filter((child) => child.onBooks).map((child) => child.id))];
  const known = new Set<string>();
  if (ids.length === 0) return known;
  const bodies = await children.look(async (tx) => {
    const found = await findWrittenBodies(tx, { kind: 'status', recordIds: ids });
    return { found, persons: [...found.keys()] };
  });
  for (const [id, all] of bodies)
    for (const body of all) {
      const { legalStatus, placement, since, until } = body as Record<string, string>;
      const row = { legalStatus, placement, start: since, ...(until ? { end: until } : {}) } as EpisodeRow;
      known.add(keyOf(id, row, body.asGiven as Record<string, string> | undefined));
    }
  return known;
}

/** Two episodes are the same where every field says the same, whatever the spaces around it. */
function keyOf(childId: string, row: EpisodeRow, given: Record<string, string> | undefined): string {
  const rest = Object.entries(given ?? {})
    .map(([field, value]) => `${field}=${value.trim()}`)
    .sort();
  return JSON.stringify([childId, row.legalStatus, row.placement, row.start, row.end ?? null, rest]);
}

function payloadOf({ legalStatus, placement, start, end }: EpisodeRow): object {
  return { legalStatus, placement, since: start, ...(end ? { until: end } : {}) };
}

function requestOf(one: Row<EpisodeRow>, child: NamedChild, payload: object): BulkRequest<RowPlace> {
  return {
    name: 'children/record-status',
    recordId: child.id,
    payload: { ...payload, asGiven: one.raw },
    // A return dates by the day: the status is taken to hold from its first instant.
    happened: `${one.row.start}T00:00:00.000Z`,
    source: one,
  };
}

function doubts({ row, raw }: Row<EpisodeRow>, child: NamedChild) {
  const found = [];
  // A reason of leaving without an end is taken as open: an end date is never made up, and a child who is wrongly
  // shown as looked after is checked upon, while one wrongly shown as having left might not be.
  if (row.endReason && row.endReason !== 'X1' && !row.end)
    found.push({
      field: 'DEC',
      value: raw.DEC ?? '',
      code: 'LEFT_CARE_WITHOUT_END',
      reason: `REC ${row.endReason} says that care ended (${EPISODE_END_CODES[row.endReason].toLowerCase()}), but no end is given: kept as open. Ask the sender for the date.`,
    });
  if (child.birthDate && row.start < child.birthDate)
    found.push({
      field: 'DECOM',
      value: raw.DECOM ?? '',
      code: 'BEFORE_BIRTH',
      reason: `The episode starts before the child was born (${child.birthDate}).`,
    });
  return found;
}
