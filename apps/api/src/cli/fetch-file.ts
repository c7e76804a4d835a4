import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
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
  return error.exitCode === exitCodes.notReachable || code === 'AT_WORK' || startsAgain(error);
}

/** Whether the rest is no longer there to be had, and the whole is: what came so far is of no use. */
function startsAgain(error: unknown): boolean {
  const { code } = ((error instanceof CliError && error.answer) || {}) as { code?: string };
  return code === 'NO_END' || code === 'BOOKS_CHANGED';
}

/** How a file is fetched: how a part of it is asked for, and where it is told how far it is. */
export interface Fetching {
  /** Asks from a byte on. */
  ask: (from: number) => Promise<Response>;
  /** How far the other side is, in words; asked every few seconds at most. */
  howFar: () => Promise<string | null>;
}

const toldEveryMs = 5_000;

/**
 * Fetches a file that goes on where it broke off: what came is kept beside it in `<file>.partial`, for its owner alone,
 * and the rest is asked for from there; where the rest is no longer to be had, the whole. Says how far it is.
 * @throws CliError where it is refused, cannot be written, or does not come after six tries
 */
export async function fetchFile(fetching: Fetching, file: string, progress: ProgressLine): Promise<void> {
  if (existsSync(file)) throw wrongUsage(`${file} is there already, and is not overwritten.`);
  const partial = `${file}.partial`;
  for (let left = tries; ; left -= 1) {
    try {
      await fetchRest(fetching, partial, progress);
      break;
    } catch (error) {
      if (left === 1 || !mayPass(error)) throw error;
      const again = startsAgain(error);
      if (again) rmSync(partial, { force: true });
      progress.show(
        again
          ? 'It begins again: the rest of what came is not to be had'
          : `The connection broke after ${megabytes(sizeOf(partial))}: it goes on`,
      );
      await pause(betweenMs);
    } finally {
      progress.clear();
    }
  }
  renameSync(partial, file);
}

async function fetchRest({ ask, howFar }: Fetching, partial: string, progress: ProgressLine): Promise<void> {
  const from = sizeOf(partial);
  const response = await ask(from);
  if (!response.body) throw new CliError(exitCodes.ourFault, 'The answer was empty.');
  const target = createWriteStream(partial, { mode: 0o600, flags: 'a' });
  let unwritable: string | undefined;
  target.once('error', ({ code }: NodeJS.ErrnoException) => {
    unwritable = code;
  });
  let bytes = from;
  let far: string | null = null;
  let toldAt = Date.now();
  async function* counted(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (Date.now() - toldAt > toldEveryMs) {
        toldAt = Date.now();
        far = await howFar().catch(() => far);
      }
      progress.show(far ? `${far}, ${megabytes(bytes)} came` : `${megabytes(bytes)} came`);
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
