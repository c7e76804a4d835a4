import type { Access, ContentClass, Fault, NamedReader } from './model.js';
import type { Handling } from './strand-cases/codes.js';

/** How something is handled, said as it is recorded: with conditions nobody knows of it but those named and the supervisor. */
export interface HandledPayload {
  handling?: Handling;
  /** Who reads it by name, where it is handled with conditions. */
  readers?: string[];
}

/** These people read these classes, without an end. */
export function namedReaders(userIds: readonly (string | null)[], classes: ContentClass[]): NamedReader[] {
  const ids = [...new Set(userIds)].filter((id) => id !== null);
  return ids.map((userId) => ({ userId, classes, until: null }));
}

/** The part of a standing that follows from how it is handled: with conditions its existence is closed; nothing where that is not said. */
export function handledPatch(
  { handling }: HandledPayload,
  named: NamedReader[],
): { handling?: Handling; access?: Access } {
  if (!handling) return {};
  return { handling, access: handling === 'C' ? { closed: true, named } : {} };
}

/** With conditions somebody is named who reads it. */
export function handledFaults({ handling, readers = [] }: HandledPayload): Fault[] {
  if (handling !== 'C' || readers.length > 0) return [];
  const detail = 'Name those who read it: with conditions nobody else does.';
  return [{ pointer: '/readers', code: 'asked', detail }];
}
