import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LedgerWorld } from '../testing/ledger-world.js';
import { openOwner } from '../testing/open-owner.js';
import { faultsOfProof, type InclusionProof, proveEntries, proveGrowth } from './prove.js';
import { makeSealingKey } from './sealing-key.js';

let world: LedgerWorld;

beforeAll(async () => {
  world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
  await world.live(12);
});
afterAll(() => world.close());

const owner = <T>(work: Parameters<typeof openOwner<T>>[1]) =>
  openOwner(world.database.connections.owner, work);

describe('the proof of an entry', () => {
  it('is given for each entry of a record, for one version, for a command and for an audit line, and holds', async () => {
    const { id } = world.cases[0] as { id: string };
    const all = await owner((client) => proveEntries(client, id));
    expect(all.length).toBeGreaterThan(2);
    const [first] = await owner((client) => proveEntries(client, id, 1));
    expect(first).toMatchObject({ source: 'history', id, version: 1 });
    const command = (JSON.parse(first?.entry ?? '{}') as { command: { id: string } }).command.id;
    const ofCommand = await owner((client) => proveEntries(client, command));
    expect(ofCommand.map((one) => one.source).sort()).toEqual(['audit', 'history', 'history']);
    for (const proof of [...all, ...ofCommand]) expect(faultsOfProof(proof, world.proof.keys)).toEqual([]);
    expect(await owner((client) => proveEntries(client, '018f0000-0000-7000-8000-000000000000'))).toEqual([]);
  });

  it('does not hold with another text, salt, place, path, signature or key', async () => {
    const { id } = world.cases[0] as { id: string };
    const [proof] = (await owner((client) => proveEntries(client, id, 1))) as [InclusionProof];
    const { signed, path } = proof;
    const bad: InclusionProof[] = [
      { ...proof, entry: `${proof.entry} ` },
      { ...proof, salt: '00'.repeat(32) },
      { ...proof, position: proof.position + 1 },
      { ...proof, version: 2 },
      { ...proof, path: path.slice(1) },
      { ...proof, leaf: path[0] as string, entry: null, salt: null },
      {
        ...proof,
        signed: { ...signed, checkpoint: { ...signed.checkpoint, size: signed.checkpoint.size + 1 } },
      },
    ];
    for (const one of bad)
      expect(faultsOfProof(one, world.proof.keys), JSON.stringify(one).slice(0, 80)).not.toEqual([]);
    const other = makeSealingKey(`${world.folder}/other`);
    expect(faultsOfProof(proof, new Map([[other.id, other.key]]))).toEqual([
      expect.stringContaining('no valid signature'),
    ]);
  });

  it('reads the kept roots of large subtrees: it is the same as without them', async () => {
    const { subtreeIn } = await import('./subtree.js');
    const { emptyRoot, TreeEdge } = await import('./merkle.js');
    await owner(async (client) => {
      await client.query('begin');
      const partnership = (
        await client.query<{ id: string }>(
          'insert into partnership values (gen_random_uuid(), $1, $1, now()) returning id',
          ['x'],
        )
      ).rows[0]?.id as string;
      const edge = new TreeEdge();
      const leaves = Array.from({ length: 1000 }, (_, index) =>
        Buffer.concat([emptyRoot.subarray(0, 30), Buffer.from([index >> 8, index & 255])]),
      );
      await client.query(
        "insert into ledger_entry select $1, n - 1, 'audit', gen_random_uuid(), 0, leaf from unnest($2::bytea[]) with ordinality x(leaf, n)",
        [partnership, leaves],
      );
      const nodes: [number, Buffer][] = [];
      for (const leaf of leaves)
        edge.append(leaf, (level, place, node) => {
          if (level === 8) nodes.push([place, node]);
        });
      for (const [place, node] of nodes)
        await client.query('insert into ledger_node values ($1, 8, $2, $3)', [partnership, place, node]);
      expect(await subtreeIn(client, partnership)(0, 1000)).toEqual(edge.root());
      const part = new TreeEdge();
      for (const leaf of leaves.slice(512, 1000)) part.append(leaf);
      expect(await subtreeIn(client, partnership)(512, 1000)).toEqual(part.root());
      await client.query('rollback');
    });
  });
});

describe('the proof of growth', () => {
  it('shows that the ledger of a later checkpoint begins with that of an earlier one, and of no other', async () => {
    const sizes = await owner((client) =>
      client.query<{ partnership_id: string; sizes: string[] }>(
        'select partnership_id, array_agg(size::text order by number) as sizes from ledger_checkpoint group by 1 order by 1',
      ),
    );
    const [one, other] = sizes.rows;
    const [first, second] = (one?.sizes ?? []).map(Number);
    const proof = await owner((client) =>
      proveGrowth(client, one?.partnership_id as string, first as number),
    );
    expect(proof.to.checkpoint.size).toBe(Number(one?.sizes.at(-1)));
    expect(faultsOfProof(proof, world.proof.keys)).toEqual([]);
    const short = await owner((client) =>
      proveGrowth(client, one?.partnership_id as string, first as number, second),
    );
    expect(faultsOfProof(short, world.proof.keys)).toEqual([]);
    expect(faultsOfProof({ ...proof, to: short.to }, world.proof.keys)).toEqual([
      expect.stringContaining('does not begin'),
    ]);
    const foreign = await owner((client) =>
      proveGrowth(client, other?.partnership_id as string, Number(other?.sizes[0])),
    );
    expect(faultsOfProof({ ...proof, to: foreign.to }, world.proof.keys)).toContain(
      'The checkpoints are of two partnerships.',
    );
    await expect(owner((client) => proveGrowth(client, one?.partnership_id as string, 1))).rejects.toThrow(
      'no checkpoint of 1 entries',
    );
  });
});
