import type { KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import {
  type Checkpoint,
  checkpointDigest,
  isComplete,
  isSigned,
  keyHandedTo,
  readLine,
} from './checkpoint.js';
import { linesOf } from './checkpoint-file.js';
import type { LedgerCounted, LedgerFault } from './ledger-fault.js';

/** The checkpoints of one partnership in a file, as far as they were read. */
interface Strand {
  last: Checkpoint;
  digest: string;
  /** The key that signs from now on, where it was handed over. */
  signer: string | null;
  setBacks: { number: number; size: number }[];
  /** The time of the last checkpoint that held all that had been accepted. */
  complete: string | null;
}

/**
 * The file of checkpoints, verified: every signature by a trusted key or by one that a trusted key handed over to, each
 * checkpoint following the one before it, none smaller unless it says that the database was set back.
 */
export class CheckpointChain {
  readonly faults: LedgerFault[] = [];
  private readonly strands = new Map<string, Strand>();
  private readonly bad = new Set<number>();
  private readonly keys: Map<string, KeyObject>;

  private constructor(
    private readonly file: string,
    private readonly bytes: number,
    keys: ReadonlyMap<string, KeyObject>,
  ) {
    this.keys = new Map(keys);
  }

  /** Reads and verifies a file as long as it is now; what is appended meanwhile is left out. */
  static async read(
    file: string,
    keys: ReadonlyMap<string, KeyObject>,
    counted: LedgerCounted,
  ): Promise<CheckpointChain> {
    const chain = new CheckpointChain(file, statSync(file).size, keys);
    for await (const { number, read } of linesOf(file, chain.bytes)) {
      if (!read) counted.unfinished += 1;
      else if (!chain.take(read.checkpoint, read.signature, `line ${number} of the file`))
        chain.bad.add(number);
      else counted.checkpoints += 1;
    }
    return chain;
  }

  /** The partnerships that the file knows. */
  partnerships(): string[] {
    return [...this.strands.keys()];
  }

  /** The last checkpoint of a partnership. */
  last(partnership: string): Checkpoint | undefined {
    return this.strands.get(partnership)?.last;
  }

  /** An instant at which all that had been accepted in a partnership was sealed, the last that is known. */
  completeAt(partnership: string): string | null {
    return this.strands.get(partnership)?.complete ?? null;
  }

  /** The digest of the last checkpoint of a partnership. */
  lastDigest(partnership: string): string | null {
    return this.strands.get(partnership)?.digest ?? null;
  }

  /** Takes the next checkpoint, from wherever; false where it is not to be trusted or was known. */
  take(checkpoint: Checkpoint, signature: string, where: string): boolean {
    const { partnership, number, size } = checkpoint;
    const fault = (code: string, reason: string) =>
      this.faults.push({
        partnership,
        code,
        position: null,
        entry: null,
        reason: `Checkpoint ${number} (${where}): ${reason}`,
      });
    if (!isSigned(checkpoint, signature, this.keys)) {
      fault('signature', `it bears no valid signature of a key that is trusted (key ${checkpoint.key}).`);
      return false;
    }
    const strand = this.strands.get(partnership);
    const digest = checkpointDigest(checkpoint);
    if (strand?.digest === digest) return false;
    if (number !== (strand?.last.number ?? 0) + 1 || checkpoint.previous !== (strand?.digest ?? null))
      fault(
        'chain',
        `it does not follow ${strand ? `checkpoint ${strand.last.number}` : 'the beginning'}: checkpoints are missing, doubled or out of order.`,
      );
    if (strand && size < strand.last.size && !checkpoint.setBack)
      fault('shrinks', `it holds ${size} entries, fewer than the ${strand.last.size} before it.`);
    if (strand && checkpoint.time < strand.last.time) fault('time', `it is older than the one before it.`);
    if (strand?.signer && strand.signer !== checkpoint.key)
      fault('key', `key ${checkpoint.key} signed it, though key ${strand.signer} had taken over.`);
    const handed = keyHandedTo(checkpoint);
    if (handed) this.keys.set(handed.id, handed.key);
    this.strands.set(partnership, {
      last: checkpoint,
      digest,
      signer: handed?.id ?? strand?.signer ?? null,
      complete: completeAfter(checkpoint, strand?.complete ?? null),
      setBacks: [...(strand?.setBacks ?? []), ...(checkpoint.setBack ? [{ number, size }] : [])],
    });
    return true;
  }

  /** The checkpoints of a partnership that still hold: not those of entries that were lost when it was set back. */
  async *holding(partnership: string): AsyncGenerator<Checkpoint> {
    const lost = this.strands.get(partnership)?.setBacks ?? [];
    for await (const { number, text } of linesOf(this.file, this.bytes)) {
      if (this.bad.has(number) || !text.includes(partnership)) continue;
      const checkpoint = readLine(text)?.checkpoint;
      if (!checkpoint || checkpoint.partnership !== partnership) continue;
      if (!lost.some((back) => back.number > checkpoint.number && back.size < checkpoint.size))
        yield checkpoint;
    }
  }
}

/** Once a database was set back, what had been sealed since then says nothing of what it held. */
function completeAfter(checkpoint: Checkpoint, before: string | null): string | null {
  if (checkpoint.setBack) return null;
  return isComplete(checkpoint) ? checkpoint.time : before;
}
