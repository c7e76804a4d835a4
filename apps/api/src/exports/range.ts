import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SealedPosition } from '@mase/store';
import { ProblemError } from '../problem.js';
import { resumed, type Sent } from './resumed.js';

/** What a client asks that holds the beginning of a file: the rest from a byte on, if the file is still the one it began. */
export interface RangeAsked {
  from: number;
  /** The tag of the file that it began; undefined where it does not say. */
  ifRange: string | undefined;
}

/** The rest of a file that is asked for by `Range` (RFC 9110, 14.2); null where a part or several are, or the whole is. */
export function rangeAsked({ range, 'if-range': ifRange }: IncomingHttpHeaders): RangeAsked | null {
  const [, from] = /^bytes=(\d{1,15})-$/.exec(range ?? '') ?? [];
  return from === undefined ? null : { from: Number(from), ifRange: ifRange as string | undefined };
}

/**
 * The tag of a file: the seal at which the books are read, and a digest of the export and of how often it was begun from
 * its first byte. The rest of a file is sent under its tag only where what left before comes out the same.
 */
export function fileTag(exportId: string, { size }: SealedPosition, begun: number): string {
  const digest = createHash('sha256').update(`${exportId} ${size} ${begun}`).digest('hex');
  return `"${size}-${digest.slice(0, 32)}"`;
}

/**
 * Of a download that broke off nobody knows how long the file is before it is made to its end, and the rest cannot be sent
 * without that: of more records the whole is sent again, which begins at once.
 */
export const mostMeasured = 20_000;

/** How long a file is of which this left before. @throws ProblemError BOOKS_CHANGED where that does not come out the same */
export async function lengthOf(pieces: AsyncIterable<Buffer>, sent: Sent): Promise<number> {
  let length = sent.bytes;
  for await (const piece of resumed(pieces, { from: sent.bytes, sent }, () => undefined))
    length += piece.length;
  return length;
}

/** 416: the file has ended before that byte. */
export const pastTheEnd = (length: number) =>
  new ProblemError(
    { status: 416, code: 'PAST_THE_END', title: 'Not that byte', detail: `The file has ${length} bytes.` },
    { 'content-range': `bytes */${length}` },
  );
