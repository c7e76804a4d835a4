import { findExportIds, reading, type Store } from '@mase/store';
import type { AgendaItemStanding, SittingStanding, StoredRecord } from '@mase/workflow';
import { readByBoth } from './beside.js';
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
    const listed = await readByBoth<StoredRecord<AgendaItemStanding>>(store, run, ids);
    const items = [...listed.values()].filter(({ state }) => state === 'waiting' || state === 'open');
    const wanted = items.map(({ standing }) => standing.sittingId);
    const sittings = await readByBoth<StoredRecord<SittingStanding>>(store, run, wanted);
    for (const { standing } of items) {
      const at = sittings.get(standing.sittingId)?.standing.startsAt;
      if (at) planned.set(standing.caseId, [...(planned.get(standing.caseId) ?? []), at].sort());
    }
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce) return planned;
  }
}
