import { localDate, type Profile, profileOn } from '@mase/workflow';
import type { Pool } from 'pg';

/**
 * The profiles of a partnership: gives the one that is in force at an instant, which is the one with which it was founded,
 * or the latest that two people decided on and that has begun. What one of an earlier release does not say yet is as the
 * shipped one says.
 */
export async function findProfiles(
  tx: Pick<Pool, 'query'>,
  partnershipId: string,
): Promise<(at: string) => Profile> {
  const found = await tx.query<{ profile: string; decided: string[] }>(
    'select profile, decided_profiles(id) as decided from partnership where id = $1',
    [partnershipId],
  );
  const [row] = found.rows;
  if (!row) throw new Error(`The partnership ${partnershipId} is not there, or is not read by this role.`);
  const founding = JSON.parse(row.profile) as Profile;
  const decided = row.decided
    .map((text) => JSON.parse(text) as Profile)
    .map((profile) => ({ from: profile.effectiveFrom, profile }));
  // Which is in force changes with each that has begun, and with nothing else: each is put together once.
  const made = new Map<number, Profile>();
  return (at) => {
    const day = localDate(at, founding.timeZone);
    const begun = decided.filter(({ from }) => from <= day);
    const known = made.get(begun.length) ?? profileOn(founding, begun, day);
    made.set(begun.length, known);
    return known;
  };
}

/** The profile of a partnership that is in force at an instant. */
export async function findProfile(
  tx: Pick<Pool, 'query'>,
  partnershipId: string,
  now: string,
): Promise<Profile> {
  return (await findProfiles(tx, partnershipId))(now);
}
