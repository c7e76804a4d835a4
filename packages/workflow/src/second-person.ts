import type { Actor, Missing } from './model.js';
import { missing } from './topic.js';

/**
 * What is missing where one person would decide on what he or she asked for: nothing, where the actor is somebody else
 * by name. `first` did it, `did` says what in words, `who` may decide. A clock or an import is no second person.
 */
export function secondPerson(
  { userId }: Pick<Actor, 'userId'>,
  first: string | null | undefined,
  { did, who }: { did: string; who: string },
): Missing[] {
  if (userId !== null && userId !== first) return [];
  return missing(
    'secondPerson',
    `Somebody else than who ${did} decides; standing in for another does not make one two.`,
    who,
  );
}
