import { listPages } from './list-pages.js';
import type { Page } from './page.js';
import type { Visit } from './visit.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the list that is shown comes as a file. */
    listFile?: ListFileWays | null;
  }
}

/** Where a list comes as a file, with the filters under which it is shown. */
export interface ListFileWays {
  csv: string;
  xlsx: string;
}

const formats = ['csv', 'xlsx'] as const;

/** Where the list of a page comes as a file, under the filters with which the page asked for it; null on other pages. */
export function listFileWays({ id }: Page, visit: Visit): ListFileWays | null {
  const list = listPages[id]?.api;
  const asked = list === undefined ? undefined : visit.asked.get(`/api/v1/${list}`);
  if (list === undefined || asked === undefined) return null;
  const filters = new URLSearchParams(asked);
  for (const name of ['after', 'limit']) filters.delete(name);
  const [csv, xlsx] = formats.map((format) => {
    const query = new URLSearchParams([['table', list], ['format', format], ...filters]);
    return `/list-file?${query}`;
  });
  return { csv: csv as string, xlsx: xlsx as string };
}

/**
 * What the api is asked for a file of a list; null where there is no such list or format. The list is named by `table`, which
 * no list of the api asks for: judgements have a `list` of their own.
 */
export function listFileAsked(query: Readonly<Record<string, unknown>>): string | null {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  const { table: list = '', format = '' } = Object.fromEntries(pairs);
  if (!Object.values(listPages).some(({ api }) => api === list) || !formats.some((one) => one === format))
    return null;
  const asked = new URLSearchParams(pairs.filter(([name]) => name !== 'table'));
  return `/api/v1/${list}?${asked}`;
}
