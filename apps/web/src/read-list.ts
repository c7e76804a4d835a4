import type { Visit } from './visit.js';

/** One page of a list of the api, and how to ask for the next. */
export interface ListPage<T> {
  items: T[];
  next: string | null;
}

/** Reads the page of a list that the address asks for with `after`; filters may be given besides. */
export async function readList<T>(
  visit: Visit,
  to: string,
  filters: Record<string, string | number | undefined> = {},
): Promise<ListPage<T>> {
  const { body } = await visit.read<ListPage<T>>(to, { after: visit.query.after, ...filters });
  return body;
}
