import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildWeb } from '../app.js';
import type { Page } from '../page.js';
import { startBrowser, type TestBrowser } from './browser.js';
import { PlainBrowser } from './browser-form.js';
import { look } from './look.js';
import { emailOf, type PersonKey } from './real-api.js';

/** The web over an api, listening on loopback. */
export interface Served {
  app: FastifyInstance;
  base: string;
  close: () => Promise<void>;
}

/** The web over an api, listening on loopback, and a real browser that looks at it. */
export interface Site extends Served {
  browser: TestBrowser;
  /** Signs somebody of the small partnership in, in a browser without scripts. */
  plainAs: (who: PersonKey) => Promise<PlainBrowser>;
  /** Looks at a page as somebody (`look`), with pictures named after the site's subject; answers its words. */
  shot: (who: PlainBrowser, href: string, name: string) => Promise<string>;
}

/** Starts the web alone over the api at an address. */
export async function serveSite(apiUrl: string, said: Omit<SiteOptions, 'pictures'> = {}): Promise<Served> {
  const app = await buildWeb({ apiUrl, secure: false, ...said });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return { app, base, close: () => app.close() };
}

/** What a site says of itself, and what its pictures are named after. */
export interface SiteOptions {
  partnership?: string;
  phase?: string;
  pictures?: string;
  mapTiles?: string;
  pages?: Page[];
}

/** Starts the web over the api at an address, with a browser; `close` ends both. */
export async function startSite(apiUrl: string, { pictures, ...said }: SiteOptions = {}): Promise<Site> {
  const { app, base } = await serveSite(apiUrl, said);
  const browser = await startBrowser();
  const plainAs = async (who: PersonKey) => {
    const plain = new PlainBrowser(app);
    await plain.open('/session/sign-in');
    await plain.send({ person: emailOf(who) });
    return plain;
  };
  const shot = (who: PlainBrowser, href: string, name: string) =>
    look({ browser, base }, who, href, pictures ? `${pictures}-${name}` : name);
  const close = async () => {
    await browser.close();
    await app.close();
  };
  return { app, base, browser, plainAs, shot, close };
}
