import { namedAtAll } from '../links/access.js';
import type { Access, NamedReader, RecordRef, StoredRecord } from '../model.js';
import type { Effect } from '../topic.js';
import { openPair } from './open-pair.js';
import type { EndNow, IdentifierMatchStanding, MatchedRecord, WeighMatchPayload } from './standing.js';

type Match = StoredRecord<IdentifierMatchStanding>;
type End = Pick<EndNow, 'kind' | 'id' | 'closed' | 'owner' | 'named' | 'without'>;

const supervisor = 'role:intelligence-supervisor';
const plain = ({ kind, id }: RecordRef): RecordRef => ({ kind, id });

/** How few may know of a record: a report is read by the whole desk, what is closed besides by those named or the supervisor. */
function closeness({ closed, kind }: Pick<MatchedRecord, 'closed' | 'kind'>): number {
  if (!closed) return 0;
  return kind === 'intelligence' ? 1 : 2;
}

/**
 * Which of two records is the one whose owner decides: the person of concern or place, while both are open; else the one of
 * which fewer may know, and of two alike the first.
 */
export function inOrderOfOwner<E extends MatchedRecord>(one: E, two: E): { own: E; other: E } {
  const pair = openPair(one, two);
  const first = pair ? pair.strand.id === one.id : closeness(one) >= closeness(two);
  return first ? { own: one, other: two } : { own: two, other: one };
}

/** Whose a match of two is, and who may know of it: of two closed records those alone who are named at both, else the desk’s supervisor. */
export function keptFor(own: End, other: End): { owner: string; access: Access } {
  const closed = [own, other].filter((one) => closeness(one) === 2);
  const named = namedAtAll(closed.map((one) => ({ named: one.named ?? [] })));
  const without = [...new Set([own, other].flatMap((one) => one.without ?? []))].sort();
  return {
    owner: closed.length === 2 ? supervisor : own.owner,
    access: {
      closed: true,
      named: named.map((one): NamedReader => ({ ...one, classes: ['case'] })),
      ...(without.length > 0 ? { without } : {}),
    },
  };
}

/** Which of the two are closed, or may not be shared. */
export const closedOfEnds = (ends: readonly Pick<EndNow, 'id' | 'closed' | 'keptBack'>[]): string[] =>
  ends.filter(({ closed, keptBack }) => closed || keptBack).map(({ id }) => id);

/** Which of the two had been closed when others were told; worked out for a match from before that was kept. */
function closedWhenTold({ standing }: Match): string[] {
  const { closedWhenTold: kept, own, other, otherClosed, owner, access } = standing;
  if (kept) return kept;
  const wasOwn = own.kind === 'intelligence' || owner === supervisor || (access?.named ?? []).length > 0;
  return [...(wasOwn ? [own.id] : []), ...(otherClosed ? [other.id] : [])];
}

/** Those who work with the child of the two now, and those who were told and left it lately. */
function workersNow({ standing }: Match, { own, other }: WeighMatchPayload) {
  const known = standing.workers;
  const child = [own, other].find(({ kind }) => kind === 'child' || kind === 'link');
  if (!child || (!known && !openPair(own, other))) return known;
  const before = [...(known?.principals ?? []), ...Object.keys(known?.former ?? {})];
  const left = Object.entries(child.former ?? {}).filter(([one]) => before.includes(one));
  return {
    ...{ principals: child.holders, told: known?.told ?? false },
    ...(left.length > 0 ? { former: Object.fromEntries(left) } : {}),
  };
}

/**
 * Whether the lead on duty, who was told that a child may be in danger, reads nothing of a match: one of the two was closed
 * since, and is not the lead’s to read by its own rules. Nothing of a match that was told no lead.
 */
function fromLead(
  { standing }: Match,
  closedSince: readonly EndNow[],
): Pick<IdentifierMatchStanding, 'keptFromLead'> {
  const keptFromLead = standing.danger && closedSince.some(({ lead }) => !lead);
  return keptFromLead || standing.keptFromLead !== undefined ? { keptFromLead } : {};
}

/** What a match says of its two records, as they stand now. */
function patchOf(match: Match, payload: WeighMatchPayload): Partial<IdentifierMatchStanding> {
  const { own, other } = inOrderOfOwner(payload.own, payload.other);
  const closedEnds = closedOfEnds([own, other]);
  const before = closedWhenTold(match);
  const closedSince = [own, other].filter(({ id }) => closedEnds.includes(id) && !before.includes(id));
  const workers = workersNow(match, payload);
  return {
    ...{ own: plain(own), other: plain(other), otherOwner: other.owner, otherClosed: other.closed },
    ...keptFor(own, other),
    ...{ closedEnds, closedWhenTold: before },
    keptBack: closedSince.length > 0,
    ...fromLead(match, closedSince),
    ...(workers ? { workers } : {}),
  };
}

/** Those who read a match because they were told of it, whether or not they may at present. */
function toldOf({ workers, decided, otherOwner }: IdentifierMatchStanding): string[] {
  const isMadeKnown = decided?.decision === 'same-told';
  return [
    ...(workers && (workers.told || isMadeKnown) ? workers.principals : []),
    ...(isMadeKnown ? [otherOwner] : []),
  ];
}

/** Whether a match does not know yet what has become of its records. */
export function isNewsOf(match: Match, payload: WeighMatchPayload): boolean {
  const patch = patchOf(match, payload);
  const known = Object.fromEntries(
    Object.keys(patch).map((key) => [key, match.standing[key as keyof IdentifierMatchStanding]]),
  );
  if (match.standing.closedEnds === undefined && isAsItWas(known, patch)) return false;
  return JSON.stringify(known) !== JSON.stringify(patch);
}

/** Whether a match from before says the same, but for what it did not keep then. */
function isAsItWas(known: object, patch: Partial<IdentifierMatchStanding>): boolean {
  const { closedEnds: _ends, closedWhenTold: _told, keptBack, ...rest } = patch;
  const { closedEnds: _none, closedWhenTold: _neither, keptBack: _nor, ...before } = known as typeof patch;
  return !keptBack && JSON.stringify(before) === JSON.stringify(rest);
}

/**
 * A match follows its records: who may not know of one of them any more reads nothing of it, whoever still may has it in the
 * list, and whoever begins to work with the child is told what those before were.
 */
export function followedEffects(match: Match, payload: WeighMatchPayload, clock: string): Effect[] {
  const patch = patchOf(match, payload);
  const { standing, state } = match;
  const after = { ...standing, ...patch };
  const told = toldOf(standing);
  const closes = Boolean(after.keptBack && !standing.keptBack) && told.length > 0;
  const closesToLead = Boolean(after.keptFromLead && !standing.keptFromLead);
  const isHanded = after.owner !== standing.owner || String(named(after)) !== String(named(standing));
  const fresh = after.keptBack ? [] : toldOf(after).filter((one) => !told.includes(one));
  const toKeeper = [
    ...(isHanded && state === 'proposed' ? ['identifier-match'] : []),
    ...(closes || closesToLead ? ['identifier-match-kept-back'] : []),
  ];
  return [
    { do: 'set', patch },
    { do: 'reassign', rules: [clock], from: standing.owner, who: after.owner },
    ...toKeeper.map((kind): Effect => ({ do: 'send', kind, principal: after.owner })),
    ...fresh.map((principal): Effect => ({ do: 'send', kind: 'identifier-match-told', principal })),
  ];
}

const named = ({ access }: IdentifierMatchStanding) => (access?.named ?? []).map(({ userId }) => userId);
