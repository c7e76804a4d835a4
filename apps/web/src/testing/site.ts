import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildWeb } from '../app.js';
import { startBrowser, type TestBrowser } from './browser.js';

/** The web over an api, listening on loopback, and a real browser that looks at it. */
export interface Site {
  app: FastifyInstance;
  base: string;
  browser: TestBrowser;
  close: () => Promise<void>;
}

/** Starts the web over the api at an address, with a browser; `close` ends both. */
export async function startSite(apiUrl: string): Promise<Site> {
  const app = await buildWeb({ apiUrl, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await startBrowser();
  const close = async () => {
    await browser.close();
    await app.close();
  };
  return { app, base, browser, close };
}
