import { type Identifier, type IdentifierKind, identifierKinds } from '../identifiers/identifier.js';
import type { Platform } from '../identifiers/social-handle.js';
import type { RecordRef } from '../model.js';

/** Kinds of record that a link joins, in the order in which a link is written down. */
export const linkedKinds = ['child', 'person', 'location'] as const;
/** One of these. */
export type LinkedKind = (typeof linkedKinds)[number];

/** A record that a link joins. */
export interface LinkedRecord extends RecordRef {
  kind: LinkedKind;
}

/** Either end of a link: a record, or an identifier in its normal form. */
export type LinkEnd = LinkedRecord | Identifier;

/** Kinds of identifier that several people may share, and by which a link joins them. */
export const linkedIdentifiers = [
  'phone',
  'vehicle',
  'handle',
  'email',
  'device',
  'address',
] as const satisfies readonly IdentifierKind[];

/** The code of one of these kinds. */
export type LinkedIdentifier = (typeof linkedIdentifiers)[number];

/** An identifier as an end of a link; nothing where it is of a kind that says nothing of who shares it. */
export function linkEndsOf(one: Identifier): LinkEnd[] {
  return linkedIdentifiers.some((kind) => kind === one.kind) ? [one] : [];
}

/** Either end as it is given: a record by its id, or an identifier written in any way that can be read. */
export interface WrittenEnd {
  kind: LinkedKind | LinkedIdentifier;
  id?: string;
  text?: string;
  /** Where online, for a name that is used there. */
  platform?: Platform;
}

/** The id of the record at an end; null where the end is an identifier. */
export function idAt(end: LinkEnd | WrittenEnd): string | null {
  return isRecordKind(end.kind) ? ((end as { id?: string }).id ?? '') : null;
}

/** Whether a kind of end is a kind of record. */
export function isRecordKind(kind: LinkEnd['kind']): kind is LinkedKind {
  return linkedKinds.some((one) => one === kind);
}

/** Whether an end is a record. */
export function isRecord(end: LinkEnd): end is LinkedRecord {
  return isRecordKind(end.kind);
}

const ofRecords: Record<LinkedKind, string> = { child: 'Child', person: 'Person', location: 'Place' };

/** What an end is, in words that name nobody: “Place”, “Phone number”. */
export const endWords = ({ kind }: LinkEnd): string =>
  isRecordKind(kind) ? ofRecords[kind] : identifierKinds[kind];

/** The name under which an end is a node of the network: `child:<id>`, `phone:447700900123`. */
export function nodeOf(end: LinkEnd): string {
  return `${end.kind}:${isRecord(end) ? end.id : end.value}`;
}

/** A node taken apart again. Throws where it is none: a programming error. */
export function endOfNode(node: string): LinkEnd {
  const at = node.indexOf(':');
  const kind = node.slice(0, at);
  const rest = node.slice(at + 1);
  const record = linkedKinds.find((one) => one === kind);
  if (record) return { kind: record, id: rest };
  const identifier = linkedIdentifiers.find((one) => one === kind);
  if (!identifier) throw new Error(`No node of a network begins with ${kind}`);
  return { kind: identifier, value: rest };
}

const rank = (end: LinkEnd | WrittenEnd): number => {
  const at = linkedKinds.findIndex((kind) => kind === end.kind);
  return at < 0 ? linkedKinds.length : at;
};

/** Two ends in the order in which a link is written down: a child first, a record before an identifier. */
export function inOrder<T extends LinkEnd | WrittenEnd>(ends: readonly [T, T]): [T, T] {
  const [one, other] = ends;
  const [first, second] = [idAt(one), idAt(other)];
  const turned =
    rank(one) > rank(other) ||
    (rank(one) === rank(other) && first !== null && second !== null && first > second);
  return turned ? [other, one] : [one, other];
}
