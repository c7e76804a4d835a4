import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sealer } from '../ledger/sealer.js';
import { makeSealingKey } from '../ledger/sealing-key.js';

/** Seals a test's database when it is told to, with a key of its own. */
export interface TestSealer {
  /** Seals all that was accepted until now. */
  seal(): Promise<void>;
  /** Forgets the key. */
  remove(): void;
}

/** A sealer of a test's database under a clock, whose key is made when it first seals. */
export function testSealer(url: string, clock: () => string): TestSealer {
  let folder: string | undefined;
  return {
    async seal() {
      if (folder === undefined) {
        folder = mkdtempSync(join(tmpdir(), 'mase-sealer-'));
        makeSealingKey(folder);
      }
      const sealer = new Sealer({ url, folder, clock });
      try {
        while ((await sealer.look()).more);
      } finally {
        await sealer.stop();
      }
    },
    remove() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
