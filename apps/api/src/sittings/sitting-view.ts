import type { ItemOfAgenda, OpenedRecord } from '@mase/store';
import type { SittingStanding } from '@mase/workflow';
import { itemView } from '../agenda-items/item-view.js';
import { clockView } from '../clock-view.js';
import { recordBase } from '../record-view.js';
import type { Asking } from '../view.js';
import { agendaWarnings, inOrder, itemTimes } from './agenda.js';

type Opened = Pick<OpenedRecord, 'record' | 'written' | 'classes' | 'names'>;

function latest({ written }: Opened, kind: string): object | null {
  return written.find((row) => row.kind === kind)?.body ?? null;
}

function minutesVersions({ written }: Opened) {
  const agreed = written.find((row) => row.kind === 'minutes-agreed')?.body as
    | { version: number }
    | undefined;
  return written
    .filter((row) => row.kind === 'minutes')
    .map((row) => {
      const { version, sections } = row.body as { version: number; sections: object[] };
      return {
        id: row.id,
        version,
        sections,
        at: row.at,
        authorId: row.authorId,
        agreed: agreed?.version === version,
      };
    });
}

/** A sitting with its items in order, their times, what was decided before, and what may be asked of it now. */
export function sittingView(opened: Opened, items: readonly ItemOfAgenda[], asking: Asking) {
  const { clocks, order, access: _access, ...standing } = opened.record.standing as SittingStanding;
  const placed = inOrder(items, order);
  const minutes = placed.map((one) => one.item.standing.minutes);
  const times = itemTimes(standing.startsAt, minutes, asking.profile);
  const attendance = latest(opened, 'attendance') as { attendance: object[] } | null;
  return {
    ...recordBase(opened, asking),
    ...standing,
    clocks: clocks.map((clock) => clockView(clock, asking)),
    items: placed.map((one, index) => ({ ...itemView(one, opened.record, asking), ...times[index] })),
    withheldItems: order.filter((id) => !items.some((one) => one.item.id === id)).length,
    totalMinutes: minutes.reduce((sum, one) => sum + one, 0),
    warnings: agendaWarnings(standing, minutes, asking.profile),
    attendance: attendance?.attendance ?? [],
    papers: latest(opened, 'papers'),
    minutes: minutesVersions(opened),
    classes: opened.classes,
    names: opened.names,
  };
}
