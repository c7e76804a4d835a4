import { checkDocument, type FileFault } from './check-document.js';
import type { Profile } from './profile.js';
import { optionalProfileKeys, validateProfile } from './validate-profile.js';

/** What a check of a profile's text found: the profile where there is no fault. */
export interface CheckedProfile {
  profile: Profile | null;
  faults: FileFault[];
}

/** Checks the text of a profile and gives every fault at once, of its JSON and of what it says, in the order of the lines. */
export function checkProfileFile(text: string): CheckedProfile {
  const { read, faults } = checkDocument(text, {
    validate: validateProfile,
    optionalKeys: optionalProfileKeys,
  });
  return { profile: faults.length === 0 ? (read.value as Profile) : null, faults };
}
