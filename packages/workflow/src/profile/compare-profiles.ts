import { pointerKey } from './shape.js';

/** One place at which two profiles say something else. */
export interface ProfileDifference {
  /** Where, as a JSON pointer; items of a list by their id, or by place where they have none. */
  pointer: string;
  /** The same place in words: "Clocks, Triage decision, amount". */
  where: string;
  /** What the first says; nothing where it does not say it. */
  one: unknown;
  /** What the second says; nothing where it does not say it. */
  other: unknown;
}

type Parts = Map<string, { name: string; value: unknown }>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const labelled = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined;
  const { label, name, title, id } = value;
  return [label, name, title, id].find((one): one is string => typeof one === 'string');
};

/** Words of a key as people read it: "nonWorkingDay" is "non working day". */
const keyWords = (key: string): string =>
  key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

/** The parts of an object or of a list whose items are objects, by key or id; nothing for what is compared whole. */
function partsOf(value: unknown): Parts | null {
  if (Array.isArray(value)) {
    if (value.length === 0 || !value.every(isObject)) return null;
    const ids = value.map((item, index) => itemKey(item, index));
    return new Set(ids).size === ids.length
      ? new Map(
          value.map((item, index) => [
            ids[index] ?? '',
            { name: labelled(item) ?? `no. ${index + 1}`, value: item },
          ]),
        )
      : null;
  }
  if (!isObject(value)) return null;
  return new Map(
    Object.entries(value).map(([key, part]) => [key, { name: labelled(part) ?? keyWords(key), value: part }]),
  );
}

/** What an item of a list is known by: its id, an outcome's force, code and first day, or its place. */
function itemKey(item: Record<string, unknown>, index: number): string {
  const { id, version, force, code, from } = item;
  if (typeof id === 'string') return version === undefined ? id : `${id} ${String(version)}`;
  if (typeof code === 'string') return [force, code, from].filter((part) => part !== undefined).join(' ');
  return String(index);
}

interface Place {
  pointer: string;
  names: string[];
}

function difference({ pointer, names }: Place, one: unknown, other: unknown): ProfileDifference {
  const words = names.join(', ');
  return { pointer, where: words.charAt(0).toUpperCase() + words.slice(1), one, other };
}

function differences(one: unknown, other: unknown, at: Place): ProfileDifference[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const parts = [partsOf(one), partsOf(other)] as const;
  if (!parts[0] || !parts[1]) return [difference(at, one, other)];
  const [here, there] = parts as [Parts, Parts];
  const keys = [...new Set([...here.keys(), ...there.keys()])];
  const inside = keys.flatMap((key) => {
    const [mine, theirs] = [here.get(key), there.get(key)];
    const name = mine?.name ?? theirs?.name ?? key;
    return differences(mine?.value, theirs?.value, {
      pointer: `${at.pointer}/${pointerKey(key)}`,
      names: [...at.names, name],
    });
  });
  const [first, second] = [sharedKeys(here, there), sharedKeys(there, here)];
  if (!Array.isArray(one) || first.join() === second.join()) return inside;
  const named = (order: readonly string[]) => order.map((key) => here.get(key)?.name);
  const order = { ...at, names: [...at.names, 'order'] };
  return [...inside, difference(order, named(first), named(second))];
}

/** What both lists hold, in the order of the first. */
const sharedKeys = (one: Parts, other: Parts): string[] => [...one.keys()].filter((key) => other.has(key));

/**
 * Every difference between two profiles, in the order of the first: items of a list are compared by their id, so that one
 * that was put in does not make all after it differ; whether the order of a list changed is told as well.
 */
export function compareProfiles(one: object, other: object): ProfileDifference[] {
  return differences(one, other, { pointer: '', names: [] });
}

/** A value of a profile as a line of a table: "10 working days", "yes", "Category 1; Category 2". */
export function profileValueWords(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return /^[a-z]+([A-Z][a-z]+)+$/.test(value) ? keyWords(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(profileValueWords).join('; ');
  if (!isObject(value)) return String(value);
  const { amount, unit } = value;
  if (typeof amount === 'number' && typeof unit === 'string') return `${amount} ${keyWords(unit)}`;
  return (
    labelled(value) ??
    Object.entries(value)
      .map(([key, part]) => `${keyWords(key)} ${profileValueWords(part)}`)
      .join(', ')
  );
}
