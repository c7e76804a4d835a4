import { expect, test } from 'vitest';
import { findImpure, impureLines } from './purity.mjs';

test.each([
  ['const now = Date.now();'],
  ['const now = new Date();'],
  ['const now = new Date;'],
  ['const now = Date();'],
  ['const now = Temporal.Now.instant();'],
  ['const now = performance.now();'],
  ['const chance = Math.random();'],
  ['const id = crypto.randomUUID();'],
  ['const home = process.env.HOME;'],
  ["const home = process['env'];"],
  ['const clock = globalThis.Date;'],
  ["await fetch('/x');"],
  ['setTimeout(act, 5);'],
  ["console.log('x');"],
  ["import { readFileSync } from 'node:fs';"],
  ["import 'node:fs';"],
  ["const fs = await import('node:fs');"],
  ['const here = import.meta.url;'],
  [['const text = `at $', '{Date.now()}`;'].join('')],
])('%s is impure', (line) => {
  expect(impureLines(`const a = 1;\n${line}\n`).map((place) => place.line)).toEqual(
    expect.arrayContaining([2]),
  );
});

test.each([
  ['const day = new Date(given);'],
  ["const day = new Date('2026-11-26');"],
  ['const day = Temporal.PlainDate.from(given);'],
  ['// reads no Date.now() and no process.env'],
  ['/* Math.random() */'],
  ["const words = 'the process. new Date() fetch()';"],
  ['const words = `process.env and fetch()`;'],
  ['const { process } = panel;'],
  ['const outcome = step.process.kind;'],
  ['const found = store.fetch(id);'],
  ["import { machine } from './machine.js';"],
])('%s is pure', (line) => {
  expect(impureLines(line)).toEqual([]);
});

test('the workflow has no clock, no chance, no process, no network and no Node builtin', () => {
  const { files, found } = findImpure();
  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(10);
});
