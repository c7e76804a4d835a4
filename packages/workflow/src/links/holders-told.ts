import { type ChildStanding, holdersOf } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import type { Effect } from '../topic.js';
import { childrenJoined, isShared } from './access.js';
import type { EndHolders, LinkStanding } from './standing.js';

const supervisor = 'role:intelligence-supervisor';

/** What the workers of a linked child are told, in a row that they read. */
export const tell = (words: string | undefined): Effect[] =>
  words ? [{ do: 'write', kind: 'link-told', class: 'safety', body: { words } }] : [];

/** Who holds each child at an end, as the locked records of the children say. */
export function heldIn(locked: readonly StoredRecord[], ends: Pick<LinkStanding, 'from' | 'to'>) {
  const held: { [childId: string]: EndHolders } = {};
  for (const id of childrenJoined(ends)) {
    const child = locked.find((one) => one.id === id)?.standing as ChildStanding | undefined;
    if (child) held[id] = { holders: holdersOf(child), former: child.former ?? {} };
  }
  return held;
}

const sent = (kind: string, principals: readonly string[]): Effect[] =>
  [...new Set(principals)].map((principal) => ({ do: 'send', kind, principal }));

/** The supervisor, who has written for the workers of a linked child what they may read, or decides whom to speak with. */
export const supervisorTold = (kind: string): Effect[] => sent(kind, [supervisor]);

/**
 * Whoever holds a linked child, once the link may be shared and they read something of it; before, the supervisor, who has
 * that written for them: a message about what its receiver may not read is shown to nobody.
 */
export function holdersTold(standing: LinkStanding, kind: string): Effect[] {
  const { held, told } = standing;
  if (!isShared(standing) || !told) return supervisorTold(kind);
  return sent(
    kind,
    Object.values(held).flatMap(({ holders }) => holders),
  );
}

/** The message that who or what is at the other end of a link is of concern. */
export const concernMessage = ({ from, to }: Pick<LinkStanding, 'from' | 'to'>) =>
  `linked-${[from, to].some(({ kind }) => kind === 'location') ? 'place' : 'person'}-of-concern`;

/**
 * Whoever has begun to hold a linked child since the link was last weighed: a worker or a team that is new, or that came
 * with another record of the child. Nobody who was told before is told again, and nobody of what the holders do not read.
 */
export function newHoldersTold(
  before: LinkStanding,
  held: LinkStanding['held'],
  { kind, at }: { kind: string; at: string },
): Effect[] {
  if (!isShared(before) || !before.told || before.ended) return [];
  const known = knowers(before.held, at);
  const now = Object.values(held).flatMap(({ holders }) => holders);
  return sent(
    kind,
    now.filter((one) => !known.includes(one)),
  );
}

const knowers = (held: LinkStanding['held'], at: string): string[] =>
  Object.values(held).flatMap(({ holders, former }) => [
    ...holders,
    ...Object.keys(former).filter((one) => (former[one] as string) > at),
  ]);

/** Whoever was told of a link and may still know: those who hold a linked child, and those who held one until lately. */
export function knowersTold(standing: LinkStanding, kind: string, at: string): Effect[] {
  if (!isShared(standing) || !standing.told) return supervisorTold(kind);
  return sent(kind, knowers(standing.held, at));
}
