import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptCookieSecret } from './cookie-secret.js';

it('the secret that signs cookies is the same after a restart, and nobody else can read it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mase-secret-'));
  const first = keptCookieSecret(join(folder, 'data'));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(keptCookieSecret(join(folder, 'data'))).toBe(first);
  expect(readdirSync(join(folder, 'data'))).toEqual(['web-secret']);
  expect(statSync(join(folder, 'data/web-secret')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
