import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between a browser and the web that breaks once. */
export interface CuttingRelay {
  /** Where the browser finds the web. */
  base: string;
  /** What was asked of the address that broke, each with its headers. */
  asked: string[];
  close(): Promise<void>;
}

/** Passes everything on, and breaks the connection once, after so many bytes of the answer to the first request of a path. */
export async function cuttingRelay(
  port: number,
  { path, after }: { path: string; after: number },
): Promise<CuttingRelay> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const web = connect(port, '127.0.0.1');
    let left = Number.POSITIVE_INFINITY;
    const end = () => {
      browser.destroy();
      web.destroy();
    };
    for (const socket of [browser, web]) {
      open.add(socket);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        end();
      });
    }
    browser.on('data', (bytes) => {
      const head = bytes.toString('latin1');
      if (head.startsWith(`GET ${path} `)) {
        asked.push(head);
        if (asked.length === 1) left = after;
      }
      web.write(bytes);
    });
    web.on('data', (bytes) => {
      left -= bytes.length;
      if (left > 0) browser.write(bytes);
      else browser.end(bytes.subarray(0, left), end);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}
