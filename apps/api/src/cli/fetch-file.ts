import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import type { ProgressLine } from './output.js';

const tries = 6;
const betweenMs = 2_000;

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Whether a fault may pass by itself: the api is not reached, or has not noticed yet that the download broke off. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof CliError)) return true;
  const { code } = (error.answer ?? {}) as { code?: string };
  return error.exitCode === exitCodes.notReachable || code === 'AT_WORK';
}

/**
 * Fetches a file that goes on where it broke off: what came is kept beside it in `<file>.partial`, for its owner alone,
 * and the rest is asked for by `?from=`. Says how far it is.
 * @throws CliError where it is refused, cannot be written, or does not come after six tries
 */
export async function fetchFile(
  ask: (query: string) => Promise<Response>,
  file: string,
  progress: ProgressLine,
): Promise<void> {
  const partial = `${file}.partial`;
  for (let left = tries; ; left -= 1) {
    try {
      await fetchRest(ask, partial, progress);
      break;
    } catch (error) {
      if (left === 1 || !mayPass(error)) throw error;
      progress.show(`The connection broke after ${megabytes(sizeOf(partial))}: it goes on`);
      await pause(betweenMs);
    } finally {
      progress.clear();
    }
  }
  renameSync(partial, file);
}

async function fetchRest(
  ask: (query: string) => Promise<Response>,
  partial: string,
  progress: ProgressLine,
): Promise<void> {
  const from = sizeOf(partial);
  const response = await ask(from > 0 ? `?from=${from}` : '');
  if (!response.body) throw new CliError(exitCodes.ourFault, 'The answer was empty.');
  const target = createWriteStream(partial, { mode: 0o600, flags: 'a' });
  let unwritable: string | undefined;
  target.once('error', ({ code }: NodeJS.ErrnoException) => {
    unwritable = code;
  });
  let bytes = from;
  async function* counted(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      progress.show(`${megabytes(bytes)} came`);
      yield piece;
    }
  }
  await pipeline(
    Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
    counted,
    target,
  ).catch((error: Error) => {
    if (unwritable) throw wrongUsage(`${partial} could not be written (${unwritable}).`);
    throw new CliError(
      exitCodes.notReachable,
      `The download broke off after ${bytes} bytes (${error.message}).`,
    );
  });
}
