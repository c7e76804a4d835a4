import type { Context } from '../model.js';
import type { Effect } from '../topic.js';

/** What a record under a child is told when the child’s record is joined, parted, or named. */
export interface ChildNews {
  childId: string;
  childName: string;
  birthDate: string | null;
  /** The record of the child under which it hung until now. */
  from: string;
  /** It never was about the child under which it hung: nothing leads back there. */
  mistaken?: true;
}

/** The part of a standing that says under which record of the child it hung first, where that was joined with another. */
export interface UnderChild {
  joinedFrom?: string | null;
}

/**
 * Hangs a record under the record that stands for the child. It remembers where it hung first, so that it can go back;
 * back there, it forgets.
 */
export function childNewsEffects(
  { record, payload }: Context<never, ChildNews>,
  nameField: 'name' | 'childName' | null,
): Effect[] {
  const { childId, childName, from, mistaken } = payload;
  const { joinedFrom } = record.standing as UnderChild;
  const moved = childId !== record.parentId;
  const origin = joinedFrom ?? from;
  const patch = {
    childId,
    ...(nameField ? { [nameField]: childName } : {}),
    ...(moved ? { joinedFrom: mistaken || childId === origin ? null : origin } : {}),
  };
  return [{ do: 'set', patch }, ...(moved ? [{ do: 'move', parentId: childId } as const] : [])];
}

/** What hangs on a case, or is about it, learns who the child of the case is now. It stays with its case. */
export function recordChildOfCase({ payload }: Context<never, ChildNews>): Effect[] {
  return [{ do: 'set', patch: { childId: payload.childId, name: payload.childName } }];
}
