import { filtersOf } from './saved-views.js';

/** A filter of a list: its name in the address, what a person reads of it, and its choices; none where it is typed. */
export interface Filter {
  name: string;
  label: string;
  choices?: readonly { value: string; text: string }[];
}

/** What `moj-filter` shows of the filters in force. */
export interface FiltersInForce {
  heading: { text: string };
  clearLink: { text: string; href: string };
  categories: { heading: { text: string }; items: { text: string; href: string }[] }[];
}

type Query = Readonly<Record<string, string | undefined>>;

/**
 * The filters that an address asks a list for, each as a link that takes it away and leaves the others and the order as they
 * are, and one that takes all away; null where none is in force.
 */
export function filtersInForce(
  list: string,
  query: Query,
  filters: readonly Filter[],
): FiltersInForce | null {
  const without = (names: readonly string[]): string => {
    const kept = filtersOf(
      Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name))),
    );
    return kept ? `${list}?${kept}` : list;
  };
  const inForce = filters.flatMap(({ name, label, choices }) => {
    const value = query[name]?.trim() ?? '';
    const text = choices ? choices.find((one) => one.value === value)?.text : value;
    return value && text ? [{ name, label, text }] : [];
  });
  if (inForce.length === 0) return null;
  return {
    heading: { text: 'Selected filters' },
    clearLink: { text: 'Clear filters', href: without(inForce.map(({ name }) => name)) },
    categories: inForce.map(({ name, label, text }) => ({
      heading: { text: label },
      items: [{ text, href: without([name]) }],
    })),
  };
}
