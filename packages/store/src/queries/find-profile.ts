import { englandProfile, type Profile } from '@mase/workflow';
import type { Pool } from 'pg';

/** The profile of a partnership; what one of an earlier release does not say yet is as the shipped one says. */
export async function findProfile(tx: Pick<Pool, 'query'>, partnershipId: string): Promise<Profile> {
  const found = await tx.query<{ profile: string }>('select profile from partnership where id = $1', [
    partnershipId,
  ]);
  const text = found.rows[0]?.profile;
  return text ? { ...englandProfile, ...(JSON.parse(text) as Profile) } : englandProfile;
}
