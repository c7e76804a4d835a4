import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '@mase/store/testing';
import { describe, expect, inject, it } from 'vitest';
import { plainEnvironment } from './testing/plain-environment.js';

const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));

/** Starts the built api with this environment and nothing else of ours; gives how it ended and what it said. */
function started(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [server], { env: { ...plainEnvironment, ...env } });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => resolve({ code, said }));
  });
}

describe('the api', () => {
  it('does not start where an organisation signs in to a partnership that is not there', async () => {
    const database = await testDatabase(inject('MASE_TEST_SERVER'));
    const folder = mkdtempSync(join(tmpdir(), 'mase-server-'));
    const file = (name: string, value: unknown): string => {
      writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value), {
        mode: 0o600,
      });
      return join(folder, name);
    };
    file('secret', 'a client secret');
    const tenant = {
      id: 'council',
      name: 'Fernshire Council',
      partnership: '0198c1d0-0000-7000-8000-000000000001',
      issuer: 'https://login.example.org',
      clientId: 'mase',
      clientSecretFile: 'secret',
      amr: ['mfa'],
    };
    const { code, said } = await started({
      MASE_MODE: 'demonstration',
      MASE_CONNECTIONS: file('connections.json', database.connections),
      MASE_API_SETTINGS: file('settings.json', { publicUrl: 'https://mase.example.org', tenants: [tenant] }),
    });
    expect([code, said]).toEqual([
      78,
      expect.stringContaining('/tenants/0/partnership: there is no partnership'),
    ]);
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });
});

describe('the api outside a demonstration', () => {
  it('does not start without settings, and says which', async () => {
    const { code, said } = await started({ MASE_CONNECTIONS: '/nowhere/connections.json' });
    expect([code, said]).toEqual([78, expect.stringContaining('MASE_API_SETTINGS must name the file')]);
  });

  it('does not start with settings that cannot be read, and says why, without a trace of the program', async () => {
    const { code, said } = await started({ MASE_API_SETTINGS: '/nowhere/settings.json' });
    expect([code, said]).toEqual([78, expect.stringContaining('/nowhere/settings.json cannot be used')]);
    expect(said).not.toContain('    at ');
  });
});
