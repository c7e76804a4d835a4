import type { Command, Post, Reader, RecordChange, StateValue } from '@mase/workflow';
import { canonicalText, canonicalTextWith } from './ledger/leaf.js';

/** A row as plain values under the columns' names. */
export interface Line {
  [column: string]: unknown;
}

/**
 * The canonical text of the entry of one record's history: the command, in whose part it was given where not in the
 * actor's own, what it made of the record (`standing` is canonical text), and digests of what it wrote.
 */
export function historyEntry(
  { command, post }: { command: Command; post?: Post | undefined },
  change: RecordChange,
  version: number,
  rows: object[],
  standing: string,
): string {
  const { id, name, actor, happened, at, record } = command;
  const primary = record.id === change.id;
  const entry = {
    command: {
      id,
      name,
      actor: { kind: actor.kind, userId: actor.userId, roles: actor.roles, ...(post ? { post } : {}) },
      happened,
      at,
    },
    ...(primary ? { payload: change.payload } : { of: record }),
    record: {
      kind: change.kind,
      id: change.id,
      version,
      parentId: change.parentId,
      subjectId: change.subjectId,
    },
    event: change.event,
    from: change.fromState,
    state: change.state,
    started: change.started,
    ended: change.ended,
    rows,
  };
  return canonicalTextWith(entry, { standing });
}

/** The row of a record as a command left it. */
export function recordLine(command: Command, change: RecordChange, version: number): Line {
  const { summary } = change;
  return {
    id: change.id,
    kind: change.kind,
    version,
    state: JSON.stringify(change.state),
    phase: phaseOf(change.state),
    standing: canonicalText(change.standing),
    at: command.at,
    parent_id: change.parentId,
    subject_id: change.subjectId,
    title: summary.title,
    reference: summary.reference,
    grade: summary.grade,
    owner_id: summary.ownerId,
    team_id: summary.teamId,
    next_due: summary.nextDue,
    next_step: summary.nextStep,
    opened_at: summary.openedAt,
    closed_at: summary.closedAt,
    persons: change.persons,
  };
}

/** Kinds of record of which the edges say what several children share: they are weighed. */
const weighedKinds: readonly string[] = ['link', 'intelligence'];

/** The edges of a record as they are from now on, each kept from either of its two nodes. */
export function edgesWritten(
  { id, kind, fromVersion, edges = [] }: Pick<RecordChange, 'id' | 'kind' | 'fromVersion' | 'edges'>,
  at: string,
  before?: { isNew: boolean },
): { isNew: boolean; isWeighed: boolean; rows: Line[]; at: string } {
  const rows = edges.flatMap(({ ends: [one, other], firstOn, lastOn }) => {
    const days = { first_on: firstOn, last_on: lastOn };
    return [
      { record_id: id, node: one, other, ...days },
      { record_id: id, node: other, other: one, ...days },
    ];
  });
  return { isNew: before?.isNew ?? fromVersion === 0, isWeighed: weighedKinds.includes(kind), rows, at };
}

/**
 * Who reads a link, as its edges say it: those who read it without an end and without anybody left out, and those of whom
 * the rows of readers have more to say.
 */
export function edgeReadersOf(readers: readonly Reader[]): { readers: string[]; sometimes: string[] } {
  const whole = readers.filter((one) => one.class !== 'existence' && one.class !== 'receipt');
  const isPlain = ({ until, without }: Reader) => until === null && !without;
  const principals = (some: Reader[]) => [...new Set(some.map(({ principal }) => principal))].sort();
  return {
    readers: principals(whole.filter(isPlain)),
    sometimes: principals(whole.filter((one) => !isPlain(one))),
  };
}

/** The state by which lists select: the only one, or that of the work region. */
export function phaseOf(state: StateValue): string {
  return typeof state === 'string' ? state : (state.work ?? Object.values(state)[0] ?? '');
}

/** A search term as it is kept and looked up: lower case, single spaces, no accents. */
export function normalTerm(term: string): string {
  return term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
