import type { Identifier } from '../identifiers/identifier.js';
import { identifierTerms } from '../identifiers/matching.js';
import type { SearchTerm, Standing } from '../model.js';
import type { SeenBy } from '../strand-cases/readers.js';

/** A case of the person or place, and what it says of who reads it. */
export interface HeldCase {
  id: string;
  seen: SeenBy;
}

/** What a record that was joined with this one brought, so that it can be given back: what this one did not know itself. */
export interface JoinedRecord {
  id: string;
  name: string;
  /** Names that it brought, its own among them. */
  aliases: string[];
  identifiers: Identifier[];
  cases: string[];
  /** The day on which the person is 18, as that record says; absent where it says nothing. */
  adultOn?: string;
}

/** What the records of a person of concern and of a location have in common. */
export interface StrandRecordStanding extends Standing {
  name: string;
  /** Other names, at most ten, newest last. */
  aliases: string[];
  /** In their normal forms, at most sixteen, newest last. */
  identifiers: Identifier[];
  /** Cases of the record, the newest last, at most six. */
  cases: HeldCase[];
  /** The kind of licence that the person holds, or the place has. */
  licence: string | null;
  /** The day on which the person is 18, as this record itself says; absent for a place. */
  adultOn?: string | null;
  joined?: JoinedRecord[];
  joinedWith?: string | null;
}

/** Whether a case of the person or place was accepted, and not found to have been mistaken: they are of concern, or were. */
export function wasAccepted({ cases }: Pick<StrandRecordStanding, 'cases'>): boolean {
  return cases.some(({ seen: { acceptedAt, closed } }) => acceptedAt !== null && !closed?.recalled);
}

/** How much of each a standing keeps. */
export const aliasesKept = 10;
export const identifiersKept = 16;
export const casesHeld = 6;
export const joinedHeld = 4;

/** What of a record stands in the place of a name finds nobody. */
const placeholders = ['Person not yet identified', 'Place not yet named'];

/** What a record is found by: its names and its identifiers, those of records joined with it among them. */
export function termsOfRecord({
  name,
  aliases,
  identifiers,
}: Pick<StrandRecordStanding, 'name' | 'aliases' | 'identifiers'>): SearchTerm[] {
  const names = namesOfRecord({ name, aliases });
  return [...names.map((term): SearchTerm => ({ kind: 'name', term })), ...identifierTerms(identifiers)];
}

/** What a record is called, its first name before the others; words that stand in the place of a name are none. */
export function namesOfRecord({ name, aliases }: Pick<StrandRecordStanding, 'name' | 'aliases'>): string[] {
  return [name, ...aliases].filter((one) => one && !placeholders.includes(one));
}

/** The day on which the person is 18: the latest that any of the joined records says, so that a child stays one. */
export function adultOnHeld({
  adultOn,
  joined = [],
}: Pick<StrandRecordStanding, 'adultOn' | 'joined'>): string | null {
  const days = [adultOn, ...joined.map((one) => one.adultOn)].filter((day) => typeof day === 'string');
  return days.sort().at(-1) ?? null;
}

/** Other names than the first, each once, without regard to case. */
export function aliasesWith(name: string, ...lists: readonly (readonly string[])[]): string[] {
  const seen = new Set([name.toLowerCase()]);
  return lists.flat().filter((one) => one && !seen.has(one.toLowerCase()) && seen.add(one.toLowerCase()));
}
