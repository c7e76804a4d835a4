import { addAgency, addUser, foundPartnership, type Store } from '@mase/store';
import { demonstrationAgencies, demonstrationEmail, demonstrationPeople } from './people.js';

/** A founded demonstration: its partnership and the ids of its people by key. */
export interface Founded {
  partnershipId: string;
  people: { [key: string]: string };
  agencies: { [key: string]: string };
}

/** The password of every demonstration person; it opens nothing but the demonstration. */
export const demonstrationPassword = 'demonstration-only';

/** Founds the demonstration partnership with its agencies and people; no case yet. */
export async function foundDemonstration(
  store: Store,
  ownerUrl: string,
  options: { name?: string; now?: string; onProgress?: (line: string) => void } = {},
): Promise<Founded> {
  const partnershipId = await foundPartnership(ownerUrl, {
    name: options.name ?? 'Fernshire Safeguarding Partnership (demonstration)',
    ...(options.now ? { now: options.now } : {}),
  });
  const agencies: Founded['agencies'] = {};
  for (const { key, ...agency } of demonstrationAgencies) agencies[key] = await addAgency(store, partnershipId, agency);
  const people: Founded['people'] = {};
  for (const { key, agency, team, ...person } of demonstrationPeople) {
    const user = { ...person, email: demonstrationEmail(key), agencyId: agencies[agency] as string, ...(team ? { teamId: team } : {}) };
    people[key] = await addUser(store, ownerUrl, partnershipId, user, { password: demonstrationPassword, demonstration: true });
    options.onProgress?.(`${person.name} has an account`);
  }
  return { partnershipId, people, agencies };
}
