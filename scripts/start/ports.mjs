import { createServer } from 'node:net';
import { PlainError } from '../bootstrap/progress.mjs';

/** Resolves to the first port from `wanted` on that is free on 127.0.0.1 and not among `taken`; looks at a hundred. */
export async function nextFreePort(wanted, taken = []) {
  for (let port = wanted; port < wanted + 100 && port <= 65_535; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new PlainError(`No free port was found from ${wanted} on. Choose another with --port.`);
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      ['EADDRINUSE', 'EACCES'].includes(error.code) ? resolve(false) : reject(error),
    );
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
