import { findRecord, findRows, type OpenedRecord, reading, type Tx } from '@mase/store';
import {
  type AgendaItemStanding,
  type ConnectionSign,
  type FoundConnection,
  foundConnections,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { aroundItems } from './around-items.js';
import { atTable } from './at-table.js';

type Item = StoredRecord<AgendaItemStanding>;

/** A note about a personal connection, as the chairs and the Caldicott guardian read it. */
export interface ConnectionNote {
  kind: 'item-connection' | 'connection-dismissed' | 'item-connection-withdrawn';
  itemId: string;
  userId: string;
  name: string;
  reason: string;
  found?: ConnectionSign[];
  by: string;
  at: string;
}

/** The personal connections of one item: found and not answered, and the notes of what was answered or declared. */
export interface ItemConnections {
  item: Item;
  found: FoundConnection[];
  notes: ConnectionNote[];
}

const noteKinds = ['item-connection', 'connection-dismissed', 'item-connection-withdrawn'];

const signsOf = ({ signs }: FoundConnection) => [...new Set(signs.map(({ sign }) => sign))];

/** Whether the chair has dismissed all by which it is found now. */
function isDismissed(one: FoundConnection, notes: readonly ConnectionNote[]): boolean {
  const dismissed = notes
    .filter(({ kind, userId }) => kind === 'connection-dismissed' && userId === one.userId)
    .flatMap(({ found = [] }) => found);
  return one.userId !== null && signsOf(one).every((sign) => dismissed.includes(sign));
}

/**
 * Possible personal connections of everybody at the table with the items of a sitting that are still to be heard, as far
 * as the reader sees them. The reader is a chair: carers and restricted notes are read as such.
 */
export async function connectionsOf(
  tx: Tx,
  opened: Pick<OpenedRecord, 'record' | 'written' | 'children'>,
): Promise<ItemConnections[]> {
  const items = opened.children.filter(({ kind }) => kind === 'agendaItem') as Item[];
  const table = await atTable(tx, opened, items);
  const around = await aroundItems(tx, items);
  const rows = await findRows(tx, items, noteKinds);
  return items.map((item) => {
    const notes = rows
      .filter((row) => row.record.id === item.id)
      .map((row) => ({ ...row.body, kind: row.kind, itemId: item.id, at: row.at }) as ConnectionNote);
    const gone = item.standing.access?.without ?? [];
    const heard = !['waiting', 'open'].includes(item.state as string);
    const found = heard ? [] : foundConnections(table(item), around(item));
    return {
      item,
      notes,
      found: found.filter((one) => !gone.includes(one.userId ?? '') && !isDismissed(one, notes)),
    };
  });
}

/** How many possible connections wait for the answer of a chair. Of somebody without an account nothing can be hidden, so nothing waits. */
export function waitingOf(all: readonly ItemConnections[]): number {
  return all.reduce((sum, { found }) => sum + found.filter(({ userId }) => userId !== null).length, 0);
}

/** By which signs somebody is found to be connected with an item at this moment; none where nothing is found. */
export async function signsFound(
  app: FastifyInstance,
  request: FastifyRequest,
  { itemId, userId }: { itemId: string; userId: string },
): Promise<ConnectionSign[]> {
  return reading(app.store, request.reading, async (tx) => {
    const item = await findRecord(tx, 'agendaItem', itemId);
    const opened = item?.record.parentId ? await findRecord(tx, 'sitting', item.record.parentId) : null;
    if (!item || !opened) return [];
    const own = item.record as Item;
    const table = await atTable(tx, opened, [own]);
    const around = await aroundItems(tx, [own]);
    const found = foundConnections(table(own), around(own)).find((one) => one.userId === userId);
    return found ? signsOf(found) : [];
  });
}
