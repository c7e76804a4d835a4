import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { type Checkpoint, readLine } from './checkpoint.js';

/** A line of the file: a checkpoint with its signature, or something that is none. */
export interface FileLine {
  /** Counted from 1. */
  number: number;
  text: string;
  read: { checkpoint: Checkpoint; signature: string } | undefined;
}

/**
 * Appends lines to the file of checkpoints and waits until the disk has them. A line that a crash left unfinished is
 * ended first, so that what follows it stands on its own.
 */
export function appendLines(file: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a+', 0o640);
  try {
    writeSync(handle, `${endsOpen(handle) ? '\n' : ''}${lines.join('\n')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncFolder(dirname(file));
}

function endsOpen(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The lines of a file of checkpoints, one at a time, up to a byte where one is given; nothing where there is no file. */
export async function* linesOf(file: string, bytes?: number): AsyncGenerator<FileLine> {
  if (!existsSync(file) || bytes === 0) return;
  const input = createReadStream(file, bytes === undefined ? {} : { end: bytes - 1 });
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() !== '') yield { number, text, read: readLine(text) };
  }
}
