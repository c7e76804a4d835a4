import type { Instrument } from '../risk/instrument.js';
import { englandProfile, type Profile } from './profile.js';

/** A profile that two people decided, as it was proposed, in the order of decisions. */
export interface DecidedProfile {
  /** The first local day on which it is in force. */
  from: string;
  profile: Profile;
}

/**
 * A stored profile with what a later release asks besides, as England says it: a document that was sound when it was
 * decided stays usable.
 */
export function completed(profile: Profile): Profile {
  return {
    ...englandProfile,
    ...profile,
    clocks: { ...englandProfile.clocks, ...profile.clocks },
    priority: { ...englandProfile.priority, ...profile.priority },
  };
}

const nameOf = ({ id, version }: Instrument): string => `${id} ${version}`;

/** The instruments that were ever the area's own: none is lost by a profile that leaves it out, for what was assessed with it is read again. */
function everOwn(profiles: readonly Profile[]): Instrument[] {
  const own = new Map<string, Instrument>();
  for (const one of profiles.flatMap(({ ownInstruments = [] }) => ownInstruments))
    if (!own.has(nameOf(one))) own.set(nameOf(one), one);
  return [...own.values()];
}

/**
 * The profile in force on a local day: the one with which the partnership was founded until the first decided one
 * begins, then the latest to have begun; of two of one day the one decided last.
 */
export function profileOn(founding: Profile, decided: readonly DecidedProfile[], day: string): Profile {
  const begun = decided.filter(({ from }) => from <= day);
  const latest = begun.reduce<DecidedProfile | null>(
    (kept, one) => (kept && kept.from > one.from ? kept : one),
    null,
  );
  if (!latest) return completed(founding);
  const own = everOwn([founding, ...begun.map(({ profile }) => profile)]);
  return completed({ ...latest.profile, ...(own.length > 0 ? { ownInstruments: own } : {}) });
}
