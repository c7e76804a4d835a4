import type { ItemOfAgenda, OpenedRecord, SittingTimes } from '@mase/store';
import {
  type PanelStanding,
  plannedAgenda,
  quorumNeeded,
  recalledCopies,
  type SittingStanding,
} from '@mase/workflow';
import { itemView } from '../agenda-items/item-view.js';
import { clockViews } from '../clock-view.js';
import { issuedTo } from '../packs/pack-rights.js';
import { recordBase } from '../record-view.js';
import type { Asking } from '../view.js';
import { agendaWarnings, inOrder, partsShown } from './agenda.js';

type Opened = Pick<OpenedRecord, 'record' | 'written' | 'classes' | 'names' | 'parent'>;

function latest({ written }: Opened, kind: string): object | null {
  return written.find((row) => row.kind === kind)?.body ?? null;
}

/** Those of the ids of an agenda that the reader sees; of the others it is said how many, where that may be known. */
function placesSeen(ids: readonly string[] | undefined, items: readonly ItemOfAgenda[]): string[] {
  return (ids ?? []).filter((id) => items.some((one) => one.item.id === id));
}

/** The latest papers with everybody who has a copy, without the places of items that the reader does not see. */
function papersSeen(opened: Opened, items: readonly ItemOfAgenda[]): object | null {
  const papers = latest(opened, 'papers') as { order?: string[] } | null;
  const recalled = recalledCopies(opened.written);
  const recipients = issuedTo(opened).filter((id) => !recalled.has(id));
  return papers && { ...papers, recipients, order: placesSeen(papers.order, items) };
}

/** The latest attendance, without whoever came only for items that the reader does not see. */
function attendanceSeen(opened: Opened, items: readonly ItemOfAgenda[]): object[] {
  const found = latest(opened, 'attendance') as { attendance: { itemIds?: string[] }[] } | null;
  return (found?.attendance ?? []).flatMap((one) => {
    if (!one.itemIds?.length) return [one];
    const itemIds = placesSeen(one.itemIds, items);
    return itemIds.length > 0 ? [{ ...one, itemIds }] : [];
  });
}

function minutesVersions({ written }: Opened, items: readonly ItemOfAgenda[]) {
  const agreed = written.find((row) => row.kind === 'minutes-agreed')?.body as
    | { version: number }
    | undefined;
  return written
    .filter((row) => row.kind === 'minutes')
    .map((row) => {
      const { version, sections } = row.body as { version: number; sections: { itemId?: string }[] };
      const seen = sections.filter(({ itemId }) => !itemId || placesSeen([itemId], items).length > 0);
      return {
        id: row.id,
        version,
        sections: seen,
        at: row.at,
        authorId: row.authorId,
        agreed: agreed?.version === version,
      };
    });
}

/** A sitting with its items in order, their times, what was decided before, and what may be asked of it now. */
export function sittingView(
  opened: Opened,
  items: readonly ItemOfAgenda[],
  known: ReadonlySet<string>,
  asking: Asking,
  guest: SittingTimes | null,
) {
  const {
    clocks,
    order,
    access: _access,
    guests: _guests,
    observers: _observers,
    addressees = [],
    panelChairs: _chairs,
    startedById: _starter,
    ...standing
  } = opened.record.standing as SittingStanding;
  const placed = inOrder(items, order);
  const minutes = placed.map((one) => one.item.standing.minutes);
  const planned = plannedAgenda(
    standing,
    placed.map(({ item }) => ({ id: item.id, minutes: item.standing.minutes })),
    asking.profile,
  );
  return {
    ...recordBase(opened, asking, { related: items.map(({ item }) => item), written: [] }),
    ...standing,
    order: placesSeen(order, items),
    breaks: (standing.breaks ?? []).filter(({ before }) => placesSeen([before], items).length > 0),
    clocks: clockViews(clocks, asking),
    items: placed.map((one, index) => ({
      ...itemView(one, opened.record, asking),
      ...planned.items[index],
      ...guest?.times.get(one.item.id),
    })),
    guest: guest !== null,
    // How it is joined is for those who come to an item.
    ...(guest !== null && items.length === 0 ? { link: null } : {}),
    letter: addressees.includes(asking.actor.userId ?? ''),
    withheldItems: order.filter((id) => known.has(id) && !items.some((one) => one.item.id === id)).length,
    ...partsShown(asking.profile, standing),
    mayOpenPanel: Boolean(opened.parent),
    memberIds: (opened.parent?.standing as Partial<PanelStanding> | undefined)?.memberIds ?? [],
    totalMinutes: minutes.reduce((sum, one) => sum + one, 0),
    warnings: agendaWarnings(standing, minutes, asking.profile),
    attendance: attendanceSeen(opened, items),
    quorumNeeded: quorumNeeded(asking.profile, standing.quorum),
    papers: papersSeen(opened, items),
    minutes: minutesVersions(opened, items),
    classes: opened.classes,
    names: opened.names,
  };
}
