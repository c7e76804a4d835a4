import type { ItemOfAgenda } from '@mase/store';
import { formalParts, type Profile, type SittingStanding } from '@mase/workflow';

/** Items in the order of the agenda; what is not in the order comes last. */
export function inOrder(items: readonly ItemOfAgenda[], order: readonly string[]): ItemOfAgenda[] {
  const place = (one: ItemOfAgenda) => {
    const found = order.indexOf(one.item.id);
    return found < 0 ? order.length : found;
  };
  return [...items].sort((one, other) => place(one) - place(other));
}

type Section = Profile['panel']['agenda'][number];

/** The parts of an agenda that hear something, of those that the panel hears. */
export function partsHeard(profile: Profile, { sections }: Pick<SittingStanding, 'sections'>): Section[] {
  const { opening, closing } = formalParts(profile);
  const formal = [...opening, ...closing];
  return profile.panel.agenda.filter((one) => !formal.includes(one) && (sections?.includes(one.id) ?? true));
}

/** Minutes of the parts that open a sitting, and of those that close it. */
export function formalMinutes(profile: Profile): { before: number; after: number } {
  const { opening, closing } = formalParts(profile);
  return { before: minutesOf(opening), after: minutesOf(closing) };
}

/** What a sitting says of its agenda's parts: those under which an item may stand, and the minutes of the others. */
export function partsShown(profile: Profile, standing: Pick<SittingStanding, 'sections'>) {
  return {
    parts: partsHeard(profile, standing).map(({ id, label, minutesPerItem }) => ({
      id,
      label,
      minutes: minutesPerItem,
    })),
    formal: formalMinutes(profile),
  };
}

const minutesOf = (sections: readonly Section[]) =>
  sections.reduce((sum, { minutesPerItem }) => sum + minutesPerItem, 0);

/** The length of a sitting and its pauses. */
export type SittingLength = Pick<SittingStanding, 'startsAt' | 'endsAt' | 'breaks'>;

const pauseOf = (breaks: SittingStanding['breaks'] = []): number =>
  breaks.reduce((sum, { minutes }) => sum + minutes, 0);

/** How many minutes a sitting has for its items, and how many items, in their order, fit into them. */
export function whatFits(
  { startsAt, endsAt, breaks }: SittingLength,
  minutes: readonly number[],
  profile: Profile,
): { minutes: number; items: number } {
  const { opening, closing } = formalParts(profile);
  const given = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  const left = given - minutesOf(opening) - minutesOf(closing) - pauseOf(breaks);
  let sum = 0;
  const over = minutes.findIndex((one) => {
    sum += one;
    return sum > left;
  });
  return { minutes: Math.max(0, left), items: over < 0 ? minutes.length : over };
}

/** What an agenda warns of: more minutes, those of opening, closing and pauses among them, than the sitting has. */
export function agendaWarnings(
  { startsAt, endsAt, breaks }: SittingLength,
  minutes: readonly number[],
  profile: Profile,
): { code: string; words: string }[] {
  const { opening, closing } = formalParts(profile);
  const items = minutes.reduce((sum, one) => sum + one, 0);
  const asked = items + minutesOf(opening) + minutesOf(closing) + pauseOf(breaks);
  const given = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  if (asked <= given) return [];
  return [
    {
      code: 'tooLong',
      words: `The items, ${pauseOf(breaks) > 0 ? 'breaks, ' : ''}opening and closing take ${asked} minutes and the sitting has ${given}.`,
    },
  ];
}
