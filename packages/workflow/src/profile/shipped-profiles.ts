import categories from './england-categories.patch.json' with { type: 'json' };
import fromMedium from './england-from-medium.patch.json' with { type: 'json' };
import { mergePatch } from './merge-patch.js';
import { englandProfile, type Profile } from './profile.js';

/**
 * The profiles that are shipped, England's first: the others say only in what they differ from it. In one a case is counted as
 * an episode from medium on; in the other the grades are the categories 1 to 3 of London's protocol (2nd edition 2015).
 */
export const shippedProfiles: readonly Profile[] = [
  englandProfile,
  ...[fromMedium, categories].map((patch) => mergePatch(englandProfile, patch) as Profile),
];

/** A shipped profile by its id, if there is one. */
export function findShippedProfile(id: string): Profile | undefined {
  return shippedProfiles.find((one) => one.id === id);
}
