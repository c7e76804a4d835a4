import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import type { SittingStanding } from './standing.js';

type Section = Profile['panel']['agenda'][number];

/** The place of a line of an agenda: its number, and when it is taken. Instants in UTC; minutes of break before it. */
export interface Planned {
  number: number;
  pause: number;
  from: string;
  to: string;
}

/** An agenda as it is planned: the parts that open it, its items, the parts that close it. */
export interface PlannedAgenda {
  opening: Planned[];
  items: Planned[];
  closing: Planned[];
}

/** Headings of an agenda that stand before all items and after them, in every sitting, by the ids of the profile. */
const openingParts = ['opening', 'previous-minutes', 'action-log'];
const closingParts = ['closing'];

/** The parts of an agenda that are about no record: those that open the sitting, and those that close it. */
export function formalParts({ panel }: Profile): { opening: Section[]; closing: Section[] } {
  const of = (ids: string[]) => panel.agenda.filter((section) => ids.includes(section.id));
  return { opening: of(openingParts), closing: of(closingParts) };
}

/**
 * Numbers and times of an agenda, the same on paper, on the screen and in minutes: from the start, the opening parts, each
 * item with the break before it, the closing parts. `items` are those that the reader sees, in their order: numbers and
 * times run over them alone, so that nothing hints at another.
 */
export function plannedAgenda(
  { startsAt, breaks }: Pick<SittingStanding, 'startsAt' | 'breaks'>,
  items: readonly { id: string; minutes: number }[],
  profile: Profile,
): PlannedAgenda {
  const { opening, closing } = formalParts(profile);
  const formal = ({ minutesPerItem }: Section) => ({ minutes: minutesPerItem, pause: 0 });
  const pauseBefore = (id: string) => breaks?.find(({ before }) => before === id)?.minutes ?? 0;
  let at = instantMs(startsAt);
  const lines = [
    ...opening.map(formal),
    ...items.map(({ id, minutes }) => ({ minutes, pause: pauseBefore(id) })),
    ...closing.map(formal),
  ].map(({ minutes, pause }, index): Planned => {
    const from = at + pause * 60_000;
    at = from + minutes * 60_000;
    return { number: index + 1, pause, from: instantOf(from), to: instantOf(at) };
  });
  const last = opening.length + items.length;
  return {
    opening: lines.slice(0, opening.length),
    items: lines.slice(opening.length, last),
    closing: lines.slice(last),
  };
}
