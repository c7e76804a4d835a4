import { nodeOf } from './merkle.js';

/** Gives the root of the leaves from `start` up to `end`; asked only for parts that RFC 6962 makes a subtree of. */
export type Subtree = (start: number, end: number) => Promise<Buffer>;

/** The largest power of two below a size of two or more: where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The audit path of a leaf in the tree of the first `size` leaves, from the leaf up (RFC 6962, 2.1.1). */
export async function inclusionPath(index: number, size: number, subtree: Subtree): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  const path: Buffer[] = [];
  for (let [start, end] = [0, size]; end - start > 1; ) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.unshift(await subtree(middle, end));
      end = middle;
    } else {
      path.unshift(await subtree(start, middle));
      start = middle;
    }
  }
  return path;
}

/** The proof that the tree of `size` leaves begins with that of `first` leaves (RFC 6962, 2.1.2). */
export async function consistencyPath(first: number, size: number, subtree: Subtree): Promise<Buffer[]> {
  if (first < 0 || first > size)
    throw new RangeError(`A tree of ${size} leaves does not begin with ${first}`);
  if (first === 0 || first === size) return [];
  const path: Buffer[] = [];
  let [start, end, whole] = [0, size, true];
  while (first !== end) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      path.unshift(await subtree(middle, end));
      end = middle;
    } else {
      path.unshift(await subtree(start, middle));
      start = middle;
      whole = false;
    }
  }
  return whole ? path : [await subtree(start, end), ...path];
}

/** Whether a path leads from a leaf at this index to the root of a tree of this size (RFC 9162, 2.1.3.2). */
export function isIncluded(
  about: { leaf: Buffer; index: number; size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (about.index < 0 || about.index >= about.size) return false;
  let [at, last, node] = [about.index, about.size - 1, about.leaf];
  for (const step of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeOf(step, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else node = nodeOf(node, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && node.equals(about.root);
}

/** Whether a path shows that a tree begins with another (RFC 9162, 2.1.4.2). */
export function isConsistent(
  first: { size: number; root: Buffer },
  second: { size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return path.length === 0;
  let [at, last] = [first.size - 1, second.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const steps = at === 0 ? [first.root, ...path] : [...path];
  const begin = steps.shift();
  if (!begin) return false;
  let [before, after] = [begin, begin];
  for (const step of steps) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeOf(step, before);
      after = nodeOf(step, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else after = nodeOf(after, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && before.equals(first.root) && after.equals(second.root);
}

const half = (n: number) => Math.floor(n / 2);
