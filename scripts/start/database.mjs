import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PlainError, progress } from '../bootstrap/progress.mjs';

/** A database of the person's own: nothing to start or stop. `name` tells one database from another without its password. */
export function ownDatabase(url) {
  const { host, pathname } = new URL(url);
  return {
    url,
    name: createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12),
    stop: async () => undefined,
  };
}

/** The embedded PostgreSQL under `data`, by the built launcher `program`; started again on the same port when it crashes, of which `onChange` hears. */
export async function embeddedDatabase(program, data, onChange) {
  const { startEmbedded } = await import(pathToFileURL(program).href);
  const open = (port) => startEmbedded({ dataDir: join(data, 'postgres'), port, onProgress: progress });
  let server = await open().catch((error) => {
    throw error.code === 'FOLDER_IN_USE' ? new PlainError(error.message) : error;
  });
  const stopping = new AbortController();
  const { signal } = stopping;
  const keepRunning = async () => {
    for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, 30_000)) {
      await server.exited;
      if (signal.aborted) return;
      progress('The database ended unexpectedly; starting it again');
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        server = await open(server.port);
        pauseMs = 200;
        onChange();
      } catch (error) {
        progress(`The database could not be started again: ${error.message}`);
      }
      if (signal.aborted) return;
    }
  };
  const kept = keepRunning();
  return {
    url: server.url,
    name: 'embedded',
    port: server.port,
    get pid() {
      return server.pid;
    },
    stop: async () => {
      stopping.abort();
      await server.stop();
      await kept;
      await server.stop();
    },
  };
}
