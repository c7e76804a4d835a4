import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBinaries, mendLinks } from './binaries.js';

test('the programs of this machine are found', () => {
  const { initdb, postgres } = findBinaries();
  expect(existsSync(initdb) && existsSync(postgres)).toBe(true);
});

test('library links that the package could not carry are made again, and those that exist are kept', () => {
  const root = mkdtempSync(join(tmpdir(), 'mase-links-'));
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  writeFileSync(join(root, 'native/lib/libpq.so.5.18'), 'library');
  writeFileSync(
    join(root, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
  mendLinks(root);
  mendLinks(root);
  expect(readlinkSync(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(readFileSync(join(root, 'native/lib/libpq.so.5'), 'utf8')).toBe('library');
  rmSync(root, { recursive: true });
});
