import type { Place } from './json-text.js';
import { type LocatedJson, readLocatedJson } from './located-json.js';
import type { DocumentFault } from './shape.js';

/** One fault of a document's text: where it stands, counted from 1, what it is about as a JSON pointer, and why. */
export interface FileFault extends Place {
  pointer: string;
  reason: string;
}

/** A document that is checked: what gives the faults of its value, and the keys that it may leave out. */
interface DocumentRules {
  validate: (value: unknown) => DocumentFault[];
  /** Keys that may be left out, so that nobody misses them when one is misspelt. */
  optionalKeys: readonly string[];
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
const keyOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);

/** How many letters one must change, add or leave out to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const above = row;
    row = [i + 1];
    for (const [j, against] of [...other].entries())
      row.push(
        Math.min(
          (above[j + 1] as number) + 1,
          (row[j] as number) + 1,
          (above[j] as number) + (letter === against ? 0 : 1),
        ),
      );
  }
  return row.at(-1) ?? 0;
}

function closest(key: string, keys: readonly string[]): string | undefined {
  const near = keys.map((one) => ({ one, far: distance(key.toLowerCase(), one.toLowerCase()) }));
  return near.filter(({ far }) => far <= 2).sort((a, b) => a.far - b.far)[0]?.one;
}

/** A misspelt key is told once: as the key that stands there, with the one that is meant. */
function spelt(faults: DocumentFault[], optionalKeys: readonly string[]): DocumentFault[] {
  const missing = faults.filter(({ reason }) => reason === 'is missing').map(({ pointer }) => pointer);
  const meant = new Set<string>();
  const told = faults.map((fault) => {
    if (fault.reason !== 'is not known here') return fault;
    const parent = parentOf(fault.pointer);
    const beside = missing.filter((pointer) => parentOf(pointer) === parent).map(keyOf);
    const near = closest(keyOf(fault.pointer), [...beside, ...optionalKeys]);
    if (near === undefined) return fault;
    meant.add(`${parent}/${near}`);
    return { ...fault, reason: `is not known here: is "${near}" meant?` };
  });
  return told.filter(({ pointer, reason }) => reason !== 'is missing' || !meant.has(pointer));
}

/** The value at a pointer of a document; nothing where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null
          ? Reflect.get(part, key.replaceAll('~1', '/').replaceAll('~0', '~'))
          : undefined,
      value,
    );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function placed({ value, values, keys }: LocatedJson, { pointer, reason }: DocumentFault): FileFault {
  const isKey = reason.startsWith('is not known here');
  const own = (isKey ? keys.get(pointer) : undefined) ?? values.get(pointer);
  const place = own ?? keys.get(parentOf(pointer)) ?? values.get(parentOf(pointer)) ?? { line: 1, column: 1 };
  const found = shown(valueAt(value, pointer));
  const naming = reason.startsWith('is no ') ? `${found} ${reason}` : reason;
  const words = reason.startsWith('must be') && found ? `${reason}; it is ${found}` : naming;
  return { line: place.line, column: place.column, pointer, reason: words };
}

/**
 * Checks the text of a document and gives every fault at once, of its JSON and of what it says, in the order of the
 * lines, with the text as it was read.
 */
export function checkDocument(
  text: string,
  { validate, optionalKeys }: DocumentRules,
): { read: LocatedJson; faults: FileFault[] } {
  const read = readLocatedJson(text);
  const broken = [...read.broken];
  // What a text that ends too soon has not said yet is not missing besides.
  const cut = read.faults.some(({ reason }) => reason.startsWith('the text ends'));
  const said = validate(read.value).filter(
    ({ pointer, reason }) =>
      !(cut && reason === 'is missing') &&
      !broken.some((one) => pointer === one || pointer.startsWith(`${one}/`)),
  );
  const faults = [
    ...read.faults.map(({ line, column, reason }) => ({ line, column, pointer: '', reason })),
    ...spelt(said, optionalKeys).map((fault) => placed(read, fault)),
  ].sort((one, other) => one.line - other.line || one.column - other.column);
  return { read, faults };
}
