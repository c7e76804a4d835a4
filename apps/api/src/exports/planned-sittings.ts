import { amongExported, findRecordsById, reading, type Store } from '@mase/store';
import type { AgendaItemStanding, SittingStanding, StoredRecord } from '@mase/workflow';
import { everyListed } from '../list-file.js';
import type { ExportRun } from './export-pages.js';

/** When the panel sits on cases that wait on an agenda, by case, as instants: as far as both readers of the export read both. */
export async function plannedSittings(
  store: Store,
  { requester, approver }: ExportRun,
): Promise<Map<string, string[]>> {
  const found = await reading(store, requester, async (tx) => {
    const listed = await everyListed(tx, { kind: 'agendaItem', phases: ['waiting', 'open'] });
    const items = listed.map(({ record }) => record as StoredRecord<AgendaItemStanding>);
    const ids = [...new Set(items.map(({ standing }) => standing.sittingId))];
    return { items, sittings: (await findRecordsById(tx, ids)) as StoredRecord<SittingStanding>[] };
  });
  const all = [...found.items, ...found.sittings].map(({ id }) => id);
  const both = await reading(store, approver, (tx) => amongExported(tx, all));
  const starts = new Map(
    found.sittings.filter(({ id }) => both.has(id)).map(({ id, standing }) => [id, standing.startsAt]),
  );
  const planned = new Map<string, string[]>();
  for (const { id, standing } of found.items) {
    const at = starts.get(standing.sittingId);
    if (at && both.has(id))
      planned.set(standing.caseId, [...(planned.get(standing.caseId) ?? []), at].sort());
  }
  return planned;
}
