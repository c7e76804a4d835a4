import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyRoot, nodeOf, TreeEdge } from './merkle.js';
import { consistencyPath, inclusionPath, isConsistent, isIncluded, type Subtree } from './merkle-proof.js';

// The eight leaves of the reference implementation of Certificate Transparency (RFC 6962), with the roots of every
// tree of them and the proofs that it gives.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const [a, b, c] = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
];
const [d, e, f] = [
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
];
const inclusions: [index: number, size: number, path: (string | undefined)[]][] = [
  [0, 1, []],
  [0, 8, [a, b, c]],
  [5, 8, [d, e, f]],
  [2, 3, [roots[2]]],
  [1, 5, [roots[1], b, d]],
];
const consistencies: [first: number, second: number, path: (string | undefined)[]][] = [
  [1, 1, []],
  [1, 8, [a, b, c]],
  [2, 8, [b, c]],
  [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', e, f]],
  [2, 5, [b, d]],
  [
    6,
    7,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
      f,
    ],
  ],
];

const leaves = inputs.map((text) =>
  createHash('sha256')
    .update(Buffer.from(`00${text}`, 'hex'))
    .digest(),
);
const hex = (list: readonly Buffer[]) => list.map((one) => one.toString('hex'));

/** The definition of RFC 6962 itself, to be compared with. */
function rootOf(some: readonly Buffer[]): Buffer {
  if (some.length <= 1) return some[0] ?? emptyRoot;
  let split = 1;
  while (split * 2 < some.length) split *= 2;
  return nodeOf(rootOf(some.slice(0, split)), rootOf(some.slice(split)));
}
const subtreeOf =
  (some: readonly Buffer[]): Subtree =>
  async (start, end) =>
    rootOf(some.slice(start, end));

describe('the tree of the ledger', () => {
  it('has the roots that the reference implementation of RFC 6962 gives', () => {
    const edge = new TreeEdge();
    expect(edge.root().toString('hex')).toBe(roots[0]);
    leaves.forEach((leaf, index) => {
      edge.append(leaf);
      expect(edge.root().toString('hex')).toBe(roots[index + 1]);
    });
  });

  it('gives the audit paths and consistency proofs of the reference, and accepts them', async () => {
    const subtree = subtreeOf(leaves);
    for (const [index, size, path] of inclusions) {
      expect(hex(await inclusionPath(index, size, subtree))).toEqual(path);
      const about = {
        leaf: leaves[index] as Buffer,
        index,
        size,
        root: Buffer.from(roots[size] as string, 'hex'),
      };
      expect(
        isIncluded(
          about,
          path.map((one) => Buffer.from(one ?? '', 'hex')),
        ),
      ).toBe(true);
    }
    for (const [first, second, path] of consistencies) {
      expect(hex(await consistencyPath(first, second, subtree))).toEqual(path);
      const [one, other] = [first, second].map((size) => ({
        size,
        root: Buffer.from(roots[size] as string, 'hex'),
      }));
      expect(
        isConsistent(
          one as never,
          other as never,
          path.map((step) => Buffer.from(step ?? '', 'hex')),
        ),
      ).toBe(true);
    }
  });

  it('grows the same whether at once or taken up again after every leaf', () => {
    const many = Array.from({ length: 300 }, (_, index) => createHash('sha256').update(`${index}`).digest());
    let edge = new TreeEdge();
    many.forEach((leaf, index) => {
      edge = new TreeEdge(edge.size, edge.toBytes());
      edge.append(leaf);
      expect(edge.root()).toEqual(rootOf(many.slice(0, index + 1)));
    });
    expect(() => new TreeEdge(3, Buffer.alloc(32))).toThrow('An edge of 3 leaves has 2 roots');
  });

  it('tells of every full subtree once, with its level and place', () => {
    const many = Array.from({ length: 21 }, (_, index) => createHash('sha256').update(`${index}`).digest());
    const nodes: string[] = [];
    const edge = new TreeEdge();
    for (const leaf of many)
      edge.append(leaf, (level, index, node) => {
        expect(node).toEqual(rootOf(many.slice(index * 2 ** level, (index + 1) * 2 ** level)));
        nodes.push(`${level}/${index}`);
      });
    expect(nodes).toHaveLength(10 + 5 + 2 + 1);
    expect(new Set(nodes).size).toBe(nodes.length);
  });
});

describe('proofs', () => {
  const many = Array.from({ length: 33 }, (_, index) => createHash('sha256').update(`${index}`).digest());
  const subtree = subtreeOf(many);

  it('hold for every leaf and every pair of sizes, and fail with another leaf, place, root or step', async () => {
    for (let size = 1; size <= many.length; size += 1) {
      const root = rootOf(many.slice(0, size));
      for (let index = 0; index < size; index += 1) {
        const path = await inclusionPath(index, size, subtree);
        const about = { leaf: many[index] as Buffer, index, size, root };
        expect(isIncluded(about, path)).toBe(true);
        expect(isIncluded({ ...about, leaf: emptyRoot }, path)).toBe(false);
        expect(isIncluded({ ...about, root: emptyRoot }, path)).toBe(false);
        expect(isIncluded({ ...about, index: index + 1 }, path)).toBe(false);
        expect(isIncluded(about, [...path, emptyRoot])).toBe(false);
        if (path.length > 0) expect(isIncluded(about, path.slice(1))).toBe(false);
      }
      for (let first = 1; first < size; first += 1) {
        const path = await consistencyPath(first, size, subtree);
        const [one, other] = [
          { size: first, root: rootOf(many.slice(0, first)) },
          { size, root },
        ];
        expect(isConsistent(one, other, path)).toBe(true);
        expect(isConsistent({ ...one, root: emptyRoot }, other, path)).toBe(false);
        expect(isConsistent(one, { ...other, root: emptyRoot }, path)).toBe(false);
        expect(isConsistent(one, other, [...path, emptyRoot])).toBe(false);
        expect(isConsistent(one, other, path.slice(1))).toBe(false);
      }
    }
  });

  it('are not made for what is not in the tree', async () => {
    await expect(inclusionPath(5, 5, subtree)).rejects.toThrow('has no leaf 5');
    await expect(consistencyPath(6, 5, subtree)).rejects.toThrow('does not begin with 6');
    expect(isConsistent({ size: 3, root: emptyRoot }, { size: 2, root: emptyRoot }, [])).toBe(false);
  });
});
