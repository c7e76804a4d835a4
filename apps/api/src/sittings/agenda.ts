import type { ItemOfAgenda } from '@mase/store';
import type { Profile, SittingStanding } from '@mase/workflow';

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

/** Headings of an agenda that stand before all items and after them, in every sitting, by the ids of the profile. */
const openingParts = ['opening', 'previous-minutes', 'action-log'];
const closingParts = ['closing'];

type Section = Profile['panel']['agenda'][number];

/** The parts of an agenda that are about no record: those that open the sitting, and those that close it. */
export function formalParts({ panel }: Profile): { opening: Section[]; closing: Section[] } {
  const of = (ids: string[]) => panel.agenda.filter((section) => ids.includes(section.id));
  return { opening: of(openingParts), closing: of(closingParts) };
}

const minutesOf = (sections: readonly Section[]) =>
  sections.reduce((sum, { minutesPerItem }) => sum + minutesPerItem, 0);

/** The times of items in order: after the opening parts, by the minutes of each. */
export function itemTimes(startsAt: string, minutes: readonly number[], profile: Profile): ItemTimes[] {
  let at = Date.parse(startsAt) + minutesOf(formalParts(profile).opening) * 60_000;
  return minutes.map((amount) => {
    const from = new Date(at).toISOString();
    at += amount * 60_000;
    return { from, to: new Date(at).toISOString() };
  });
}

/** What an agenda warns of: more minutes, those of opening and closing among them, than the sitting has. */
export function agendaWarnings(
  { startsAt, endsAt }: Pick<SittingStanding, 'startsAt' | 'endsAt'>,
  minutes: readonly number[],
  profile: Profile,
): { code: string; words: string }[] {
  const { opening, closing } = formalParts(profile);
  const asked = minutes.reduce((sum, one) => sum + one, 0) + minutesOf(opening) + minutesOf(closing);
  const given = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  if (asked <= given) return [];
  return [
    {
      code: 'tooLong',
      words: `The items, opening and closing take ${asked} minutes and the sitting has ${given}.`,
    },
  ];
}
