import { closeSync, openSync, writeSync } from 'node:fs';
import { wrongUsage } from './exit-codes.js';

/** A report of JSON lines that its owner alone may read: the rows in it are about children. */
export class ReportFile {
  private readonly handle: number;

  constructor(file: string) {
    try {
      this.handle = openSync(file, 'w', 0o600);
    } catch (error) {
      throw wrongUsage(`${file} cannot be written (${(error as { code?: string }).code}).`);
    }
  }

  /** Adds one line. */
  add(line: object): void {
    writeSync(this.handle, `${JSON.stringify(line)}\n`);
  }

  /** Closes the file. */
  close(): void {
    closeSync(this.handle);
  }
}
