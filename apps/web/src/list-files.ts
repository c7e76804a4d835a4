import { listPages, tablePages } from './list-pages.js';
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

/** What a page shows as a list or a table, as the api calls it. */
const tableOf = (pageId: string): string | undefined => listPages[pageId]?.api ?? tablePages[pageId];

const tables = new Set([...Object.values(listPages).map(({ api }) => api), ...Object.values(tablePages)]);

/** The address of a list or table in the api, of a record where it is of one; undefined where it is of one and none is named. */
function addressOf(table: string, record: string | undefined): string | undefined {
  if (!table.includes(':id')) return `/api/v1/${table}`;
  return record !== undefined && /^[0-9a-f-]{36}$/i.test(record)
    ? `/api/v1/${table.replace(':id', record)}`
    : undefined;
}

/** Where the list or table of a page comes as a file, under the filters with which the page asked for it; null on other pages. */
export function listFileWays({ id }: Page, visit: Visit): ListFileWays | null {
  const table = tableOf(id);
  const address = table === undefined ? undefined : addressOf(table, visit.params.id);
  const asked = address === undefined ? undefined : visit.asked.get(address);
  if (table === undefined || asked === undefined) return null;
  const filters = new URLSearchParams(asked);
  for (const name of ['after', 'limit']) filters.delete(name);
  const record: [string, string][] = table.includes(':id') ? [['record', visit.params.id ?? '']] : [];
  const [csv, xlsx] = formats.map((format) => {
    const query = new URLSearchParams([['table', table], ...record, ['format', format], ...filters]);
    return `/list-file?${query}`;
  });
  return { csv: csv as string, xlsx: xlsx as string };
}

/**
 * What the api is asked for a file of a list or table; null where there is no such one, no record where it is of one, or no
 * such format. It is named by `table`, and its record by `record`, which no list of the api asks for: judgements have a `list` of
 * their own.
 */
export function listFileAsked(query: Readonly<Record<string, unknown>>): string | null {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  const { table = '', format = '', record } = Object.fromEntries(pairs);
  const address = tables.has(table) ? addressOf(table, record) : undefined;
  if (address === undefined || !formats.some((one) => one === format)) return null;
  const asked = new URLSearchParams(pairs.filter(([name]) => name !== 'table' && name !== 'record'));
  return `${address}?${asked}`;
}
