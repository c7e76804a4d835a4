import { sectionHears } from '@mase/workflow/words';
import { timeWords } from '../../date-words.js';
import { codeWords } from '../../strand.js';
import type { ItemView, SittingView } from './sitting.js';

/** An item with the times at which it is planned. */
export interface TimedItem extends ItemView {
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

/** An agenda as it is planned, and how long it takes with the parts that open and close it. */
export function timedAgenda(sitting: SittingView): TimedAgenda {
  const start = Date.parse(sitting.startsAt);
  const items = sitting.items.map(
    (item): TimedItem => ({
      ...item,
      startsAt: Date.parse(item.from),
      from: timeWords(item.from),
      to: timeWords(item.to),
      sectionLabel: sectionLabel(sitting, item.section),
    }),
  );
  const last = sitting.items.at(-1);
  const heard = last ? Date.parse(last.to) : start + sitting.formal.before * 60_000;
  const end = heard + sitting.formal.after * 60_000;
  const available = Math.round((Date.parse(sitting.endsAt) - start) / 60_000);
  const asked = Math.round((end - start) / 60_000);
  return {
    items,
    standing: sitting.formal.before + sitting.formal.after,
    asked,
    available,
    breaks: sitting.items.reduce((sum, { pause }) => sum + (pause ?? 0), 0),
    over: Math.max(0, asked - available),
    ends: timeWords(new Date(end).toISOString()),
  };
}

/** What a part of the agenda is called. */
export function sectionLabel({ parts }: Pick<SittingView, 'parts'>, id: string): string {
  return parts.find((part) => part.id === id)?.label ?? codeWords(id);
}

/** The parts of the agenda under which an item may stand, by what it is about, for a select. */
export function sectionsFor(
  { parts }: Pick<SittingView, 'parts'>,
  kind: string,
): { value: string; text: string }[] {
  return parts
    .filter(({ id }) => sectionHears(id, kind))
    .map(({ id, label }) => ({ value: id, text: label }));
}
