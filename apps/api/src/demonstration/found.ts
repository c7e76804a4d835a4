import {
  addAgency,
  addUser,
  findByTerms,
  findCredential,
  foundPartnership,
  listRecords,
  operatorOf,
  reading,
  type Store,
  setCredential,
} from '@mase/store';
import { demonstrationAgencies, demonstrationEmail, demonstrationPeople } from './people.js';

/** A founded demonstration: its partnership and the ids of its people by key. */
export interface Founded {
  partnershipId: string;
  people: { [key: string]: string };
  agencies: { [key: string]: string };
}

/** The name of the demonstration partnership; nothing in it is real. */
export const demonstrationName = 'Fernshire Safeguarding Partnership (demonstration)';

/** The password of every demonstration person; it opens nothing but the demonstration. */
export const demonstrationPassword = 'demonstration-only';

/** What there is of a partnership that was begun and not finished. */
interface Begun {
  agencies: Map<string, string>;
  users: Map<string, string>;
}

/**
 * Founds the demonstration partnership with its agencies and people; no case yet. With the id of a partnership that
 * was begun before, adds what is missing and doubles nothing.
 */
export async function foundDemonstration(
  store: Store,
  ownerUrl: string,
  options: { name?: string; now?: string; begun?: string; onProgress?: (line: string) => void } = {},
): Promise<Founded> {
  const partnershipId =
    options.begun ??
    (await foundPartnership(ownerUrl, {
      name: options.name ?? demonstrationName,
      ...(options.now ? { now: options.now } : {}),
    }));
  const begun = options.begun
    ? await findBegun(store, partnershipId)
    : { agencies: new Map(), users: new Map() };
  const agencies: Founded['agencies'] = {};
  for (const { key, ...agency } of demonstrationAgencies)
    agencies[key] = begun.agencies.get(agency.name) ?? (await addAgency(store, partnershipId, agency));
  const people: Founded['people'] = {};
  const local = { password: demonstrationPassword, demonstration: true };
  for (const { key, agency, team, ...person } of demonstrationPeople) {
    const email = demonstrationEmail(key);
    const known = begun.users.get(email);
    const user = {
      ...person,
      email,
      agencyId: agencies[agency] as string,
      ...(team ? { teamId: team } : {}),
    };
    people[key] = known ?? (await addUser(store, ownerUrl, partnershipId, user, local));
    if (known && !(await findCredential(store, email)))
      await setCredential(ownerUrl, partnershipId, { id: known, email }, local);
    options.onProgress?.(`${person.name} has an account`);
  }
  return { partnershipId, people, agencies };
}

async function findBegun(store: Store, partnershipId: string): Promise<Begun> {
  return reading(store, operatorOf(partnershipId).reading, async (tx) => {
    const { rows } = await listRecords(tx, { kind: 'agency', sort: 'newest', limit: 100 });
    const terms = demonstrationPeople.map((person) => demonstrationEmail(person.key));
    const found = await findByTerms(tx, { term: 'email', terms, kind: 'user' });
    return {
      agencies: new Map(rows.map((one) => [one.title, one.record.id])),
      users: new Map([...found].map(([email, ids]) => [email, ids[0] as string])),
    };
  });
}
