import { createHash } from 'node:crypto';
import { ProblemError } from '../problem.js';

/** What left of a file before: so many bytes of this digest. */
export interface Sent {
  bytes: number;
  digest: string;
}

/** The most of what was handed over already that may be asked for again: what a broken connection swallowed. */
export const mostSwallowed = 16 * 1024 * 1024;

const changed = () =>
  new ProblemError({
    status: 409,
    code: 'BOOKS_CHANGED',
    title: 'The books have changed',
    detail:
      'What left before would not be the same any more, because somebody reads other records now than when it left: the rest does not fit to it. Ask for the whole again, from byte 0, or for the export again.',
  });

/**
 * A file that is made again from its beginning, from a byte on: nothing comes before all that left the first time was
 * made again and is the same. Tells `isSame` then.
 * @throws ProblemError BOOKS_CHANGED where it is not
 */
export async function* resumed(
  pieces: AsyncIterable<Buffer>,
  { from, sent }: { from: number; sent: Sent },
  isSame: () => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const held: Buffer[] = [];
  let at = 0;
  let same = false;
  const compare = () => {
    if (hash.digest('hex') !== sent.digest) throw changed();
    same = true;
    isSame();
  };
  for await (const piece of pieces) {
    if (same) {
      yield piece;
      continue;
    }
    hash.update(piece.subarray(0, sent.bytes - at));
    if (at + piece.length > from) held.push(piece.subarray(Math.max(0, from - at)));
    at += piece.length;
    if (at < sent.bytes) continue;
    compare();
    yield* held.splice(0);
  }
  if (!same) throw changed();
}
