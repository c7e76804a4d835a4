import { englandProfile } from '@mase/workflow/words';
import { timeWords } from '../../date-words.js';
import type { ListedKind } from './listed-case.js';
import type { ItemView, SittingView } from './sitting.js';

const sections = englandProfile.panel.agenda;
const before = ['opening', 'previous-minutes', 'action-log'];
const after = ['closing'];

/** An item with the times at which it is planned. */
export interface TimedItem extends ItemView {
  number: number;
  from: string;
  to: string;
  sectionLabel: string;
  /** When the item is planned to begin, as an instant in milliseconds. */
  startsAt: number;
}

/** A sitting's agenda with its times, and how its minutes compare with the time there is. */
export interface TimedAgenda {
  items: TimedItem[];
  /** Minutes of the standing parts, before and after the items. */
  standing: number;
  asked: number;
  available: number;
  /** Minutes of breaks between items. */
  breaks: number;
  /** How many minutes the agenda is too long; 0 when it fits. */
  over: number;
  ends: string;
}

const minutesOf = (ids: string[]): number =>
  sections.filter(({ id }) => ids.includes(id)).reduce((sum, { minutesPerItem }) => sum + minutesPerItem, 0);

/** Minutes of the parts that every sitting has, before its items and after them. */
export const standingMinutes = { before: minutesOf(before), after: minutesOf(after) };

/** Times an agenda from the start: the opening parts, each item in order with the break before it, then the closing part. */
export function timedAgenda(sitting: SittingView): TimedAgenda {
  const start = Date.parse(sitting.startsAt);
  let at = start + standingMinutes.before * 60_000;
  const items = sitting.items.map((item, index): TimedItem => {
    const startsAt = at + (item.pause ?? 0) * 60_000;
    at = startsAt + item.minutes * 60_000;
    return {
      ...item,
      number: index + 1,
      startsAt,
      from: timeWords(new Date(startsAt).toISOString()),
      to: timeWords(new Date(at).toISOString()),
      sectionLabel: sectionLabel(item.section),
    };
  });
  const end = at + standingMinutes.after * 60_000;
  const available = Math.round((Date.parse(sitting.endsAt) - start) / 60_000);
  const asked = Math.round((end - start) / 60_000);
  return {
    items,
    standing: standingMinutes.before + standingMinutes.after,
    asked,
    available,
    breaks: sitting.items.reduce((sum, { pause }) => sum + (pause ?? 0), 0),
    over: Math.max(0, asked - available),
    ends: timeWords(new Date(end).toISOString()),
  };
}

/** What a section of the agenda is called. */
export function sectionLabel(id: string): string {
  return sections.find((section) => section.id === id)?.label ?? id;
}

/** Sections into which an item may be put, by what its case is about, for a select. */
export const sectionsOf: Record<ListedKind, { value: string; text: string }[]> = {
  childCase: choices('child-new', 'child-review', 'child-step-down', 'escalation'),
  personCase: choices('person', 'escalation'),
  locationCase: choices('location', 'escalation'),
  cluster: choices('theme', 'escalation'),
};

function choices(...ids: string[]): { value: string; text: string }[] {
  return sections.filter(({ id }) => ids.includes(id)).map(({ id, label }) => ({ value: id, text: label }));
}
