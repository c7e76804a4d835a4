import { stateLabels } from '@mase/workflow/words';
import { type ListPageOf, listPages, type SortOrder } from './list-pages.js';
import { filtersOf } from './saved-views.js';
import type { Visit } from './visit.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is offered around the list that is shown. */
    listTools?: ListTools | null;
  }
}

const sortWords: Record<SortOrder, string> = {
  '-recorded': 'Newest first',
  recorded: 'Oldest first',
  due: 'Due soonest first',
  '-due': 'Due latest first',
  opened: 'Opened earliest first',
  '-opened': 'Opened latest first',
};

/** A heading of a table that sorts by it: how it is sorted now, and where it leads. */
export interface SortHead {
  href: string;
  sorted: 'ascending' | 'descending' | 'none';
}

/** What may be asked of a list besides what its page asks itself. */
export interface ListTools {
  /** The orders as links, the one in force marked; none where there is one order alone. */
  ways: { text: string; href: string; here: boolean }[];
  /** The same as headings, by what each sorts by. */
  heads: Record<string, SortHead>;
  /** The states as the options of a select, and what else stands in the address; null where none may be chosen. */
  states: { action: string; items: object[]; kept: { name: string; value: string }[] } | null;
  /** Where the next page of the list is; null on the last. */
  further: string | null;
}

type Query = Readonly<Record<string, string | undefined>>;

const without = (query: Query, name: string): Query => ({ ...query, [name]: undefined });

function addressOf({ href }: ListPageOf, query: Query): string {
  const filters = filtersOf(query);
  return filters ? `${href}?${filters}` : href;
}

/** What a page is asked of its list by the address, besides its own filters: the order, and the state. */
export function askedOfList(list: ListPageOf | undefined, path: string, query: Query): Query {
  if (!list || path !== `/api/v1/${list.api}`) return {};
  const { sort, phase } = query;
  return {
    ...(sort && list.sorts.length > 0 ? { sort } : {}),
    ...(phase && list.states.includes(phase) ? { phase } : {}),
  };
}

function headOf(list: ListPageOf, query: Query, by: string, here: string | undefined): SortHead {
  const reverse = `-${by}` as SortOrder;
  const other = here === by && list.sorts.includes(reverse) ? reverse : (by as SortOrder);
  return {
    href: addressOf(list, { ...query, sort: other === list.sorts[0] ? undefined : other }),
    sorted: here === by ? 'ascending' : here === reverse ? 'descending' : 'none',
  };
}

/** What is offered around the list of a page; null on other pages. */
export function listTools(pageId: string, { query, next }: Visit): ListTools | null {
  const list = listPages[pageId];
  if (!list) return null;
  const { sorts, states } = list;
  // What a list begins with has no order of its own where it puts first what is to be decided.
  const here = query.sort ?? sorts[0];
  const others = without(without(query, 'phase'), 'after');
  return {
    ways: sorts.map((sort, index) => ({
      text: sortWords[sort],
      href: addressOf(list, { ...query, sort: index === 0 ? undefined : sort }),
      here: sort === here,
    })),
    heads: Object.fromEntries(
      [...new Set(sorts.map((sort) => sort.replace('-', '')))].map((by) => [
        by,
        headOf(list, query, by, here),
      ]),
    ),
    states:
      states.length === 0
        ? null
        : {
            action: list.href,
            items: ['', ...states].map((value) => ({
              ...{ value, text: value ? (stateLabels[value] ?? value) : 'Any' },
              selected: value === (query.phase ?? ''),
            })),
            kept: [...new URLSearchParams(filtersOf(others))].map(([name, value]) => ({ name, value })),
          },
    further: next
      ? `${list.href}?${new URLSearchParams([...new URLSearchParams(filtersOf(query)), ['after', next]])}`
      : null,
  };
}
