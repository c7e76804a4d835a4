import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../bootstrap/progress.mjs';

/** Resolves when GET `url` answers 200; throws a plain sentence after `patienceMs`, or when `signal` aborts. */
export async function untilHealthy(url, { patienceMs = 60_000, signal } = {}) {
  const end = Date.now() + patienceMs;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    if (Date.now() > end) throw new PlainError(`${url} did not answer within ${patienceMs / 1000} s.`);
    await sleep(50, undefined, { signal });
  }
}
