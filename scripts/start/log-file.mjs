import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 20 * 1024 * 1024;

/** A log that appends to `file`, keeps one older file when it grows over 20 MB, and remembers its last lines. */
export class LogFile {
  #size;
  #recent = '';

  constructor(file) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.#size = existsSync(file) ? statSync(file).size : 0;
  }

  /** Appends what a program said. */
  write(chunk) {
    if (this.#size > LARGEST) {
      renameSync(this.file, `${this.file}.previous`);
      this.#size = 0;
    }
    appendFileSync(this.file, chunk, { mode: 0o600 });
    this.#size += chunk.length;
    this.#recent = `${this.#recent}${chunk}`.slice(-4000);
  }

  /** The last lines said since the program began, at most fifteen. */
  lastLines() {
    return this.#recent.trimEnd().split('\n').slice(-15).join('\n');
  }
}
