import type { ClusterStanding } from '../clusters/standing.js';
import { type DecideInput, topicAndVerb } from '../decide.js';
import type { IdentifierMatchStanding } from '../identifier-matches/standing.js';
import { nodeOf } from '../links/ends.js';
import type { LinkStanding } from '../links/standing.js';
import type { Command, StoredRecord } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { isLaterOfPanel } from '../sittings/later-sitting.js';
import type { SittingStanding } from '../sittings/standing.js';
import type { CommandDefinition } from '../topic.js';

/** What a command is decided on: the books and the area's profile. */
interface Books {
  records: ReadonlyMap<string, StoredRecord>;
  written: ReadonlyMap<string, DecideInput['facts']['written']>;
  profile: Profile;
}

function lockedIds(books: Books, { locks, creates }: CommandDefinition, command: Command): Set<string> {
  const ids = new Set<string>(creates ? [] : [command.record.id]);
  const primary = books.records.get(command.record.id);
  const put = (id: string | null | undefined) => id && ids.add(id);
  const named = (locks?.named?.(command.payload as never) ?? []).map((one) => one.id);
  for (const id of named) ids.add(id);
  if (locks?.namedParent) for (const id of named) put(books.records.get(id)?.parentId);
  for (const one of books.records.values())
    if (
      locks?.namedChildren?.includes(one.kind) &&
      (named.includes(one.parentId ?? '') || named.includes(one.subjectId ?? ''))
    ) {
      ids.add(one.id);
      if (locks.childrenSubjects) put(one.subjectId);
    }
  if (locks?.parent) put(primary?.parentId);
  if (locks?.subject) put(primary?.subjectId);
  if (locks?.subjectParent) put(books.records.get(primary?.subjectId ?? '')?.parentId);
  for (const one of books.records.values()) {
    const parent = primary?.parentId;
    const under =
      parent &&
      locks?.underParent?.includes(one.kind) &&
      (one.parentId === parent || one.subjectId === parent);
    const subject = primary?.subjectId;
    const underSubject =
      subject &&
      locks?.underSubject?.includes(one.kind) &&
      (one.parentId === subject || one.subjectId === subject);
    const above = books.records.get(subject ?? '')?.parentId;
    const underAbove =
      above &&
      locks?.underSubjectParent?.includes(one.kind) &&
      (one.parentId === above || one.subjectId === above);
    const beside = locks?.subjectChildren?.includes(one.kind) && one.parentId === subject;
    if (
      under ||
      underSubject ||
      underAbove ||
      beside ||
      (locks?.about?.includes(one.kind) && one.subjectId === command.record.id)
    )
      ids.add(one.id);
  }
  for (const one of besideAbout(books, locks, command.record.id)) ids.add(one);
  if (locks?.aboutParent) for (const one of aboveAbout(books, locks, command.record.id)) ids.add(one);
  for (const found of matchedIn(books, locks, primary)) {
    ids.add(found);
    for (const one of books.records.values())
      if (
        (one.parentId === found && locks?.underParent?.includes(one.kind)) ||
        (one.subjectId === found && locks?.matched?.about?.includes(one.kind))
      )
        ids.add(one.id);
  }
  for (const one of acrossFrom(books, locks, primary)) ids.add(one);
  for (const one of withParentOf(books, locks, primary)) ids.add(one);
  for (const one of ofSeries(books, locks, primary)) ids.add(one);
  for (const one of beneathOf(books, locks, [command.record.id, ...named])) ids.add(one);
  for (const one of books.records.values())
    if (one.parentId === command.record.id && locks?.children?.includes(one.kind)) {
      ids.add(one.id);
      if (locks.childrenSubjects) put(one.subjectId);
      const subject = books.records.get(one.subjectId ?? '');
      if (subject && locks.childrenSubjectsParent?.includes(subject.kind)) put(subject.parentId);
    }
  if (locks?.unseen) for (const one of matchesAt(books, ids)) ids.add(one);
  return ids;
}

/** The matches of identifiers of which one of these records is a side, and their sides. */
function matchesAt(books: Books, ids: ReadonlySet<string>): string[] {
  return [...books.records.values()]
    .filter(({ kind }) => kind === 'identifierMatch')
    .map(({ id, standing }) => {
      const { own, other } = standing as IdentifierMatchStanding;
      return [id, own.id, other.id];
    })
    .filter(([, ...ends]) => ends.some((end) => ids.has(end)))
    .flat();
}

/** What hangs under, or is about, what hangs under these. */
function beneathOf(books: Books, locks: CommandDefinition['locks'], above: readonly string[]): string[] {
  const kinds = locks?.beneath ?? [];
  if (kinds.length === 0) return [];
  const all = [...books.records.values()];
  const between = all.filter(({ parentId }) => above.includes(parentId ?? '')).map(({ id }) => id);
  const isBeneath = ({ kind, parentId, subjectId }: StoredRecord) =>
    kinds.includes(kind) && (between.includes(parentId ?? '') || between.includes(subjectId ?? ''));
  return all.filter(isBeneath).map(({ id }) => id);
}

/** The records under which those hang that are about the primary record. */
function aboveAbout(books: Books, locks: CommandDefinition['locks'], recordId: string): string[] {
  const { about = [] } = locks ?? {};
  return [...books.records.values()]
    .filter(({ kind, subjectId }) => about.includes(kind) && subjectId === recordId)
    .flatMap(({ parentId }) => parentId ?? []);
}

/** What hangs under the records under which those hang that are about the primary record. */
function besideAbout(books: Books, locks: CommandDefinition['locks'], recordId: string): string[] {
  const { besideAbout: kinds = [] } = locks ?? {};
  const above = aboveAbout(books, locks, recordId);
  return [...books.records.values()]
    .filter(({ kind, parentId }) => kinds.includes(kind) && parentId !== null && above.includes(parentId))
    .map(({ id }) => id);
}

/** What hangs under, or is about, the other end of what is between it and the parent of the primary record. */
function acrossFrom(
  books: Books,
  locks: CommandDefinition['locks'],
  primary: StoredRecord | undefined,
): string[] {
  const parent = primary?.parentId;
  if (!locks?.across || !parent) return [];
  const { through, kinds } = locks.across;
  const all = [...books.records.values()];
  const ends = all
    .filter(({ kind, parentId, subjectId }) => kind === through && [parentId, subjectId].includes(parent))
    .flatMap(({ parentId, subjectId }) => [parentId, subjectId])
    .filter((id) => id && id !== parent);
  return all
    .filter(
      ({ kind, parentId, subjectId }) =>
        kinds.includes(kind) && ends.some((id) => id === parentId || id === subjectId),
    )
    .map(({ id }) => id);
}

/** What hangs beside the primary record, is joined with what both hang under, is about that, or is over what is about it. */
function withParentOf(
  books: Books,
  locks: CommandDefinition['locks'],
  primary: StoredRecord | undefined,
): string[] {
  const parent = primary?.parentId;
  if (!locks?.withParent || !parent) return [];
  const kinds = locks.withParent.about;
  const all = [...books.records.values()];
  const beside = all
    .filter(({ parentId, kind }) => parentId === parent && kind === primary.kind)
    .map(({ id }) => id);
  const joined = all.filter(
    ({ standing }) => (standing as { joinedWith?: string | null }).joinedWith === parent,
  );
  const about = all.filter(({ kind, subjectId }) => kinds.includes(kind) && beside.includes(subjectId ?? ''));
  return [
    ...beside,
    ...joined.map(({ id }) => id),
    ...about.flatMap(({ id, parentId }) => [id, ...(parentId ? [parentId] : [])]),
  ];
}

/** The next sitting of a sitting's panel; or what its earlier ones left undecided and no later one had. */
function ofSeries(
  books: Books,
  locks: CommandDefinition['locks'],
  primary: StoredRecord | undefined,
): string[] {
  if (!locks?.ofSeries || primary?.kind !== 'sitting') return [];
  const sitting = primary as StoredRecord<SittingStanding>;
  const all = [...books.records.values()];
  const beside = all.filter(({ kind, id }) => kind === 'sitting' && id !== sitting.id) as (typeof sitting)[];
  if (locks.ofSeries === 'next')
    return beside
      .filter((one) => isLaterOfPanel(one, sitting) && ahead.includes(one.state as string))
      .sort((one, other) => one.standing.startsAt.localeCompare(other.standing.startsAt))
      .slice(0, 1)
      .map(({ id }) => id);
  const earlier = beside.filter((one) => isLaterOfPanel(sitting, one)).map(({ id }) => id);
  const isHadSince = ({ id, subjectId }: StoredRecord) =>
    subjectId && all.some((one) => one.kind === 'agendaItem' && one.subjectId === subjectId && one.id > id);
  const left = all.filter(
    (one) => one.state === 'returned' && earlier.includes(one.parentId ?? '') && !isHadSince(one),
  );
  return left.flatMap(({ id, subjectId }) => {
    const about = books.records.get(subjectId ?? '');
    const above = ['personCase', 'locationCase'].includes(about?.kind ?? '') ? about?.parentId : null;
    return [id, ...(subjectId ? [subjectId] : []), ...(above ? [above] : [])];
  });
}

const ahead = ['scheduled', 'agendaOpen', 'papersIssued'];

/** What the store would find a child, a cluster or a link by. */
function foundBy({ kind, standing }: StoredRecord): string[] {
  if (kind === 'link') return [(standing as LinkStanding).sourceRecord?.id ?? ''];
  const { hub, children } = standing as ClusterStanding;
  if (kind === 'cluster') return [...(hub ? [nodeOf(hub)] : []), ...children];
  const { name = '', birthDate = '' } = standing as { name?: string; birthDate?: string | null };
  return [name, birthDate ?? ''];
}

/** Records that have all the terms which the standing of the primary record gives. */
function matchedIn(
  books: Books,
  locks: CommandDefinition['locks'],
  primary: StoredRecord | undefined,
): string[] {
  const terms = primary ? (locks?.matched?.terms(primary.standing as never, primary.id) ?? []) : [];
  if (terms.length === 0) return [];
  const found = [...books.records.values()].filter((one) => {
    const known = foundBy(one);
    return one.kind === locks?.matched?.kind && terms.every(({ term }) => known.includes(term));
  });
  return found.map(({ id }) => id);
}

/** Whether the store would find a record by a term of the payload. */
function isAlike(
  { kind, standing }: StoredRecord,
  alike: NonNullable<CommandDefinition['reads']>['alike'],
  payload: object,
): boolean {
  if (alike?.kind !== kind) return false;
  const folded = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return (
    folded((standing as { reference?: string }).reference ?? '') === folded(alike.term(payload as never).term)
  );
}

function relatedTo(
  books: Books,
  { reads }: CommandDefinition,
  command: Command,
  locked: ReadonlySet<string>,
): StoredRecord[] {
  const primary = books.records.get(command.record.id);
  const named = new Set((reads?.named?.(command.payload as never) ?? []).map((one) => one.id));
  const underLockedChild = ({ parentId }: StoredRecord) =>
    parentId !== null && locked.has(parentId) && books.records.get(parentId)?.kind === 'child';
  return [...books.records.values()].filter(
    (one) =>
      named.has(one.id) ||
      (reads?.parent && one.id === primary?.parentId) ||
      (reads?.children === one.kind && one.parentId === command.record.id) ||
      (reads?.underChild?.includes(one.kind) && underLockedChild(one)) ||
      reads?.all === one.kind ||
      isAlike(one, reads?.alike, command.payload),
  );
}

/** What a store would lock and read for a command, from books in memory. */
export function inputFor(books: Books, command: Command): DecideInput {
  const { topic, verb } = topicAndVerb(command.name);
  const definition = topic.commands[verb] as CommandDefinition;
  const ids = lockedIds(books, definition, command);
  const records = [...books.records.values()].filter((one) => ids.has(one.id));
  const own = definition.reads?.writtenOnChildren
    ? records.filter(({ parentId }) => parentId === command.record.id).map(({ id }) => id)
    : [];
  const ofKind = records.filter(({ kind }) => kind === definition.reads?.writtenOn).map(({ id }) => id);
  const above = definition.reads?.writtenOnParent
    ? (books.records.get(command.record.id)?.parentId ??
      definition.parentOf?.(command.payload as never, command.id).parentId ??
      [])
    : [];
  const { written: reads, unsanitised } = definition.reads ?? {};
  const written = [command.record.id, ...own, ...ofKind]
    .concat(above)
    .flatMap((id) => books.written.get(id) ?? [])
    .filter((row) => (row.class === 'unsanitised' ? unsanitised : reads));
  return {
    records,
    facts: { related: relatedTo(books, definition, command, ids), written },
    profile: books.profile,
  };
}
