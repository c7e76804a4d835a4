import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));

/** Starts the built api with this environment and nothing else of ours; gives how it ended and what it said. */
function started(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [server], { env: { PATH: process.env.PATH ?? '', ...env } });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => resolve({ code, said }));
  });
}

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
