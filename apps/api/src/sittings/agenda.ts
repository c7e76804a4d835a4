import type { ItemOfAgenda } from '@mase/store';
import type { SittingStanding } from '@mase/workflow';

/** When an item is taken, by the minutes of those before it. Instants in UTC. */
export interface ItemTimes {
  from: string;
  to: string;
}

/** Items in the order of the agenda; what is not in the order comes last. */
export function inOrder(items: readonly ItemOfAgenda[], order: readonly string[]): ItemOfAgenda[] {
  const place = (one: ItemOfAgenda) => {
    const found = order.indexOf(one.item.id);
    return found < 0 ? order.length : found;
  };
  return [...items].sort((one, other) => place(one) - place(other));
}

/** The times of items in order, from the start of the sitting and the minutes of each. */
export function itemTimes(startsAt: string, minutes: readonly number[]): ItemTimes[] {
  let at = Date.parse(startsAt);
  return minutes.map((amount) => {
    const from = new Date(at).toISOString();
    at += amount * 60_000;
    return { from, to: new Date(at).toISOString() };
  });
}

/** What an agenda warns of: more minutes than the sitting has. */
export function agendaWarnings(
  { startsAt, endsAt }: Pick<SittingStanding, 'startsAt' | 'endsAt'>,
  minutes: readonly number[],
): { code: string; words: string }[] {
  const asked = minutes.reduce((sum, one) => sum + one, 0);
  const given = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  if (asked <= given) return [];
  return [{ code: 'tooLong', words: `The items take ${asked} minutes and the sitting has ${given}.` }];
}
