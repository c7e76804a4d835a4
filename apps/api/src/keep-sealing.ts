import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFiles, makeSealingKey, Sealer, type SealerLook } from '@mase/store';
import type { Logger } from 'pino';

/** How long the sealer rests between two looks: entries are sealed within five seconds of their acceptance. */
const pauseMs = 1500;
/** After a failure; and how often what stands still is said again. */
const failedPauseMs = 3000;
const repeatMs = 60_000;
const lateMs = 5000;

/** What keeps sealing needs: the address of `mase_sealer`, the folder of key and checkpoints, and when to end. */
export interface Sealing {
  url: string;
  folder: string;
  stopping: AbortSignal;
  log: Logger;
  /** Told of each look, and how old the oldest entry was that it sealed, in milliseconds. */
  onLook?: (look: SealerLook, window: number) => void;
}

/** What MASE_LEDGER says where another worker, elsewhere, seals for this database. */
const sealedElsewhere = 'elsewhere';

/** Whether this worker is told that another seals. */
export const isSealedElsewhere = (env: NodeJS.ProcessEnv) => env.MASE_LEDGER === sealedElsewhere;

/** What is dangerous about a worker that would seal nothing, where nobody says that another does. */
export function sealingDangers(env: NodeJS.ProcessEnv, sealer: string | undefined): string[] {
  if (isSealedElsewhere(env)) return [];
  const other = `or set it to ${sealedElsewhere} where another worker seals this database.`;
  if (!env.MASE_LEDGER)
    return [
      `Nothing would be sealed, and tampering not found: MASE_LEDGER names no folder. Name one, ${other}`,
    ];
  return sealer
    ? []
    : [
        'Nothing would be sealed, and tampering not found: the file of addresses has no address of the sealer.',
      ];
}

/** The folder of the ledger: MASE_LEDGER, or in a demonstration one in the data folder, with a key made on first use. */
export function ledgerFolder(env: NodeJS.ProcessEnv): string | undefined {
  if (isSealedElsewhere(env)) return undefined;
  if (env.MASE_LEDGER) return env.MASE_LEDGER;
  if (env.MASE_MODE !== 'demonstration' || !env.MASE_DATA) return undefined;
  const folder = join(env.MASE_DATA, 'ledger');
  if (!existsSync(join(folder, ledgerFiles.key))) makeSealingKey(folder);
  return folder;
}

/** Seals what is committed every few seconds until it is to stop; what fails is logged and tried again. */
export async function keepSealing({ url, folder, stopping, log, onLook }: Sealing): Promise<void> {
  const sealer = new Sealer({ url, folder });
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        stopping.removeEventListener('abort', done);
        resolve();
      }
      stopping.addEventListener('abort', done, { once: true });
    });
  let said = 0;
  while (!stopping.aborted) {
    try {
      const look = await sealer.look();
      if (Date.now() - said > repeatMs && sayHalted(look, log)) said = Date.now();
      const window = look.oldest ? Date.now() - Date.parse(look.oldest) : 0;
      onLook?.(look, window);
      if (window > lateMs && look.leads)
        log.warn({ entries: look.entries, window }, 'entries were sealed late');
      if (!look.more) await pause(pauseMs);
    } catch (error) {
      const { code, name } = error as { code?: string; name: string };
      if (Date.now() - said > repeatMs) {
        log.error({ code, kind: name }, 'nothing is sealed for now');
        said = Date.now();
      }
      await pause(failedPauseMs);
    }
  }
  await sealer.stop();
}

function sayHalted({ halted }: SealerLook, log: Logger): boolean {
  for (const { partnershipId, reason } of halted)
    log.error({ partnershipId, reason }, 'a partnership is not sealed');
  return halted.length > 0;
}
