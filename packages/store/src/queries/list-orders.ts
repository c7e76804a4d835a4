/** Before every time: the place of what has none. */
export const never = "'-infinity'::timestamptz";
const evermore = "'infinity'::timestamptz";

/**
 * The orders of lists. `newest` and `recorded` are by when a record was made, `opened` by the time that it opened, `due` by
 * what is due next of it, with what has no date last; with a minus the other way round. `proposedFirst` has what is to be
 * decided before all else.
 */
export type ListSort = 'newest' | 'recorded' | 'opened' | '-opened' | 'due' | '-due' | 'proposedFirst';

/** How an order is asked of the database: by a place in it and the id, or the id alone. */
export interface ListOrder {
  down: boolean;
  rank?: string;
  place?: string;
  /** The column whose value the place is, and the place of a record that has none. */
  of?: 'opened_at' | 'next_due';
  without?: '-infinity' | 'infinity';
  /** Whether it tells what a receipt of a case does not. */
  isOfWhole?: true;
}

/**
 * Each order with its expression, which is that of an index where a list is long (`record_by_age`, `record_by_opening`,
 * `record_by_due`). By the latest due first there is none, as what has no date would stand in the way: for short lists.
 */
export const listOrders: Readonly<Record<ListSort, ListOrder>> = {
  newest: { down: true },
  recorded: { down: false },
  opened: { down: false, of: 'opened_at', place: `coalesce(r.opened_at, ${never})` },
  '-opened': { down: true, of: 'opened_at', place: `coalesce(r.opened_at, ${never})` },
  due: {
    ...{ down: false, of: 'next_due', without: 'infinity', isOfWhole: true },
    place: `coalesce(r.next_due, ${evermore})`,
  },
  '-due': { down: true, of: 'next_due', isOfWhole: true, place: `coalesce(r.next_due, ${never})` },
  proposedFirst: { down: true, rank: "(r.phase = 'proposed')::int", place: never },
};
