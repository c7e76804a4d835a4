import { localDate } from '../clocks/time-zone.js';
import { eachOnce, type Identifier, readIdentifier } from '../identifiers/identifier.js';
import { identifierTerms } from '../identifiers/matching.js';
import { linkEndsOf, nodeOf } from '../links/ends.js';
import type { Context, Edge, Fault, RecordRef } from '../model.js';
import type { Effect } from '../topic.js';
import type { IntelligenceStanding, NameRecordsPayload, SubmitIntelligencePayload } from './standing.js';

type Naming = Pick<SubmitIntelligencePayload, 'caseId' | 'named' | 'identifiers'>;
type Ctx<P extends Naming = Naming> = Context<IntelligenceStanding, P>;

/** Most records that one report names: as many as one submission may, for what stands on a report is kept small. */
const mostNamed = 12;

const eachRecord = (all: readonly RecordRef[]): RecordRef[] =>
  all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);

/** The records that a report names: those chosen, and the case from whose page it was written. */
export function namedRecords({ named = [], caseId }: Naming): RecordRef[] {
  return eachRecord([...(caseId ? [{ kind: 'childCase', id: caseId } as const] : []), ...named]);
}

/** Which records and identifiers cannot be named: identifiers that are not read, records that whoever names them does not see. */
export function unnamedFaults({ payload, facts, profile, at }: Ctx): Fault[] {
  const today = localDate(at, profile.timeZone);
  const unread = (payload.identifiers ?? []).flatMap((one, index): Fault[] => {
    const reading = readIdentifier(one, today);
    return 'fault' in reading
      ? [{ pointer: `/identifiers/${index}/text`, code: 'unread', detail: reading.fault }]
      : [];
  });
  const unseen = namedRecords(payload).filter(
    ({ kind, id }) => !facts.related.some((one) => one.kind === kind && one.id === id),
  );
  return [
    ...unread,
    ...unseen.map((): Fault => {
      const detail = 'One of the records named is none that you may see.';
      return { pointer: '/named', code: 'noRecord', detail };
    }),
  ];
}

/** What the desk cannot add to a report: nothing, what cannot be named, or more records than a report names. */
export function namingFaults(context: Ctx<NameRecordsPayload>): Fault[] {
  const { payload, record } = context;
  const { named = [], identifiers = [] } = payload;
  if (named.length + identifiers.length === 0)
    return [{ pointer: '/named', code: 'nothing', detail: 'Choose a record, or write an identifier.' }];
  const many = eachRecord([...record.standing.named, ...named]).length > mostNamed;
  const detail = `A report names at most ${mostNamed} records.`;
  return [...unnamedFaults(context), ...(many ? [{ pointer: '/named', code: 'many', detail }] : [])];
}

/** The identifiers of a payload that were read, each once. */
export function identifiersOf({ payload, profile, at }: Ctx): Identifier[] {
  const today = localDate(at, profile.timeZone);
  const read = (payload.identifiers ?? []).map((one) => readIdentifier(one, today));
  return eachOnce(read.flatMap((one) => ('identifier' in one ? [one.identifier] : [])));
}

/** The children, persons and places of the records that are named, as far as they were read. */
export function subjectsNamed({ facts }: Ctx, named: readonly RecordRef[]): string[] {
  const ids = named.flatMap(({ kind, id }) => {
    if (!kind.endsWith('Case')) return [id];
    const record = facts.related.find((one) => one.kind === kind && one.id === id);
    const { childId, aboutId } = (record?.standing ?? {}) as { childId?: string; aboutId?: string };
    return [childId, aboutId].filter((one): one is string => Boolean(one));
  });
  return [...new Set(ids)];
}

/** The children among the records that are named, be it by a case. */
export function childrenNamed({ facts }: Ctx, named: readonly RecordRef[]): string[] {
  const ids = named.flatMap(({ kind, id }) => {
    if (kind === 'child') return [id];
    const known = facts.related.find((one) => one.kind === 'childCase' && one.id === id);
    return known ? [(known.standing as unknown as { childId: string }).childId] : [];
  });
  return [...new Set(ids)];
}

/** Whom a report names, and what stands in it. */
interface Seen {
  children: readonly string[];
  identifiers: readonly Identifier[];
}

/**
 * Each child whom a report names is seen with each identifier, on the day of which it tells: for those cleared to read it,
 * so that what several children share is found where no single report shows it.
 */
export function sightings({ profile }: Ctx, { children, identifiers }: Seen, told: string): Effect[] {
  const on = localDate(told, profile.timeZone);
  const shared = eachOnce(identifiers).flatMap(linkEndsOf);
  const edges = [...new Set(children)].flatMap((id) =>
    shared.map(
      (end): Edge => ({ ends: [nodeOf({ kind: 'child', id }), nodeOf(end)], firstOn: on, lastOn: on }),
    ),
  );
  return edges.length > 0 ? [{ do: 'hold', edges }] : [];
}

/** Whom a report names already, and what stands in it, as it was written down. */
function seenBefore({ facts }: Ctx): Seen {
  const bodies = facts.written
    .filter((row) => row.class === 'unsanitised')
    .map(({ body }) => body as Partial<Seen>);
  return {
    children: bodies.flatMap(({ children = [] }) => children),
    identifiers: bodies.flatMap(({ identifiers = [] }) => identifiers),
  };
}

/** The desk recognised records and identifiers: the report names them and is found by them as if they had been submitted with it. */
export function recordNaming(context: Ctx<NameRecordsPayload>): Effect[] {
  const { payload, record, actor, happened } = context;
  const { named: before, subjectIds, submitted } = record.standing;
  const named = namedRecords(payload);
  const identifiers = identifiersOf(context);
  const children = childrenNamed(context, named);
  const known = seenBefore(context);
  const seen = {
    children: [...known.children, ...children],
    identifiers: [...known.identifiers, ...identifiers],
  };
  return [
    {
      do: 'set',
      patch: {
        named: eachRecord([...before, ...named]),
        subjectIds: [...new Set([...subjectIds, ...subjectsNamed(context, named)])],
      },
    },
    {
      do: 'write',
      kind: 'intelligence-naming',
      class: 'unsanitised',
      body: { identifiers, named, children, by: actor.name },
    },
    ...(identifiers.length > 0 ? [{ do: 'find', terms: identifierTerms(identifiers) } as const] : []),
    ...sightings(context, seen, submitted?.at ?? happened),
  ];
}
