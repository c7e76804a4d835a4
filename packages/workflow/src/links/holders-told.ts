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

/**
 * Whoever holds a linked child, once the link may be shared and they read something of it; before, the supervisor, who has
 * that written for them: a message about what its receiver may not read is shown to nobody.
 */
export function holdersTold(standing: LinkStanding, kind: string): Effect[] {
  const { held, told } = standing;
  const principals =
    isShared(standing) && told ? Object.values(held).flatMap(({ holders }) => holders) : [supervisor];
  return [...new Set(principals)].map((principal) => ({ do: 'send', kind, principal }));
}
