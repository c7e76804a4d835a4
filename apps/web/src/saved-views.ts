import { listPages } from './list-pages.js';
import type { Page } from './page.js';
import type { Visit } from './visit.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the reader keeps of the list that is shown. */
    savedViews?: ViewsOfList | null;
  }
}

/** The views that somebody keeps of a list, and the filters of the list as it is shown. */
export interface ViewsOfList {
  page: string;
  query: string;
  items: { id: string; name: string; href: string; here: boolean }[];
}

/** The filters of an address as a view keeps them: without the place in the list, in one order, so that two alike are equal. */
export function filtersOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query)
    .filter(([name]) => name !== 'after')
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one ?? '')]))
    .filter(([, value]) => value !== '')
    .sort(([one, a], [other, b]) => one.localeCompare(other) || a.localeCompare(b));
  return new URLSearchParams(pairs).toString();
}

/** What the reader keeps of the list that a page shows; null on other pages, and where it cannot be read, as the list matters more. */
export async function readSavedViews(visit: Visit, { id: page }: Page): Promise<ViewsOfList | null> {
  const list = listPages[page]?.href;
  if (!list || !visit.session) return null;
  const answer = await visit.api
    .get<{ items: { id: string; name: string; query: string }[] }>('/api/v1/saved-views', { page })
    .catch(() => null);
  if (!answer?.ok) return null;
  const query = filtersOf(visit.query);
  return {
    page,
    query,
    items: answer.body.items.map(({ id, name, query: kept }) => ({
      ...{ id, name, here: kept === query },
      href: kept ? `${list}?${kept}` : list,
    })),
  };
}
