import { instantAt, localDate } from '@mase/workflow';
import type { Tx } from '../store.js';

/** How somebody is told of what is not urgent: by letters at once, by one a day, or inside the product alone. */
export const messageWays = ['at-once', 'daily', 'in-app'] as const;

/** What somebody chose; `dailyAt` is local time as HH:MM. */
export interface MailPreference {
  way: (typeof messageWays)[number];
  dailyAt: string;
}

/** What holds for whoever has not chosen. */
export const usualPreference: MailPreference = { way: 'at-once', dailyAt: '08:00' };

/** The reader's own choice. */
export async function findPreference(tx: Tx, userId: string): Promise<MailPreference> {
  const found = await tx.query<{ way: MailPreference['way']; daily_at: string }>({
    name: 'own mail preference',
    text: 'select way, daily_at from mail_preference where user_id = $1',
    values: [userId],
  });
  const row = found.rows[0];
  return row ? { way: row.way, dailyAt: row.daily_at } : usualPreference;
}

/** Keeps the reader's own choice, in place of the one before. */
export async function keepPreference(
  tx: Tx,
  who: { partnershipId: string; userId: string },
  { way, dailyAt }: MailPreference,
  at: string,
): Promise<void> {
  await tx.query({
    name: 'keep mail preference',
    text: `insert into mail_preference (partnership_id, user_id, way, daily_at, changed_at)
      values ($1, $2, $3, $4, $5)
      on conflict (user_id) do update set way = excluded.way, daily_at = excluded.daily_at,
        changed_at = excluded.changed_at`,
    values: [who.partnershipId, who.userId, way, dailyAt, at],
  });
}

const dayMs = 24 * 3_600_000;

/** When the next letter of the day goes: today at that time, or tomorrow where it has passed. */
export function nextDaily(now: string, dailyAt: string, timeZone: string): string {
  const today = instantAt(localDate(now, timeZone), dailyAt, timeZone);
  if (today > now) return today;
  const tomorrow = new Date(Date.parse(today) + dayMs).toISOString();
  return instantAt(localDate(tomorrow, timeZone), dailyAt, timeZone);
}
