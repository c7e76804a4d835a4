import type { Visit } from '../../visit.js';

/** A record as the api finds it, by whatever was typed. */
export interface Found {
  kind: string;
  id: string;
  /** Null where a reference was found alone. */
  name: string | null;
  aliases: string[];
  birthDate: string | null;
  reference: string | null;
  by: string[];
  links: { id: string; name: string }[];
  merged: boolean;
  cases: { id: string; kind: string; reference: string | null }[];
  cautions: string[];
}

/** What kinds of record are called beside a name. */
export const foundKinds: Record<string, string> = {
  child: 'Child',
  person: 'Person of concern',
  location: 'Place',
  childCase: 'Case of a child',
  personCase: 'Case of a person of concern',
  locationCase: 'Case of a place',
  incident: 'Incident',
  intelligence: 'Report of intelligence',
  cluster: 'Cluster of children',
};

/** Finds records by what was typed into one box, the likeliest first; of some kinds alone where they are named. */
export async function findRecords(
  visit: Visit,
  text: string,
  kinds?: readonly string[],
): Promise<{ items: Found[]; more: boolean }> {
  const { body } = await visit.send<{ items: Found[]; more: boolean }>('/api/v1/search', {
    text,
    ...(kinds ? { kinds } : {}),
  });
  return body;
}
