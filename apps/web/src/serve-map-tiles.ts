import { open, stat } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { signedInAs } from './session-cookies.js';

/** Where the tiles of the area are asked for, piece by piece. */
export const mapTilesUrl = '/map/area.pmtiles';

/** No more than this is answered at once: a tile or a folder of tiles is far smaller. */
const mostBytes = 16 * 1024 * 1024;

/** Throws, saying where and why, unless the file is an archive of tiles (PMTiles, version 3). */
async function checkTiles(file: string): Promise<void> {
  const opened = await open(file).catch((cause: unknown) => {
    throw new Error(`MASE_MAP_TILES names ${file}, which cannot be read`, { cause });
  });
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(8), 0, 8, 0);
    if (bytesRead < 8 || buffer.toString('latin1', 0, 7) !== 'PMTiles' || buffer[7] !== 3)
      throw new Error(`MASE_MAP_TILES names ${file}, which is not an archive of tiles (PMTiles, version 3)`);
  } finally {
    await opened.close();
  }
}

/** The first and last byte of a range that a browser asks for; null for anything but one range that begins in the file. */
function rangeOf(header: string | undefined, size: number): [number, number] | null {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || Number(first) >= size) return null;
  const end = Math.min(last ? Number(last) : size - 1, size - 1, Number(first) + mostBytes - 1);
  return end < Number(first) ? null : [Number(first), end];
}

/**
 * Serves an installation's own map tiles to whoever is signed in, in ranges of bytes, so that where somebody looks is
 * asked of nobody else. Rejects where the file is no archive of tiles, so that a wrong setting stops the start.
 */
export async function serveMapTiles(app: FastifyInstance, file: string): Promise<void> {
  await checkTiles(file);
  app.get(mapTilesUrl, async (request, reply) => {
    if (!signedInAs(request)) return reply.code(401).header('cache-control', 'no-store').send();
    const { size, mtimeMs } = await stat(file);
    reply
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, max-age=86400')
      .header('etag', `"${size}-${Math.round(mtimeMs)}"`)
      .type('application/vnd.pmtiles');
    const range = rangeOf(request.headers.range, size);
    if (!range) return reply.code(416).header('content-range', `bytes */${size}`).send();
    const [first, last] = range;
    const opened = await open(file);
    try {
      const { buffer, bytesRead } = await opened.read(
        Buffer.alloc(last - first + 1),
        0,
        last - first + 1,
        first,
      );
      return reply
        .code(206)
        .header('content-range', `bytes ${first}-${first + bytesRead - 1}/${size}`)
        .send(buffer.subarray(0, bytesRead));
    } finally {
      await opened.close();
    }
  });
}
