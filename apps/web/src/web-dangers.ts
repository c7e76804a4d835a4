import { statSync } from 'node:fs';

const loopback = ['127.0.0.1', 'localhost', '[::1]', '::1'];
const leastLength = 32;
const leastCharacters = 10;

/** What the site is about to start with, from its environment. */
export type WebEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Every reason not to start the site outside the demonstration, each a sentence; none in demonstration mode. `kept`
 * names the file of the kept secret where there is one.
 */
export function webDangers(env: WebEnvironment, kept?: string): string[] {
  if (env.MASE_MODE === 'demonstration') return [];
  return [
    tlsDanger(env),
    hostDanger(env),
    apiDanger(env),
    secretDanger(env),
    kept ? fileDanger(kept) : null,
  ].filter((one): one is string => one !== null);
}

function tlsDanger({ MASE_TLS_PROXY }: WebEnvironment): string | null {
  if (MASE_TLS_PROXY?.trim()) return null;
  return 'MASE_TLS_PROXY does not say what ends TLS in front of this site: without TLS everything travels in the clear.';
}

function hostDanger({ MASE_WEB_HOST = '127.0.0.1' }: WebEnvironment): string | null {
  if (loopback.includes(MASE_WEB_HOST)) return null;
  return `MASE_WEB_HOST is ${MASE_WEB_HOST}: the site speaks HTTP in the clear, so it listens on this machine alone, behind its TLS proxy.`;
}

function apiDanger({ MASE_API_URL = '' }: WebEnvironment): string | null {
  const url = URL.parse(MASE_API_URL);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname)))
    return null;
  return 'MASE_API_URL is neither on this machine nor https: records would travel in the clear.';
}

function secretDanger({ MASE_WEB_SECRET, MASE_DATA }: WebEnvironment): string | null {
  if (MASE_WEB_SECRET === undefined)
    return MASE_DATA
      ? null
      : 'There is no secret to sign cookies with: set MASE_WEB_SECRET, or MASE_DATA to the folder that keeps one.';
  const varied = new Set(MASE_WEB_SECRET).size >= leastCharacters;
  if (
    MASE_WEB_SECRET.length >= leastLength &&
    varied &&
    !/secret|password|change.?me|example/i.test(MASE_WEB_SECRET)
  )
    return null;
  return `MASE_WEB_SECRET can be guessed: it has ${leastLength} characters or more, made by chance: openssl rand -hex 32.`;
}

function fileDanger(file: string): string | null {
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return null;
  return `Others than its owner can open ${file} (${mode.toString(8).padStart(4, '0')}): chmod 600 it.`;
}
