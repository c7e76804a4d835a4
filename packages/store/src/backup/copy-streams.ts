import { Readable, Writable } from 'node:stream';
import type { ClientBase, Submittable } from 'pg';

/** What of the driver's connection a copy needs. */
interface Wire {
  stream: Writable & { pause(): void; resume(): void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

const rowsIn = (command: { text: string }) => Number(command.text.split(' ').at(-1));

/**
 * What a `copy … to stdout` gives, as a stream that waits for whoever takes it, so that memory does not grow with the
 * table. `rows` holds how many there were once it has ended.
 */
export class CopyOutStream extends Readable implements Submittable {
  rows = 0;
  private wire: Wire | undefined;

  constructor(
    client: ClientBase,
    private readonly text: string,
  ) {
    super({ highWaterMark: 1 << 18 });
    client.query(this);
  }

  submit = (connection: unknown): void => {
    this.wire = connection as Wire;
    this.wire.query(this.text);
  };

  override _read(): void {
    this.wire?.stream.resume();
  }

  /** The driver's bytes are its own and are written over: they are copied at once. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (!this.push(Buffer.from(chunk))) this.wire?.stream.pause();
  }

  handleCommandComplete(command: { text: string }): void {
    this.rows = rowsIn(command);
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/**
 * Takes bytes for a `copy … from stdin`, no faster than the database takes them. Ended, it waits until the database has
 * them all and `rows` holds how many; destroyed, the copy fails and with it the transaction.
 */
export class CopyInStream extends Writable implements Submittable {
  rows = 0;
  private wire: Wire | undefined;
  private begun: (() => void) | undefined;
  private isOpen = false;
  private ended: (() => void) | undefined;

  constructor(
    client: ClientBase,
    private readonly text: string,
  ) {
    super({ highWaterMark: 1 << 18 });
    client.query(this);
  }

  submit = (connection: unknown): void => {
    this.wire = connection as Wire;
    this.wire.query(this.text);
  };

  override _construct(callback: (error?: Error | null) => void): void {
    if (this.isOpen) callback();
    else this.begun = callback;
  }

  override _write(chunk: Buffer, _encoding: string, callback: () => void): void {
    const wire = this.wire as Wire;
    wire.sendCopyFromChunk(chunk);
    if (wire.stream.writableNeedDrain) wire.stream.once('drain', callback);
    else callback();
  }

  override _final(callback: () => void): void {
    this.ended = callback;
    this.isOpen = false;
    this.wire?.endCopyFrom();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    if (this.isOpen) this.wire?.sendCopyFail('The file could not be read to its end');
    this.isOpen = false;
    callback(error);
  }

  handleCopyInResponse(): void {
    if (this.destroyed) {
      this.wire?.sendCopyFail('The file could not be read');
      return;
    }
    this.isOpen = true;
    this.begun?.();
  }

  handleCommandComplete(command: { text: string }): void {
    this.rows = rowsIn(command);
  }

  handleReadyForQuery(): void {
    this.ended?.();
  }

  handleError(error: Error): void {
    this.isOpen = false;
    this.begun?.();
    this.destroy(error);
  }

  handleCopyData(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
