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

/** The lists that come as files, by the page that shows each, with their names at the api. */
export const filedLists: Readonly<Record<string, string>> = {
  'access-requests/list': 'access-requests',
  'break-glass/list': 'break-glass',
  'challenges/list': 'challenges',
  'child-cases/list': 'child-cases',
  'children/list': 'children',
  'clocks/list': 'clocks',
  'clusters/list': 'clusters',
  'disposals/list': 'disposals',
  'disruption-measures/list': 'disruption-measures',
  'dip-samples/list': 'dip-samples',
  'exports/list': 'exports',
  'identifier-matches/list': 'identifier-matches',
  'incidents/list': 'incidents',
  'information-requests/list': 'information-requests',
  'intelligence/list': 'intelligence',
  'intelligence-requirements/list': 'intelligence-requirements',
  'legal-holds/list': 'legal-holds',
  'links/list': 'links',
  'location-cases/list': 'location-cases',
  'panels/list': 'panels',
  'partner-figures/list': 'partner-figures',
  'person-cases/list': 'person-cases',
  'plan-actions/list': 'plan-actions',
  'practice-themes/list': 'practice-themes',
  'quality-activities/list': 'quality-activities',
  'quality-standards/list': 'quality-standards',
  'referral-proposals/list': 'referral-proposals',
  'service-feedback/list': 'service-feedback',
  'sharing-ledger/list': 'sharing-ledger',
  'sittings/list': 'sittings',
  'training-sessions/list': 'training-sessions',
  'users/list': 'users',
};

const formats = ['csv', 'xlsx'] as const;

/** Where the list of a page comes as a file, under the filters with which the page asked for it; null on other pages. */
export function listFileWays({ id }: Page, visit: Visit): ListFileWays | null {
  const list = filedLists[id];
  const asked = list === undefined ? undefined : visit.asked.get(`/api/v1/${list}`);
  if (list === undefined || asked === undefined) return null;
  const filters = new URLSearchParams(asked);
  for (const name of ['after', 'limit']) filters.delete(name);
  const [csv, xlsx] = formats.map((format) => {
    const query = new URLSearchParams([['list', list], ['format', format], ...filters]);
    return `/list-file?${query}`;
  });
  return { csv: csv as string, xlsx: xlsx as string };
}

/** What the api is asked for a file of a list; null where there is no such list or format. */
export function listFileAsked(query: Readonly<Record<string, unknown>>): string | null {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  const { list = '', format = '' } = Object.fromEntries(pairs);
  if (!Object.values(filedLists).includes(list) || !formats.some((one) => one === format)) return null;
  const asked = new URLSearchParams(pairs.filter(([name]) => name !== 'list'));
  return `/api/v1/${list}?${asked}`;
}
