import type { Actor, Missing, StoredRecord } from './model.js';
import { type Part, partsOf } from './posts.js';
import type { PolicyRow, Topic } from './topic.js';

/** Whether a line of the policy lets this actor give the command: by role and relation, as the clock it names, or as the system. */
function fits(
  row: PolicyRow,
  actor: Actor,
  relations: ReadonlySet<string>,
  { standing }: StoredRecord,
): boolean {
  if (actor.kind === 'clock')
    return row.clock === undefined
      ? row.system === true && actor.clock === undefined
      : standing.clocks.some(({ id, rule }) => id === actor.clock?.id && rule === row.clock);
  return (
    row.roles.some((role) => actor.roles.includes(role)) &&
    (row.relation === undefined || relations.has(row.relation))
  );
}

const sorted = new WeakMap<readonly PolicyRow[], Map<string, PolicyRow[]>>();

/** The lines of a topic's policy that are about a command; each policy is sorted once. */
export function rowsOf({ policy }: Topic, verb: string): readonly PolicyRow[] {
  let rows = sorted.get(policy);
  if (!rows) {
    rows = new Map();
    for (const row of policy) rows.set(row.command, [...(rows.get(row.command) ?? []), row]);
    sorted.set(policy, rows);
  }
  return rows.get(verb) ?? [];
}

/** A part of an actor, and the relations that it has to a record. */
export interface RelatedPart {
  part: Part;
  relations: ReadonlySet<string>;
}

/** The parts in which somebody may ask something of a record, his or her own first, and how each is related to it. */
export function relatedParts(
  topic: Topic,
  actor: Actor,
  record: StoredRecord,
  locked: readonly StoredRecord[],
): RelatedPart[] {
  return partsOf(actor).map((part) => ({
    part,
    relations: new Set(topic.relations(part.actor, record as never, locked)),
  }));
}

/** The part in which an actor may give a command: the first that fits, his or her own before that of another. */
export function findPart(
  rows: readonly PolicyRow[],
  parts: readonly RelatedPart[],
  record: StoredRecord,
): Part | undefined {
  return parts.find(({ part, relations }) => rows.some((row) => fits(row, part.actor, relations, record)))
    ?.part;
}

/** Whether anybody but a due clock gives a command; nobody is told of one that is for clocks or the system alone. */
export function isForPeople(rows: readonly PolicyRow[]): boolean {
  return rows.some((row) => row.clock === undefined && !row.system);
}

/** The part in which an actor gives a command that he or she may give; his or her own where no line of the policy fits. */
export function partFor(
  topic: Topic,
  verb: string,
  actor: Actor,
  record: StoredRecord,
  locked: readonly StoredRecord[],
): Part {
  const parts = relatedParts(topic, actor, record, locked);
  return findPart(rowsOf(topic, verb), parts, record) ?? { actor };
}

/** What somebody lacks whom none of these lines of a policy lets give their command. */
export function notPermitted(rows: readonly PolicyRow[]): Missing[] {
  const who = rows.map((row) => row.words).join(', or ');
  return [{ code: 'notPermitted', words: 'Your role does not give this command here.', who }];
}

/**
 * What an actor lacks to give a command: nothing when one line of the policy fits, be it in his or her own part or in
 * one filled for another.
 */
export function permissionMissing(
  topic: Topic,
  verb: string,
  actor: Actor,
  record: StoredRecord,
  locked: readonly StoredRecord[] = [],
): Missing[] {
  const rows = rowsOf(topic, verb);
  return findPart(rows, relatedParts(topic, actor, record, locked), record) ? [] : notPermitted(rows);
}
