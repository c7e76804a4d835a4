import type { ClientBase, Submittable } from 'pg';

const headerBytes = 19;

/**
 * Reads the rows of a query as COPY's binary format gives them: bytes as they are, without the driver turning each
 * field into text. All rows are held at once, in `room` where they fit: ask page by page, and give the room of rows that
 * are done with. Nothing can be bound: put only ids and numbers that were checked into the text.
 */
export function copyOut(client: ClientBase, select: string, room?: Buffer): Promise<CopiedRows> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(`copy (${select}) to stdout (format binary)`, room, resolve, reject));
  });
}

/** What the driver calls while a copy goes on. */
class CopyOut implements Submittable {
  private bytes: Buffer;
  private length = 0;
  private failed = false;

  constructor(
    private readonly text: string,
    room: Buffer | undefined,
    private readonly resolve: (rows: CopiedRows) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.bytes = room ?? Buffer.allocUnsafe(1 << 20);
  }

  submit = (connection: { query(text: string): void }): void => connection.query(this.text);

  /** The driver's bytes are its own and are written over: they are copied at once. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.length + chunk.length > this.bytes.length) {
      const more = Buffer.allocUnsafe((this.length + chunk.length) * 2);
      this.bytes.copy(more, 0, 0, this.length);
      this.bytes = more;
    }
    chunk.copy(this.bytes, this.length);
    this.length += chunk.length;
  }

  handleError(error: Error): void {
    this.failed = true;
    this.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.failed) this.resolve(new CopiedRows(this.bytes));
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** Rows of a copy, read in order, field by field. */
export class CopiedRows {
  private at = headerBytes;

  /** `room` is where the rows stand, for other rows once these are done with. */
  constructor(readonly room: Buffer) {}

  /** Goes to the next row; false at the end. */
  next(): boolean {
    const fields = this.room.readInt16BE(this.at);
    this.at += 2;
    return fields !== -1;
  }

  /** The next field as bytes, which hold as long as the rows do; null where it is null. */
  field(): Buffer | null {
    const length = this.room.readInt32BE(this.at);
    this.at += 4;
    if (length === -1) return null;
    const field = this.room.subarray(this.at, this.at + length);
    this.at += length;
    return field;
  }

  /** The next so many fields as text, taken as ASCII: any other letter comes out as something else. */
  ascii(count: number): (string | null)[] {
    const { room } = this;
    const begin = this.at;
    const ends: number[] = [];
    for (let field = 0; field < count; field += 1) {
      const length = room.readInt32BE(this.at);
      this.at += 4 + Math.max(0, length);
      ends.push(length);
    }
    // One piece of text for all of them: taking each out of the bytes would cost more than all the rest.
    const all = room.toString('latin1', begin, this.at);
    let at = 0;
    return ends.map((length) => {
      const start = at + 4;
      at = start + Math.max(0, length);
      return length === -1 ? null : all.slice(start, at);
    });
  }
}
