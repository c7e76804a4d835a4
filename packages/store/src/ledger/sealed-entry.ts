import { isLeafOf } from './leaf.js';
import type { EntryRef } from './ledger-fault.js';

/** An entry of the ledger with the row that it stands for, as far as that is there. */
export interface SealedEntry extends EntryRef {
  position: number;
  /** The leaf that was sealed. */
  sealed: Buffer;
  row: SealedRow | null;
  /** Only the leaf is known, as in an export without texts. */
  bare?: boolean;
}

/** What verification reads of a row of history or audit. */
export interface SealedRow {
  leaf: Buffer;
  salt: Buffer | null;
  /** The bytes of the text. */
  entry: Buffer | null;
  disposal: string | null;
  /** The columns beside the text, under their names; undefined where only the text is there, as in an export. */
  columns?: HistoryColumns | AuditColumns;
}

/** What stands beside the text of an entry of history. */
export type HistoryColumns = {
  record_id: string;
  version: number;
  kind: string;
  command_id: string;
  command: string;
  actor_id: string | null;
  happened: string;
  at: string;
};

/** What stands beside the text of an audit line, and in a table of its own: the persons, sorted, between commas. */
export type AuditColumns = {
  id: string;
  at: string;
  user_id: string | null;
  action: string;
  record_id: string | null;
  persons: string;
};

/** What the text of a row says that stands in columns beside it. */
export interface EntrySaid {
  at: string;
  columns: Record<string, string | number | null>;
}

/** What the text of an entry says. Throws where it cannot be read. */
export function saidBy(source: EntryRef['source'], text: string | Buffer): EntrySaid {
  return source === 'history' ? historySaid(`${text}`) : auditSaid(`${text}`);
}

interface HistoryText {
  command: { id: string; name: string; actor: { userId: string | null }; happened: string; at: string };
  record: { id: string; version: number; kind: string };
}

function historySaid(text: string): EntrySaid {
  const { command, record } = JSON.parse(text) as HistoryText;
  return {
    at: command.at,
    columns: {
      record_id: record.id,
      version: record.version,
      kind: record.kind,
      command_id: command.id,
      command: command.name,
      actor_id: command.actor.userId,
      happened: command.happened,
      at: command.at,
    },
  };
}

interface AuditText {
  id: string;
  at: string;
  user: string | null;
  action: string;
  record: { id: string } | null;
  persons?: string[];
}

function auditSaid(text: string): EntrySaid {
  const { id, at, user, action, record, persons = [] } = JSON.parse(text) as AuditText;
  return {
    at,
    columns: {
      id,
      at,
      user_id: user,
      action,
      record_id: record?.id ?? null,
      persons: [...persons].sort().join(),
    },
  };
}

/** Why a row is not what was sealed: a code and words. Null where it is. */
export function contentFault(entry: SealedEntry): { code: string; words: string } | null {
  const { row, sealed } = entry;
  if (!row) return { code: 'deleted', words: 'was sealed and is gone' };
  if (row.salt === null || row.entry === null)
    return row.leaf.equals(sealed)
      ? null
      : { code: 'leaf', words: 'has another leaf beside it than was sealed' };
  if (!isLeafOf(sealed, row.salt, row.entry))
    return { code: 'content', words: 'is not what was sealed: its text or its salt was changed' };
  if (row.leaf !== sealed && !row.leaf.equals(sealed))
    return { code: 'leaf', words: 'has another leaf beside it than was sealed' };
  return null;
}

const instants = new Set(['at', 'happened']);

/** The columns that say something else than the text. */
export function differingColumns(stored: HistoryColumns | AuditColumns, said: EntrySaid): string[] {
  const names: string[] = [];
  for (const name in said.columns) {
    const [one, other] = [stored[name as keyof typeof stored] ?? null, said.columns[name] ?? null];
    if (one !== other && !(instants.has(name) && isSameInstant(one, other))) names.push(name);
  }
  return names;
}

function isSameInstant(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && Date.parse(one) === Date.parse(other);
}

/**
 * Whether the text of an entry of history says word for word what stands beside it, without reading all of it. Canonical
 * text has its keys in order: the command comes first and ends before `ended`, and nobody's words come before that; the
 * text has one object named `record` unless a payload has another, and then this answers false. False says nothing: read it.
 */
export function saysTheSame(
  text: Buffer,
  { record_id, version, kind, command_id, command, actor_id, happened, at }: HistoryColumns,
): boolean {
  const actor = actor_id === null ? 'null' : `"${actor_id}"`;
  const head = `"userId":${actor}},"at":"${at}","happened":"${happened}","id":"${command_id}","name":"${command}"},"ended":[`;
  const begin = text.indexOf(endedKey) + endedKey.length - head.length;
  if (begin < 0 || !holds(text, head, begin)) return false;
  const named = text.indexOf(recordKey, begin);
  if (named < 0 || text.indexOf(recordKey, named + 1) !== -1) return false;
  if (!holds(text, `"record":{"id":"${record_id}","kind":"${kind}","parentId":`, named - 3)) return false;
  // Up to the end of the object stand ids and the version alone.
  const tail = `,"version":${version}}`;
  return holds(text, tail, text.indexOf('}', named) + 1 - tail.length);
}

const endedKey = Buffer.from(',"ended":[');
// The end of `"record":{`: a search is quickest from a letter that is rare.
const recordKey = Buffer.from('cord":{');

function holds(text: Buffer, words: string, at: number): boolean {
  return text.toString('latin1', at, at + words.length) === words;
}
