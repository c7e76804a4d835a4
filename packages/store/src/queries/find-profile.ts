import { localDate, type Profile, profileOn } from '@mase/workflow';
import type { Pool } from 'pg';

/**
 * The profile of a partnership that is in force at an instant: the one with which it was founded, or the latest that two
 * people decided on and that has begun. What one of an earlier release does not say yet is as the shipped one says.
 */
export async function findProfile(
  tx: Pick<Pool, 'query'>,
  partnershipId: string,
  now: string,
): Promise<Profile> {
  const found = await tx.query<{ profile: string; decided: string[] }>(
    'select profile, decided_profiles(id) as decided from partnership where id = $1',
    [partnershipId],
  );
  const [row] = found.rows;
  if (!row) throw new Error(`The partnership ${partnershipId} is not there, or is not read by this role.`);
  const founding = JSON.parse(row.profile) as Profile;
  const decided = row.decided.map((text) => JSON.parse(text) as Profile);
  return profileOn(
    founding,
    decided.map((profile) => ({ from: profile.effectiveFrom, profile })),
    localDate(now, founding.timeZone),
  );
}
