import { findCivil } from '../clocks/calendar.js';

/** One fault of a document: where it stands (a JSON pointer) and what is wrong, in words. */
export interface DocumentFault {
  pointer: string;
  reason: string;
}

/** A check of one value at one pointer; it gives every fault it finds, never only the first. */
export type Shape = (value: unknown, pointer: string) => DocumentFault[];

/** Escapes one key for use in a JSON pointer (RFC 6901). */
export function pointerKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

const fault = (pointer: string, reason: string): DocumentFault[] => [{ pointer, reason }];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Demands text with something in it. */
export const text: Shape = (value, pointer) =>
  typeof value === 'string' && value.trim() !== '' ? [] : fault(pointer, 'must be text and not empty');

/** Demands a code: lower-case words and digits joined by hyphens. */
export const code: Shape = (value, pointer) =>
  typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
    ? []
    : fault(pointer, 'must be a code of lower-case words joined by hyphens');

/** Demands true or false. */
export const yesNo: Shape = (value, pointer) =>
  typeof value === 'boolean' ? [] : fault(pointer, 'must be true or false');

/** Demands a date that exists, as YYYY-MM-DD. */
export const date: Shape = (value, pointer) =>
  typeof value === 'string' && findCivil(value)
    ? []
    : fault(pointer, 'must be a date of the calendar written YYYY-MM-DD');

/** Demands a whole number from `least` to `most`. */
export function whole(least: number, most: number): Shape {
  return (value, pointer) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? []
      : fault(pointer, `must be a whole number from ${least} to ${most}`);
}

/** Demands one of the named values. */
export function oneOf(values: readonly (string | boolean)[]): Shape {
  return (value, pointer) =>
    values.includes(value as string) ? [] : fault(pointer, `must be one of: ${values.join(', ')}`);
}

/** Allows the value to be absent. */
export function optional(shape: Shape): Shape {
  return (value, pointer) => (value === undefined ? [] : shape(value, pointer));
}

/** Demands a list of `least` items or more, each of the one shape. */
export function listOf(shape: Shape, least = 0): Shape {
  return (value, pointer) => {
    if (!Array.isArray(value)) return fault(pointer, 'must be a list');
    if (value.length < least)
      return fault(pointer, `must have at least ${least} item${least === 1 ? '' : 's'}`);
    return value.flatMap((item, index) => shape(item, `${pointer}/${index}`));
  };
}

/** Demands a list whose items have different values under one key. */
export function listWithUnique(key: string, shape: Shape, least = 0): Shape {
  return (value, pointer) => {
    const faults = listOf(shape, least)(value, pointer);
    if (!Array.isArray(value)) return faults;
    const seen = new Set<unknown>();
    value.forEach((item, index) => {
      const id = isRecord(item) ? item[key] : undefined;
      if (id !== undefined && seen.has(id)) {
        faults.push({ pointer: `${pointer}/${index}/${key}`, reason: `repeats "${String(id)}"` });
      }
      seen.add(id);
    });
    return faults;
  };
}

/** Demands an object with these keys and no others. */
export function object(shapes: Record<string, Shape>): Shape {
  return (value, pointer) => {
    if (!isRecord(value)) return fault(pointer, 'must be an object');
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(shapes, key));
    return [
      ...Object.entries(shapes).flatMap(([key, shape]) => {
        const found = Object.hasOwn(value, key) ? value[key] : undefined;
        const at = `${pointer}/${pointerKey(key)}`;
        return found === undefined && shape(undefined, at).length > 0
          ? fault(at, 'is missing')
          : shape(found, at);
      }),
      ...unknown.flatMap((key) => fault(`${pointer}/${pointerKey(key)}`, 'is not known here')),
    ];
  };
}

/** Demands an object whose keys are all of `keys` (some of them where `partial`), each of the one shape. */
export function recordOf(keys: readonly string[], shape: Shape, partial = false): Shape {
  return object(Object.fromEntries(keys.map((key) => [key, partial ? optional(shape) : shape])));
}

/** Demands the shape that the value of one key chooses, as in `{kind: 'age-under', years: 13}`. */
export function choose(key: string, shapes: Record<string, Record<string, Shape>>): Shape {
  return (value, pointer) => {
    if (!isRecord(value)) return fault(pointer, 'must be an object');
    const kind = value[key];
    const chosen = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    const kinds = Object.keys(shapes);
    if (!chosen) return oneOf(kinds)(kind, `${pointer}/${pointerKey(key)}`);
    return object({ [key]: oneOf(kinds), ...chosen })(value, pointer);
  };
}
