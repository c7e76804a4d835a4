import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { webDangers } from './web-dangers.js';

const safe = {
  MASE_TLS_PROXY: 'nginx on this machine',
  MASE_API_URL: 'http://127.0.0.1:3001',
  MASE_WEB_SECRET: '3f9c61d2a07b84e5c1d6f20893ab47e5d8c6b1f0927e4a35',
};

describe('outside the demonstration the site does not start', () => {
  it('with a danger; with none it does', () => {
    expect(webDangers(safe)).toEqual([]);
    expect(webDangers({ ...safe, MASE_API_URL: 'https://api.mase.example.org' })).toEqual([]);
    expect(webDangers({ ...safe, MASE_WEB_SECRET: undefined, MASE_DATA: '/var/lib/mase' })).toEqual([]);
  });

  it.each([
    ['nothing is said to end TLS', { MASE_TLS_PROXY: undefined }, 'MASE_TLS_PROXY does not say'],
    ['what is said of TLS is blank', { MASE_TLS_PROXY: '  ' }, 'MASE_TLS_PROXY does not say'],
    ['it would listen to the network', { MASE_WEB_HOST: '0.0.0.0' }, 'MASE_WEB_HOST is 0.0.0.0'],
    ['the api is elsewhere without TLS', { MASE_API_URL: 'http://10.0.0.7:3001' }, 'MASE_API_URL is neither'],
    ['the api has no address', { MASE_API_URL: '' }, 'MASE_API_URL is neither'],
    ['there is no secret', { MASE_WEB_SECRET: undefined }, 'There is no secret'],
    ['the secret is short', { MASE_WEB_SECRET: 'f3b9c61d2a07' }, 'MASE_WEB_SECRET can be guessed'],
    ['the secret is one letter', { MASE_WEB_SECRET: 'a'.repeat(64) }, 'MASE_WEB_SECRET can be guessed'],
    [
      'the secret is a phrase',
      { MASE_WEB_SECRET: 'a secret for tests only, 32 chars' },
      'MASE_WEB_SECRET can be guessed',
    ],
  ])('when %s', (_, more, words) => {
    const found = webDangers({ ...safe, ...more });
    expect(found).toEqual([expect.stringContaining(words)]);
    expect(webDangers({ ...safe, ...more, MASE_MODE: 'demonstration' })).toEqual([]);
  });

  it('when others can read the kept secret', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mase-web-dangers-'));
    const file = join(folder, 'web-secret');
    writeFileSync(file, 'ab'.repeat(32), { mode: 0o600 });
    expect(webDangers(safe, file)).toEqual([]);
    chmodSync(file, 0o644);
    expect(webDangers(safe, file)).toEqual([`Others than its owner can open ${file} (0644): chmod 600 it.`]);
    rmSync(folder, { recursive: true });
  });

  it('and says so, and ends with 78', () => {
    const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));
    const env = { PATH: process.env.PATH, MASE_API_URL: safe.MASE_API_URL, MASE_WEB_SECRET: 'short' };
    const { status, stderr } = spawnSync(process.execPath, [server], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect([status, stderr]).toEqual([
      78,
      expect.stringContaining('The web does not start, as this is not safe'),
    ]);
    expect(stderr).not.toContain('short');
  });
});
