import { labelOf } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** Somebody at the table whom names or addresses connect with an item. */
export interface FoundView {
  userId: string | null;
  name: string;
  agency: string;
  signs: { sign: string; part: string }[];
}

/** A restricted note about a connection: declared or confirmed, dismissed, or taken back. */
export interface ConnectionNote {
  kind: string;
  userId: string;
  name: string;
  reason: string;
  found?: string[];
  by: string;
  at: string;
}

/** The personal connections of one item, as a chair sees them. */
export interface ItemConnections {
  id: string;
  number: number;
  reference: string;
  name: string;
  state: string;
  found: FoundView[];
  notes: ConnectionNote[];
  /** Whose connection stands for this item alone. */
  without: string[];
  allowed: Allowed[];
}

/** A sitting with what was found and answered, item by item. */
export interface SittingConnections {
  id: string;
  state: string;
  panel: string;
  startsAt: string;
  items: ItemConnections[];
}

/** Reads the possible personal connections of a sitting; for its chairs alone. */
export async function readConnections(visit: Visit, sittingId: string): Promise<SittingConnections> {
  const { body } = await visit.read<SittingConnections>(path`/api/v1/sittings/${sittingId}/connections`);
  return body;
}

const signWords: { [sign: string]: string } = {
  'same-name': 'the same name as',
  'same-email': 'the same e-mail address as',
  'same-surname': 'the same surname as',
};

/** By what somebody was found, in words: "The same surname as the child and the child’s mother". */
export function signsWords({ signs }: Pick<FoundView, 'signs'>): string {
  const by = [...new Set(signs.map(({ sign }) => sign))];
  const words = by.map((sign) => {
    const parts = signs.filter((one) => one.sign === sign).map(({ part }) => part);
    return `${signWords[sign] ?? labelOf(sign)} ${[...new Set(parts)].join(' and ')}`;
  });
  const text = words.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const noteWords: { [kind: string]: string } = {
  'item-connection': 'has withdrawn',
  'connection-dismissed': 'is not connected',
  'item-connection-withdrawn': 'reads the item again',
};

/** A note as a line: who, what came of it, why, by whom and when. */
export function noteLine({ kind, name, reason, found, by, at }: ConnectionNote) {
  const how = kind === 'item-connection' && found ? ', found and confirmed' : '';
  return { text: `${name} ${noteWords[kind] ?? labelOf(kind)}${how}: ${reason}`, by, at: dateWords(at) };
}
