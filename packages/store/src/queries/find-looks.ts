import type { Standing, StoredRecord } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import type { Reading } from '../access.js';
import type { Tx } from '../store.js';
import { auditReading } from './audit-reading.js';

/** One look at a person: who, when, by which act, at which record where one was named, and the reason that was given. */
export interface LookLine {
  id: string;
  at: string;
  userId: string | null;
  action: string;
  recordId: string | null;
  recordKind: StoredRecord['kind'] | null;
  /** Whether nothing was shown. */
  refused: boolean;
  reason: string | null;
  /** How many persons the same act showed. */
  persons: number;
}

/**
 * One page of the looks at a child, newest first; nobody's where the reader is none of those who may ask. Looks at a
 * record that the reader may not know of are left out by the database.
 */
export async function findLooks(
  tx: Tx,
  asked: { personId: string; before?: string | undefined; limit: number },
): Promise<LookLine[]> {
  const found = await tx.query<{
    id: string;
    at: string;
    user_id: string | null;
    action: string;
    record_id: string | null;
    record_kind: StoredRecord['kind'] | null;
    refused: boolean;
    reason: string | null;
    persons: number | null;
  }>({
    name: 'looks at a person',
    text: 'select * from looks_at($1, $2, $3)',
    values: [asked.personId, asked.before ?? null, asked.limit],
  });
  return found.rows.map((row) => ({
    id: row.id,
    at: row.at,
    userId: row.user_id,
    action: row.action,
    recordId: row.record_id,
    recordKind: row.record_kind,
    refused: row.refused,
    reason: row.reason,
    persons: row.persons ?? 0,
  }));
}

/** Whether the reader may ask who looked at a child: the database's own answer. */
export async function mayAskLooks(tx: Tx, personId: string): Promise<boolean> {
  const found = await tx.query<{ may: boolean }>({
    name: 'may ask looks',
    text: 'select may_ask_looks($1) as may',
    values: [personId],
  });
  return found.rows[0]?.may ?? false;
}

/** What a record was at an instant, in the order asked; null where it was not yet, or this reader may not read its history. */
export async function findStandingsAt(
  tx: Tx,
  asked: readonly { recordId: string; at: string }[],
): Promise<(Standing | null)[]> {
  if (asked.length === 0) return [];
  const found = await tx.query<{ entry: string | null }>({
    name: 'standings at',
    text: `select (select h.entry from history h where h.record_id = a.record_id and h.at <= a.at
        order by h.version desc limit 1) as entry
      from unnest($1::uuid[], $2::timestamptz[]) with ordinality a (record_id, at, place) order by place`,
    values: [asked.map((one) => one.recordId), asked.map((one) => one.at)],
  });
  return found.rows.map(({ entry }) =>
    entry ? (JSON.parse(entry) as { standing: Standing }).standing : null,
  );
}

/** How often somebody looked at a person by one act within an hour, and whether a record of the person names him or her. */
export interface LookedHour {
  userId: string;
  personId: string;
  personName: string;
  hour: string;
  action: string;
  looks: number;
  /** The last of them. */
  last: string;
  tied: boolean;
}

/** Every look at a person between two instants, by hour; only for those who oversee, and of persons whom they read. */
export async function findLooking(tx: Tx, { from, to }: { from: string; to: string }): Promise<LookedHour[]> {
  const found = await tx.query<{
    user_id: string;
    person_id: string;
    person_name: string;
    hour: string;
    action: string;
    looks: number;
    last: string;
    tied: boolean;
  }>({
    name: 'looking between',
    text: 'select * from looking_between($1, $2)',
    values: [from, to],
  });
  return found.rows.map((row) => ({
    userId: row.user_id,
    personId: row.person_id,
    personName: row.person_name,
    hour: row.hour,
    action: row.action,
    looks: row.looks,
    last: row.last,
    tied: row.tied,
  }));
}

/** How many looks of somebody were refused within an hour, and at how many records. */
export interface RefusedHour {
  userId: string;
  hour: string;
  looks: number;
  records: number;
  last: string;
}

/** Looks that showed nothing between two instants, by hour; only for those who oversee. */
export async function findRefusedLooks(
  tx: Tx,
  { from, to }: { from: string; to: string },
): Promise<RefusedHour[]> {
  const found = await tx.query<{
    user_id: string;
    hour: string;
    looks: number;
    records: number;
    last: string;
  }>({
    name: 'refused looks between',
    text: 'select * from refused_looks_between($1, $2)',
    values: [from, to],
  });
  return found.rows.map(({ user_id, ...row }) => ({ userId: user_id, ...row }));
}

/** What information governance made of a line of the report of unusual looking. */
export const reviewDecisions = ['explained', 'followUp', 'misuse'] as const;

/** A decision about a line, and up to which look it was made. */
export interface LookingReview {
  line: string;
  seenUntil: string;
  decision: (typeof reviewDecisions)[number];
  words: string;
  byId: string;
  at: string;
}

/** The latest decision about each of these lines. */
export async function findReviews(tx: Tx, lines: readonly string[]): Promise<Map<string, LookingReview>> {
  const found = await tx.query<{
    line: string;
    seen_until: string;
    decision: LookingReview['decision'];
    words: string;
    by_id: string;
    at: string;
  }>({
    name: 'looking reviews',
    text: `select distinct on (line) line, seen_until, decision, words, by_id, at from looking_review
      where line = any ($1::text[]) order by line, seen_until desc, id desc`,
    values: [lines],
  });
  return new Map(
    found.rows.map(({ seen_until, by_id, ...row }) => [
      row.line,
      { ...row, seenUntil: seen_until, byId: by_id },
    ]),
  );
}

/** Keeps a decision about a line, with its audit row; refused by the database to all but information governance. */
export async function addReview(
  tx: Tx,
  who: Reading,
  review: Omit<LookingReview, 'byId' | 'at'> & { persons: readonly string[] },
  at: string,
): Promise<string> {
  const { line, seenUntil, decision, words, persons } = review;
  const reason = `${decision}: ${words} (${line}, until ${seenUntil})`;
  const audit = await auditReading(tx, who, { action: 'unusual-looking/review', persons, reason }, at);
  const id = uuidv7();
  await tx.query({
    name: 'add looking review',
    text: `insert into looking_review (partnership_id, id, line, seen_until, decision, words, by_id, at, audit_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [who.partnershipId, id, line, seenUntil, decision, words, who.userId, at, audit],
  });
  return id;
}
