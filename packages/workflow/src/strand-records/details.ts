import { localDate } from '../clocks/time-zone.js';
import {
  eachOnce,
  type Identifier,
  readIdentifier,
  type WrittenIdentifier,
} from '../identifiers/identifier.js';
import { linkEndsOf, nodeOf } from '../links/ends.js';
import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import { joinedAfter } from './brought.js';
import { aliasesWith, type StrandRecordStanding, termsOfRecord } from './standing.js';

type Ctx<P extends object> = Context<StrandRecordStanding, P>;

/** Names and identifiers as somebody tells them. */
export interface ToldDetails {
  name?: string;
  aliases?: string[];
  identifiers?: WrittenIdentifier[];
}

/** Identifiers in their normal forms; those that cannot be read are faults, and not among them. */
export function readAll(written: readonly WrittenIdentifier[], today: string): Identifier[] {
  return written.flatMap((one) => {
    const reading = readIdentifier(one, today);
    return 'identifier' in reading ? [reading.identifier] : [];
  });
}

/** Identifiers that cannot be read, each with what to do about it. */
export function identifierFaults(
  written: readonly WrittenIdentifier[],
  { at, profile }: Pick<Ctx<object>, 'at' | 'profile'>,
  pointer = '/identifiers',
): Fault[] {
  const today = localDate(at, profile.timeZone);
  return written.flatMap((one, index) => {
    const reading = readIdentifier(one, today);
    return 'fault' in reading
      ? [{ pointer: `${pointer}/${index}/text`, code: 'unreadable', detail: reading.fault }]
      : [];
  });
}

/** Names and identifiers after some were told: another first name makes the one before an alias, nothing is lost. */
export function namesAfter(
  standing: StrandRecordStanding,
  { name, aliases = [], identifiers = [] }: ToldDetails,
  today: string,
): Pick<StrandRecordStanding, 'name' | 'aliases' | 'identifiers' | 'joined'> {
  const first = name ?? standing.name;
  const before = standing.name === first ? [] : [standing.name];
  const read = readAll(identifiers, today);
  return {
    name: first,
    aliases: aliasesWith(first, standing.aliases, before, aliases),
    identifiers: eachOnce([...standing.identifiers, ...read]),
    ...joinedAfter(standing, { aliases: [first, ...aliases], identifiers: read }),
  };
}

/**
 * The record is joined with the identifiers that stand on it, for whoever reads it, as with those that a link names: so
 * that a number on the record of a person leads to a child whom it contacted. The day is the one on which that was told.
 */
export function holds(
  { record, at, profile }: Pick<Ctx<object>, 'record' | 'at' | 'profile'>,
  identifiers: readonly Identifier[],
): Effect {
  const on = localDate(at, profile.timeZone);
  const node = `${record.kind}:${record.id}`;
  return {
    do: 'hold',
    edges: identifiers
      .flatMap(linkEndsOf)
      .map((end) => ({ ends: [node, nodeOf(end)], firstOn: on, lastOn: on })),
  };
}

/** The record is found by what it is called from now on, and no longer by what it lost; so with its identifiers. */
export function foundBy(
  context: Pick<Ctx<object>, 'record' | 'at' | 'profile'>,
  patch: Partial<StrandRecordStanding>,
): Effect[] {
  const before = context.record.standing;
  const after = { ...before, ...patch };
  const key = ({ kind, term }: { kind: string; term: string }) => `${kind} ${term}`;
  const own = termsOfRecord(after);
  const kept = new Set(own.map(key));
  const gone = termsOfRecord(before).filter((one) => !kept.has(key(one)));
  return [
    ...(gone.length > 0 ? [{ do: 'lose', terms: gone } as const] : []),
    ...(own.length > 0 ? [{ do: 'find', terms: own } as const] : []),
    ...(JSON.stringify(after.identifiers) === JSON.stringify(before.identifiers)
      ? []
      : [holds(context, after.identifiers)]),
  ];
}

/**
 * The recorders of what is told of a person or a place: written down, kept, and found by it from now on. `after` says what
 * the record holds then; the words that stand in the place of a name are nobody's other name.
 */
export function toldRecorders<S extends StrandRecordStanding, T extends object>(
  after: (context: Context<S, object>, told: T) => Partial<S>,
  unnamed: string,
) {
  const kept =
    (kind: string) =>
    (context: Context<S, T>): Effect[] => {
      const { payload, actor } = context;
      const told = after(context, payload);
      const patch = { ...told, aliases: (told.aliases ?? []).filter((one) => one !== unnamed) };
      // Who put it on the books told of it: that stands on the case, for the few who may know.
      const body = kind === 'entry' ? payload : { ...payload, by: actor.name };
      return [{ do: 'write', kind, class: 'case', body }, { do: 'set', patch }, ...foundBy(context, patch)];
    };
  return { recordEntry: kept('entry'), recordDetails: kept('details') };
}
