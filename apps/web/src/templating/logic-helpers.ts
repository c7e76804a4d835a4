import type { HelperDelegate } from 'handlebars';

type Values = unknown[];

const filled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : Boolean(value);

const text = (value: unknown): string =>
  value === undefined || value === null || value === false ? '' : String(value);

const named = (options: { hash: Record<string, unknown> }): Record<string, unknown> => ({ ...options.hash });

const expressions = {
  /** The first value that counts as true, else the last value. */
  either: (...values: Values) => values.find(Boolean) ?? values.at(-1),
  /** The first value, unless it is undefined. */
  given: (value: unknown, otherwise: unknown) => (value === undefined ? otherwise : value),
  /** True when every value counts as true. */
  both: (...values: Values) => values.every(Boolean),
  not: (value: unknown) => !value,
  /** True when the two values read the same ("2" and 2 do). */
  same: (left: unknown, right: unknown) => text(left) === text(right),
  /** True when a text contains another, or a list has the value; an empty value is never contained. */
  has: (whole: unknown, part: unknown) =>
    filled(part) && (Array.isArray(whole) ? whole.includes(part) : text(whole).includes(String(part))),
  /** The second value when the first counts as true, else the third, else nothing. */
  pick: (condition: unknown, yes: unknown, no?: unknown) => (condition ? yes : (no ?? '')),
  filled,
  /** True for a list of two or more. */
  several: (list: unknown) => Array.isArray(list) && list.length > 1,
  join: (...values: Values) => values.map(text).join(''),
  /** The values that are there, parted by single spaces. */
  words: (...values: Values) => values.filter(Boolean).join(' '),
  replaced: (whole: unknown, mark: string, value: unknown) => text(whole).replace(mark, text(value)),
  /** Passes an optional value on from a page, where a missing one would otherwise be an error. */
  maybe: (value: unknown) => value,
  list: (...values: Values) => values,
  /** A list and further items after it. */
  more: (items: unknown, ...values: Values) => [...(Array.isArray(items) ? items : []), ...values],
  'nothing-if-empty': (value: unknown) => (value === '' ? undefined : value),
  /** "true" or "false" for a boolean or text, nothing otherwise: for attributes that need both words. */
  'text-of': (value: unknown) =>
    value === undefined || value === null || value === '' ? undefined : String(value),
  /** Every given value as text, false and empty ones too; undefined stays undefined. */
  written: (value: unknown) => (value === undefined ? undefined : String(value ?? '')),
  'truthy-of': (list: unknown) => (Array.isArray(list) ? list.filter(Boolean) : []),
  counted: (index: number) => index + 1,
  /** The id of the nth item of a group: the first has none, so that an error summary can link to it. */
  numbered: (prefix: string, index: number) => (index > 0 ? `${prefix}-${index + 1}` : prefix),
  merge: (...objects: Values) => Object.assign({}, ...objects),
  /** Is this item chosen: its own word first, else whether its value is the group's value. */
  chosen: (own: unknown, value: unknown, current: unknown) =>
    Boolean(own) || (own !== false && Boolean(current) && text(current) === text(value)),
  /** Is this box ticked: its own word first, else whether its value is among the group's values. */
  ticked: (own: unknown, value: unknown, values: unknown) =>
    Boolean(own) ||
    (own !== false &&
      (Array.isArray(values) ? values.includes(value) : values !== undefined && values === value)),
  'some-have-actions': (rows: unknown) =>
    Array.isArray(rows) &&
    rows.some((row) => filled((row as { actions?: { items?: unknown } } | null)?.actions?.items)),
  /** Column heads that the sorting script may turn into buttons, save those marked `fixed`. */
  'sortable-heads': (heads: { fixed?: boolean; attributes?: object }[]) =>
    heads.map((head) =>
      head.fixed ? head : { ...head, attributes: { 'aria-sort': 'none', ...head.attributes } },
    ),
} satisfies Record<string, (...values: never[]) => unknown>;

/** Helpers that only compute: comparisons, lists, objects. Handlebars' own options argument never reaches them. */
export const logicHelpers: Record<string, HelperDelegate> = {
  ...Object.fromEntries(
    Object.entries(expressions).map(([name, compute]) => [
      name,
      (...given: unknown[]) => (compute as (...values: unknown[]) => unknown)(...given.slice(0, -1)),
    ]),
  ),
  /** An object of the named values, as GOV.UK macros take: `(obj text="Email")`. */
  obj: (options) => named(options),
};
