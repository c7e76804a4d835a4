import type { ClientBase } from 'pg';
import { nodeOf } from './merkle.js';
import type { Subtree } from './merkle-proof.js';
import { keptLevels } from './seal-partnership.js';

interface Run {
  level: number;
  place: number;
  count: number;
}

/**
 * Reads roots of subtrees of a partnership's ledger: from the kept roots of 256, 65,536 … leaves where they fit, from
 * leaves at the edges. A proof reads a few hundred rows, however large the ledger is.
 */
export function subtreeIn(client: ClientBase, partnershipId: string): Subtree {
  return async (start, end) => {
    const open: { level: number; node: Buffer }[] = [];
    for (const run of runsOf(start, end))
      for (const node of await readRun(client, partnershipId, run)) join(open, { level: run.level, node });
    const root = open.reduceRight<Buffer | null>(
      (right, { node }) => (right ? nodeOf(node, right) : node),
      null,
    );
    if (!root) throw new RangeError('A subtree has at least one leaf');
    return root;
  };
}

/** The fewest kept subtrees and leaves that make up a range, neighbours of one level together. */
function runsOf(start: number, end: number): Run[] {
  const runs: Run[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + keptLevels) === 0 && at + 2 ** (level + keptLevels) <= end) level += keptLevels;
    const place = at / 2 ** level;
    const last = runs.at(-1);
    if (last && last.level === level && last.place + last.count === place) last.count += 1;
    else runs.push({ level, place, count: 1 });
    at += 2 ** level;
  }
  return runs;
}

async function readRun(
  client: ClientBase,
  partnershipId: string,
  { level, place, count }: Run,
): Promise<Buffer[]> {
  const found = await client.query<{ node: Buffer }>(
    level === 0
      ? 'select leaf as node from ledger_entry where partnership_id = $1 and position >= $2 and position < $3 order by position'
      : 'select node from ledger_node where partnership_id = $1 and place >= $2 and place < $3 and level = $4 order by place',
    [partnershipId, place, place + count, ...(level === 0 ? [] : [level])],
  );
  if (found.rows.length !== count) throw new Error('Parts of the ledger are missing: see mase verify');
  return found.rows.map((row) => row.node);
}

function join(open: { level: number; node: Buffer }[], next: { level: number; node: Buffer }): void {
  let last = next;
  for (let before = open.at(-1); before && before.level === last.level; before = open.at(-1)) {
    open.pop();
    last = { level: last.level + 1, node: nodeOf(before.node, last.node) };
  }
  open.push(last);
}
