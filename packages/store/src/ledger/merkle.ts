import { hash } from 'node:crypto';

const empty = Buffer.alloc(0);
const pair = Buffer.alloc(65, 1);

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962, 2.1). */
export const emptyRoot: Buffer = hash('sha256', empty, 'buffer');

/** The node above two nodes: SHA-256 of 0x01 and both (RFC 6962, 2.1). */
export function nodeOf(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 33);
  return hash('sha256', pair, 'buffer');
}

/**
 * The right edge of an RFC 6962 tree: the roots of its full subtrees, largest first. Appending costs as many hashes as
 * the size has low one bits, on average one; nothing else of the tree is needed.
 */
export class TreeEdge {
  private readonly roots: Buffer[];
  private leaves: number;

  /** An empty tree, or the edge that `toBytes` wrote of a tree of this size. Throws where they do not fit. */
  constructor(size = 0, bytes: Buffer = empty) {
    const count = ones(size);
    if (bytes.length !== count * 32) throw new RangeError(`An edge of ${size} leaves has ${count} roots`);
    this.leaves = size;
    this.roots = Array.from({ length: count }, (_, index) => bytes.subarray(index * 32, index * 32 + 32));
  }

  /** How many leaves the tree has. */
  get size(): number {
    return this.leaves;
  }

  /** Appends a leaf; tells of every full subtree above it, with its level and its place among those of its level. */
  append(leaf: Buffer, onNode?: (level: number, index: number, node: Buffer) => void): void {
    let node = leaf;
    let level = 0;
    for (let rest = this.leaves; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      node = nodeOf(this.roots.pop() as Buffer, node);
      level += 1;
      onNode?.(level, Math.floor(this.leaves / 2 ** level), node);
    }
    this.roots.push(node);
    this.leaves += 1;
  }

  /** The root of the tree as it is now. */
  root(): Buffer {
    return (
      this.roots.reduceRight<Buffer | null>((right, left) => (right ? nodeOf(left, right) : left), null) ??
      emptyRoot
    );
  }

  /** The edge as bytes, from which it can be made again with the size. */
  toBytes(): Buffer {
    return Buffer.concat(this.roots);
  }
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
