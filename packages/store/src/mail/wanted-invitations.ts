import {
  type AgendaItemStanding,
  type PanelStanding,
  type Planned,
  plannedAgenda,
  type SittingStanding,
  type StoredRecord,
} from '@mase/workflow';
import type { PoolClient } from 'pg';
import { begin, clockReading } from '../access.js';
import { findProfile } from '../queries/find-profile.js';
import { commit, type Store, type Tx, withClient } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

const open = ['scheduled', 'agendaOpen', 'papersIssued'];
const mostSittings = 500;
/** While an agenda is built its times move with every row: nobody is told one before it has stood for so long. */
const settlesAfterMs = 15 * 60_000;

/** A sitting, and an item of its agenda, as they are stored. */
export type Sitting = StoredRecord<SittingStanding>;
type Item = StoredRecord<AgendaItemStanding>;

/** What somebody's calendar is to say: of a sitting, or of one item of it with its own time. */
export interface Wanted {
  sittingId: string;
  userId: string;
  /** The sitting, or the item for which alone somebody comes. */
  aboutId: string;
  startsAt: string | null;
  endsAt: string | null;
  /** How often the sitting has changed. */
  sittingSequence: number;
  /** Whether it can be told now; what was told before stays until it can. */
  settled: boolean;
}

/** Everything that calendars of a partnership are to say of sittings to come, and those sittings, cancelled ones too. */
export async function findWanted(
  app: Store,
  partnershipId: string,
  now: string,
): Promise<{ sittings: Sitting[]; wanted: Wanted[] }> {
  const who = clockReading(partnershipId);
  return withClient(app, async (tx) => {
    await begin(tx, who, { purpose: 'change', now });
    const sittings = (await records(
      tx,
      `kind = 'sitting' and opened_at > $1 and phase = any ($2) order by opened_at limit ${mostSittings}`,
      [now, [...open, 'cancelled']],
    )) as Sitting[];
    const ahead = sittings.filter(({ state }) => open.includes(state as string));
    const panelIds = ahead.flatMap(({ standing }) => standing.panelId ?? []);
    const panels = (await records(tx, 'id = any ($1::uuid[])', [panelIds])) as StoredRecord<PanelStanding>[];
    const items = await itemsOf(
      tx,
      ahead.map(({ id }) => id),
    );
    const profile = await findProfile(tx as never, partnershipId, now);
    await commit(tx);
    const wanted = ahead.flatMap((sitting): Wanted[] => {
      const { id, standing } = sitting;
      const own = items.filter(({ parentId }) => parentId === id);
      const members = panels.find((one) => one.id === standing.panelId)?.standing.memberIds ?? [];
      const whole = new Set([standing.chairId, ...members].filter(Boolean));
      const sittingSequence = standing.sequence ?? 0;
      const times = timesOf(sitting, own, profile);
      const settled = isSettled(sitting, own, now);
      return [
        ...[...whole].map((userId) => ({
          ...{ sittingId: id, userId, aboutId: id, startsAt: null, endsAt: null },
          ...{ sittingSequence, settled: true },
        })),
        ...own.filter(isToCome).flatMap((item) =>
          comingFor(item)
            .filter((userId) => !whole.has(userId))
            .map((userId) => ({
              ...{ sittingId: id, userId, aboutId: item.id, sittingSequence, settled },
              startsAt: times.get(item.id)?.from ?? standing.startsAt,
              endsAt: times.get(item.id)?.to ?? standing.endsAt,
            })),
        ),
      ];
    });
    return { sittings, wanted };
  });
}

/** Records by a condition, under the reading of the transaction. */
export async function records(tx: PoolClient, which: string, values: unknown[]): Promise<StoredRecord[]> {
  const found = await tx.query<RawRecord>(`select ${recordColumns} from record where ${which}`, values);
  return found.rows.map((row) => storedRecord(row));
}

const itemsOf = (tx: PoolClient, sittingIds: readonly string[]) =>
  records(tx, `parent_id = any ($1::uuid[]) and kind = 'agendaItem'`, [sittingIds]) as Promise<Item[]>;

const isToCome = ({ state }: Item) => state === 'waiting' || state === 'open';

function comingFor({ standing: { attendees = [], presenterId } }: Item): string[] {
  return [...new Set([...attendees.map(({ id }) => id), ...(presenterId ? [presenterId] : [])])];
}

/** When each item is taken, over the whole agenda: whoever comes for one is to come at the time at which the chair takes it. */
function timesOf(
  { standing }: Sitting,
  items: readonly Item[],
  profile: Parameters<typeof plannedAgenda>[2],
) {
  const placed = standing.order.flatMap((id) => items.filter((one) => one.id === id));
  const lines = placed.map(({ id, standing: { minutes } }) => ({ id, minutes }));
  const { items: planned } = plannedAgenda(standing, lines, profile);
  return new Map(
    placed.map(({ id }, index) => {
      const { from, to } = planned[index] as Planned;
      return [id, { from, to }];
    }),
  );
}

function isSettled(sitting: Sitting, items: readonly Item[], now: string): boolean {
  if (sitting.state === 'papersIssued') return true;
  const changed = Math.max(...[sitting, ...items].map(({ at }) => Date.parse(at)));
  return Date.parse(now) - changed >= settlesAfterMs;
}

/** The agenda of a sitting as it is planned for everybody: when each item is taken, and which are taken no more. */
export interface SittingTimes {
  sitting: Sitting;
  people: StoredRecord[];
  times: Map<string, { from: string; to: string }>;
  off: Set<string>;
}

/**
 * When each item of a sitting is taken, as the service itself reads its agenda, with the accounts that an invitation
 * names; null where the sitting is no more. Of all items: what is told of it goes to those who come for an item, each
 * the time of that one.
 */
export async function findSittingTimes(
  app: Store,
  partnershipId: string,
  { sittingId, userId }: { sittingId: string; userId: string | null },
): Promise<SittingTimes | null> {
  const who = clockReading(partnershipId);
  return withClient(app, async (tx) => {
    const now = app.clock();
    await begin(tx, who, { purpose: 'change', now });
    const [sitting] = (await records(tx, `kind = 'sitting' and id = $1`, [sittingId])) as Sitting[];
    const items = sitting ? await itemsOf(tx, [sitting.id]) : [];
    const ids = [sitting?.standing.chairId, userId].filter(Boolean);
    const people = sitting ? await records(tx, `id = any ($1::uuid[]) and kind = 'user'`, [ids]) : [];
    const profile = await findProfile(tx as never, partnershipId, now);
    await commit(tx);
    if (!sitting) return null;
    const left = items.filter(({ state }) => state === 'returned' || state === 'takenOff');
    const off = sitting.state === 'cancelled' ? items : left;
    return {
      sitting,
      people,
      times: timesOf(sitting, items, profile),
      off: new Set(off.map(({ id }) => id)),
    };
  });
}

/** How often somebody's own invitation to an item has changed; 0 where none was sent by e-mail. */
export async function findOwnSequence(tx: Tx, itemId: string): Promise<number> {
  const found = await tx.query<{ sequence: number }>({
    name: 'own invitation',
    text: 'select sequence from invitation where about_id = $1 and user_id = (select app_user())',
    values: [itemId],
  });
  return found.rows[0]?.sequence ?? 0;
}
