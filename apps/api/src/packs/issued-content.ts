import { type IssuedPart, issuedPart, type MadeOf, type ReadPart } from '@mase/store';
import type { PaperTitle } from './paper-head.js';
import { originOf } from './provenance.js';

/** What a numbered copy says: its title with its reader, and its content. */
export interface IssuedContent {
  title: PaperTitle;
  content: object;
}

/** Where a part stood in what it was taken from. */
interface Place {
  $part: string;
  $label: string;
}

const isPlace = (value: object): value is Place => '$part' in value;

/** What stands behind a part, by the ids that its origin names. */
export type Behind = (ids: readonly string[]) => MadeOf;

/**
 * What a copy of a record's paper says, as it is kept: the whole first, with places where its parts stood, then each part
 * that was made of records of its own, by its digest. Every part knows what it was made of.
 */
export function keptParts(behind: Behind, { title, content }: IssuedContent, recordId: string): IssuedPart[] {
  const parts = new Map<string, IssuedPart>();
  const known = new Map<readonly string[], MadeOf>();
  const keep = (value: unknown, records: readonly string[]): IssuedPart => {
    const of = known.get(records) ?? behind(records);
    known.set(records, of);
    return issuedPart(JSON.stringify(value), of);
  };
  const cut = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(cut);
    const inside = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one)]));
    const origin = originOf(value);
    if (!origin) return inside;
    const part = keep(inside, origin.records);
    parts.set(part.digest, part);
    return { $part: part.digest, $label: origin.label } satisfies Place;
  };
  const whole = keep({ title, content: cut(content) }, [recordId]);
  return [whole, ...parts.values()];
}

/** A copy put together again: what it says, and what of it could not be read any more, by its name. */
export interface Restored extends IssuedContent {
  missing: string[];
}

const gone = Symbol('gone');

/**
 * Puts a copy together again from those of its parts that the reader reads. What is missing is left out of the list in
 * which it stood, and named. Null where the whole is missing.
 */
export function restored([first]: readonly string[], parts: ReadonlyMap<string, ReadPart>): Restored | null {
  const missing = new Set<string>();
  const put = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(put).filter((one) => one !== gone);
    if (isPlace(value)) {
      const part = parts.get(value.$part);
      const found = part ? put(JSON.parse(part.body)) : gone;
      if (found === gone) missing.add(value.$label);
      return found;
    }
    const entries = Object.entries(value).map(([name, one]) => [name, put(one)] as const);
    const kept = entries.map(([name, one]) => [name, one === gone && name in optional ? null : one] as const);
    return kept.some(([, one]) => one === gone) ? gone : Object.fromEntries(kept);
  };
  const whole = parts.get(first ?? '');
  const found = whole && put(JSON.parse(whole.body));
  return found && found !== gone ? { ...(found as IssuedContent), missing: [...missing] } : null;
}

/** What a paper may lack as a whole. */
const optional = { previousMinutes: null };
