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

const pieceBytes = 1 << 17;

const rowsIn = (command: { text: string }) => Number(command.text.split(' ').at(-1));

/**
 * What a `copy … to stdout` gives, as a stream that waits for whoever takes it, so that memory does not grow with the
 * table. `rows` holds how many there were once it has ended.
 */
export class CopyOutStream extends Readable implements Submittable {
  rows = 0;
  private wire: Wire | undefined;
  private piece = Buffer.allocUnsafe(pieceBytes);
  private filled = 0;

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

  /** Rows come one by one: they are handed on in large pieces, as each piece costs more than the rows in it. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.filled + chunk.length > this.piece.length) this.handOn(chunk.length);
    this.filled += chunk.copy(this.piece, this.filled);
  }

  private handOn(room: number): void {
    if (this.filled > 0 && !this.push(this.piece.subarray(0, this.filled))) this.wire?.stream.pause();
    this.piece = Buffer.allocUnsafe(Math.max(pieceBytes, room));
    this.filled = 0;
  }

  handleCommandComplete(command: { text: string }): void {
    this.rows = rowsIn(command);
  }

  handleReadyForQuery(): void {
    this.handOn(0);
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
