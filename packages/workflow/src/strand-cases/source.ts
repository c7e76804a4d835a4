import type { ContentClass } from '../access-shapes.js';
import type { RecordKind } from '../model.js';
import { strands } from './strand.js';

/** What is written as somebody tells of a person or a place: whose it is, and in what words, would say who told. */
const toldIn: readonly string[] = ['nomination', 'receipt', 'entry'];

/** The commands with which somebody tells of a person or a place. */
const tellings: readonly string[] = strands.map(({ topic, open }) => `${topic}/${open}`);

const isStrand = (on: RecordKind | undefined) =>
  strands.some(({ kind, about }) => on === kind || on === about);

/** Who asks who told, and what he or she reads of the record. */
export interface AskingSource {
  classes: readonly ContentClass[];
  userId: string | null;
}

/**
 * Whether somebody may learn who told of a person or a place: the intelligence desk and the officer who owns the case,
 * by the class of what they act upon. A source is protected from everybody else who reads the case.
 */
export function knowsSource({ classes }: Pick<AskingSource, 'classes'>): boolean {
  return classes.includes('disruption');
}

/** A row written on a record, without whose it is and the words of the telling where they would say who told of a person or a place. */
export function withoutSource<R extends { kind: string; authorId: string | null; body: object }>(
  on: RecordKind | undefined,
  row: R,
  asking: AskingSource,
): R {
  const isOwn = row.authorId !== null && row.authorId === asking.userId;
  if (!isStrand(on) || !toldIn.includes(row.kind) || isOwn || knowsSource(asking)) return row;
  const said = ['by', 'recordedBy', ...(row.kind === 'nomination' ? ['why'] : [])];
  const body = Object.fromEntries(Object.entries(row.body).filter(([field]) => !said.includes(field)));
  return { ...row, authorId: null, body };
}

/** A line of the history of a record, without the actor where the command told of a person or a place. */
export function lineWithoutSource<L extends { command: string; actorId: string | null }>(
  on: RecordKind | undefined,
  line: L,
  asking: AskingSource,
): L {
  const isOwn = line.actorId === asking.userId;
  if (!isStrand(on) || !tellings.includes(line.command) || isOwn || knowsSource(asking)) return line;
  return { ...line, actorId: null };
}

/** The names that rows and owners call for, and no other. */
export function namesOf(
  names: Readonly<Record<string, string>>,
  ids: readonly (string | null | undefined)[],
): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id) => (id && names[id] !== undefined ? [[id, names[id]] as const] : [])),
  );
}
