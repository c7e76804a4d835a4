import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demonstration, signInLines } from './demonstration.mjs';
import { readOptions } from './options.mjs';
import { nextFreePort } from './ports.mjs';

test('without options the data lies in the home folder and the web on 3000', () => {
  expect(readOptions([], { HOME: '/home/ann' })).toMatchObject({
    data: '/home/ann/.local/share/mase',
    port: 3000,
    fresh: false,
    yes: false,
    databaseUrl: undefined,
  });
});

test('MASE_DATA and XDG_DATA_HOME move the data folder, --data wins over both', () => {
  const env = { HOME: '/home/ann', XDG_DATA_HOME: '/x', MASE_DATA: '/m' };
  expect(readOptions([], { ...env, MASE_DATA: '' }).data).toBe('/x/mase');
  expect(readOptions([], env).data).toBe('/m');
  expect(readOptions(['--data', '/d'], env).data).toBe('/d');
  expect(readOptions(['--data', 'd'], { ...env, INIT_CWD: '/where/npm/was/called' }).data).toBe(
    '/where/npm/was/called/d',
  );
});

test('an unknown option and an impossible port are refused with what is possible', () => {
  expect(() => readOptions(['--frsh'])).toThrow(/--frsh[\s\S]*--fresh/);
  expect(() => readOptions(['--port', 'many'])).toThrow('--port many is not a port.');
});

test('a busy port is passed over, and so is one already given away', async () => {
  const owner = createServer().listen(0, '127.0.0.1');
  await once(owner, 'listening');
  const { port } = owner.address() as AddressInfo;
  expect(await nextFreePort(port)).toBeGreaterThan(port);
  expect(await nextFreePort(port, [port + 1])).toBeGreaterThan(port + 1);
  owner.close();
  await once(owner, 'close');
  expect(await nextFreePort(port)).toBe(port);
});

test('sign-ins are printed one a line in columns, whatever their fields are called', () => {
  const people = [
    { name: 'Ann Example', role: 'coordinator' },
    { name: 'Bo', role: 'chair' },
  ];
  const lines = ['Ann Example  coordinator', 'Bo           chair'];
  expect(signInLines(people)).toEqual(lines);
  expect(signInLines({ signIns: people })).toEqual(lines);
  expect(signInLines('as printed\nby hand')).toEqual(['as printed', 'by hand']);
});

test('a demonstration that failed to load is tried again at the next start', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mase-demo-'));
  const failing = () => Promise.reject(new Error('disk full'));
  await expect(demonstration(data, 'embedded', failing)).rejects.toThrow('disk full');
  expect(await demonstration(data, 'embedded', async () => '[1]')).toEqual([1]);
  expect(await demonstration(data, 'embedded', failing)).toEqual([1]);
  rmSync(data, { recursive: true });
});
