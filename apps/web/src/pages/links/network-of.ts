import type { End } from './link.js';

/** Where the network around a record is shown; null for an identifier, which stands in no address. */
export const networkOf = ({ kind, id, name }: End): string | null =>
  id && name ? `/links/network?of=${kind}:${id}` : null;

/** A record as an address names it, `child:<id>`, taken apart; null where it is none. */
export function recordNamed(node: string | undefined): { kind: RecordKind; id: string } | null {
  const [, kind, id] = /^(child|person|location):([0-9a-f-]{36})$/.exec(node ?? '') ?? [];
  return kind && id ? { kind: kind as RecordKind, id } : null;
}

/** The kinds of record that links join. */
export type RecordKind = 'child' | 'person' | 'location';
