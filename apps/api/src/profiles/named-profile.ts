import { findRecord, type Tx } from '@mase/store';
import {
  compareProfiles,
  findShippedProfile,
  type Profile,
  type ProfileChangeStanding,
  profileValueWords,
  type StoredRecord,
  shippedProfiles,
} from '@mase/workflow';
import { idPattern } from '../fields.js';
import { notVisible } from '../problem.js';

/** The name under which the profile that an area goes by now is asked for. */
export const inForce = 'in-force';

/** A profile with what it is: the one in force, one that is shipped, or one that was proposed or decided. */
export interface NamedProfile {
  id: string;
  is: 'in-force' | 'shipped' | 'proposed' | 'decided' | 'refused' | 'withdrawn';
  profile: Profile;
}

/** A profile without what it says: a line of a list. */
export function profileLine({ id, is, profile }: NamedProfile) {
  return { id, is, profile: profile.id, name: profile.name, from: profile.effectiveFrom };
}

/** A proposed profile as a line of a list, from its standing. */
export function proposalLine({ id, state, standing }: StoredRecord<ProfileChangeStanding>) {
  const { profile, title: name, from } = standing;
  return { id, is: state as NamedProfile['is'], profile, name, from };
}

/** The profile in force and the shipped ones. */
export function knownProfiles(now: Profile): NamedProfile[] {
  return [
    { id: inForce, is: 'in-force', profile: now },
    ...shippedProfiles.map((profile) => ({ id: profile.id, is: 'shipped' as const, profile })),
  ];
}

/** The profile that goes by a name: `in-force`, the id of a shipped one or that of a proposal; 404 where there is none. */
export async function getNamedProfile(tx: Tx, name: string, now: Profile): Promise<NamedProfile> {
  if (name === inForce) return { id: inForce, is: 'in-force', profile: now };
  const shipped = findShippedProfile(name);
  if (shipped) return { id: name, is: 'shipped', profile: shipped };
  const opened = idPattern.test(name) ? await findRecord(tx, 'profileChange', name) : null;
  const document = opened?.written.find(({ kind }) => kind === 'profile-document');
  if (!opened || !document) throw notVisible();
  return {
    id: name,
    is: opened.record.state as NamedProfile['is'],
    profile: document.body as unknown as Profile,
  };
}

/** Where two profiles say something else, with what each says in words. */
export function differenceLines(first: Profile, second: Profile) {
  return compareProfiles(first, second).map(({ one, other, ...at }) => ({
    ...at,
    one: profileValueWords(one),
    other: profileValueWords(other),
  }));
}
