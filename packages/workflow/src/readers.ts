import type { Access, Actor, ContentClass, QueueLine, Reader, StoredRecord } from './model.js';
import { clockPrincipal, everyone, namedPrincipal, principalsOf } from './roles.js';
import type { Topic } from './topic.js';

/**
 * Who may read a record, class by class: what the rules of its topic give, unless its existence is closed; whoever is
 * named; the clocks, which address commands to it and read nothing. Follows from the record alone, so that the
 * difference to what is stored is exact and an old version gives its own readers.
 */
export function readersOf(topic: Topic, record: StoredRecord, at: string): Reader[] {
  const { closed, named = [], without = [] } = record.standing.access ?? {};
  const byRule = closed ? keepersOf(topic, record, at) : topic.readers(record as never, at);
  const byName = named
    .filter(({ until }) => until === null || until > at)
    .flatMap(({ userId, classes, until }) =>
      classes.map((one): Reader => ({ principal: namedPrincipal(userId), class: one, until })),
    );
  const isOpen = byRule.some(({ principal }) => principal === everyone);
  const clocks: Reader[] = isOpen ? [] : [{ principal: clockPrincipal, class: 'existence', until: null }];
  const lines = longest([...byRule, ...byName, ...clocks]);
  return without.length === 0 ? lines : lines.map((line) => ({ ...line, without: [...without].sort() }));
}

/** Who reads a record by the rules of its topic also while its existence is closed; nobody where it is open to all whom they name. */
export function keepersOf(topic: Topic, record: StoredRecord, at: string): Reader[] {
  return (record.standing.access?.closed && topic.closedReaders?.(record as never, at)) || [];
}

/** Everybody in one of these roles, as principals. */
export const byRole = (roles: readonly string[]): string[] => roles.map((role) => `role:${role}`);

/** Each of these principals reads each of these classes, up to an instant where one is given. */
export function readerLines(
  principals: readonly string[],
  classes: readonly ContentClass[],
  until: string | null = null,
): Reader[] {
  return principals.flatMap((principal) => classes.map((one): Reader => ({ principal, class: one, until })));
}

/** One line for each principal and class: the one that lasts longest. */
export function longest(readers: Reader[]): Reader[] {
  const lines = new Map<string, Reader>();
  for (const reader of readers) {
    const key = `${reader.principal} ${reader.class}`;
    const known = lines.get(key);
    const lasts = known && (known.until === null || (reader.until !== null && reader.until <= known.until));
    if (!lasts) lines.set(key, reader);
  }
  return [...lines.values()];
}

/** The classes that somebody reads at an instant: the test of membership that the database makes, in the same words. */
export function classesRead(
  readers: readonly Reader[],
  who: Pick<Actor, 'userId' | 'agencyId' | 'teamId' | 'roles' | 'posts'>,
  at: string,
): ContentClass[] {
  const principals = principalsOf(who);
  const fits = readers.filter(
    ({ principal, until, without }) =>
      principals.includes(principal) &&
      (until === null || until > at) &&
      !(who.userId !== null && without?.includes(who.userId)),
  );
  return [...new Set(fits.map((line) => line.class))].sort();
}

/**
 * Where a line in somebody's list goes: to the principal itself, or, on a record whose existence is closed, to everybody
 * who is named without an end, for a list tells that the record exists: what one of them misses, another finds.
 * `keepers` know of it anyhow, and have it where nobody is named. What was the work of somebody who is shut out is a senior's until somebody else has it.
 */
export function withinReach(
  access: Access | undefined,
  principal: string,
  keepers: readonly Reader[] = [],
): string[] {
  const shutOut = access?.without?.some((userId) => principal === `user:${userId}`);
  if (!access?.closed) return [shutOut ? 'role:senior' : principal];
  if (!shutOut && keepers.some((one) => one.principal === principal)) return [principal];
  const named = (access.named ?? []).filter(({ userId }) => !access.without?.includes(userId));
  const lasting = named.filter(({ until }) => until === null);
  const all = (lasting.length > 0 ? lasting : named).map(({ userId }) => namedPrincipal(userId));
  if (all.length > 0) return all;
  const kept = keepers.filter((one) => one.class !== 'existence' && one.class !== 'receipt');
  return kept.length > 0 ? [...new Set(kept.map((one) => one.principal))].sort() : [principal];
}

/** A line as it is stored in lists: within reach, and kept from those who read nothing of the record. */
export function guardedLines(
  line: QueueLine,
  access: Access | undefined,
  keepers: readonly Reader[] = [],
): QueueLine[] {
  const without = access?.without ?? [];
  return withinReach(access, line.principal, keepers).map((principal) => ({
    ...line,
    principal,
    ...(without.length > 0 ? { without: [...without].sort() } : {}),
  }));
}

/** Who reads what a record joins, of those who read it. */
export function readersJoined({ joins }: Pick<Topic, 'joins'>, readers: readonly Reader[]): Reader[] {
  return readers.filter((one) => joins === true || one.class === joins);
}
