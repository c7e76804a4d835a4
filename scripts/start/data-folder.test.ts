import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataFolder, removeDataFolder } from './data-folder.mjs';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mase-data-'));
  folder = join(home, 'data');
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function terminal(answer: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  setTimeout(() => input.write(`${answer}\n`), 20);
  return { yes: false, input, output: new PassThrough() };
}

const noTerminal = { yes: false, input: new PassThrough(), output: new PassThrough() };

test('a new data folder is closed to other users', () => {
  prepareDataFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('without a terminal nothing is removed unless --yes was said', async () => {
  prepareDataFolder(folder);
  await expect(removeDataFolder(folder, noTerminal)).rejects.toThrow(/say --yes/);
  expect(existsSync(folder)).toBe(true);
  expect(await removeDataFolder(folder, { ...noTerminal, yes: true })).toBe(true);
  expect(existsSync(folder)).toBe(false);
});

test('on a terminal only the word yes removes', async () => {
  prepareDataFolder(folder);
  await expect(removeDataFolder(folder, terminal('y'))).rejects.toThrow('Nothing was removed.');
  expect(existsSync(folder)).toBe(true);
  expect(await removeDataFolder(folder, terminal('yes'))).toBe(true);
  expect(existsSync(folder)).toBe(false);
});

test('a folder that this program did not make is never removed, not even with --yes', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.txt'), 'mine');
  prepareDataFolder(folder);
  await expect(removeDataFolder(folder, { ...noTerminal, yes: true })).rejects.toThrow(
    /was not made by this program/,
  );
  expect(readdirSync(folder)).toEqual(['letter.txt']);
});

test('a folder in use is not removed', async () => {
  prepareDataFolder(folder);
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ launcher: { pid: process.pid } }));
  await expect(removeDataFolder(folder, { ...noTerminal, yes: true })).rejects.toThrow(/in use by process/);
  expect(existsSync(folder)).toBe(true);
});

test('there is nothing to ask about a folder that does not exist', async () => {
  expect(await removeDataFolder(folder, noTerminal)).toBe(false);
});
