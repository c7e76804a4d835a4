import { countLetters } from '@mase/store';
import type { Logger } from 'pino';
import { type Mailing, type SentLetters, sendLetters } from './send-letters.js';

const idleMs = 1_000;
/** After the server could not be spoken to; what is urgent is tried as soon. */
const awayMs = 20_000;

/** What keeps sending, and whom it tells what came of it. */
export interface KeptMailing extends Mailing {
  stopping: AbortSignal;
  log: Pick<Logger, 'warn' | 'error'>;
  onSent?: (sent: SentLetters, left: { waiting: number; dead: number }) => void;
}

/** Sends letters as they fall due until it is to stop; a server or a database that is away is tried again. */
export async function keepMailing({ stopping, log, onSent, ...mailing }: KeptMailing): Promise<void> {
  while (!stopping.aborted) {
    let restMs = idleMs;
    try {
      const sent = await sendLetters(mailing, stopping);
      const { away, ...counts } = sent;
      if (away) restMs = awayMs;
      if (away || sent.refused > 0) log.warn({ ...counts, away }, 'letters were not taken');
      if (Object.values(counts).some((one) => one > 0)) onSent?.(sent, await countLetters(mailing.worker));
    } catch (error) {
      const { code, name } = error as { code?: string; name: string };
      log.error({ code, kind: name }, 'letters wait');
      restMs = awayMs;
    }
    await rest(restMs, stopping);
  }
}

function rest(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stopping.addEventListener('abort', done, { once: true });
    if (stopping.aborted) done();
  });
}
