import { findExportIds, findRecordsAsTheyWere, reading, type Store } from '@mase/store';
import type { AgendaItemStanding, SittingStanding, StoredRecord } from '@mase/workflow';
import type { ExportRun } from './export-pages.js';

const atOnce = 500;

/**
 * When the panel was to sit on cases that waited on an agenda at the position of an export, by case, as instants: as far as
 * both readers of the export read both.
 */
export async function plannedSittings(store: Store, run: ExportRun): Promise<Map<string, string[]>> {
  const planned = new Map<string, string[]>();
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await reading(store, run.requester, (tx) =>
      findExportIds(tx, { kind: 'agendaItem', after, limit: atOnce }),
    );
    const items = (await bothRead<AgendaItemStanding>(store, run, ids)).filter(
      ({ state }) => state === 'waiting' || state === 'open',
    );
    const wanted = [...new Set(items.map(({ standing }) => standing.sittingId))];
    const sittings = await bothRead<SittingStanding>(store, run, wanted);
    const starts = new Map(sittings.map(({ id, standing }) => [id, standing.startsAt]));
    for (const { standing } of items) {
      const at = starts.get(standing.sittingId);
      if (at) planned.set(standing.caseId, [...(planned.get(standing.caseId) ?? []), at].sort());
    }
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce) return planned;
  }
}

/** Records as they were at the position, those that both read whole. */
async function bothRead<T extends StoredRecord['standing']>(
  store: Store,
  { requester, approver, position }: ExportRun,
  ids: readonly string[],
): Promise<StoredRecord<T>[]> {
  if (ids.length === 0) return [];
  const found = await reading(store, approver, (tx) => findRecordsAsTheyWere(tx, position, ids));
  const both = await reading(store, requester, (tx) =>
    findRecordsAsTheyWere(
      tx,
      position,
      found.map(({ id }) => id),
    ),
  );
  return both as StoredRecord<T>[];
}
