import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive: its name, and its text in pieces, each made when the one before was taken. */
export interface ZipPart {
  name: string;
  text: AsyncIterable<string> | Iterable<string>;
}

/** What the directory at the end says of a part. */
interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

/** Sizes stand behind each part, since nobody knows them before it is written; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** 1 January 1980, the first day that the format can say: the time of writing is nobody’s business. */
const day = 0x21;
const largest = 0xffffffff;

const header = (signature: number, ...fields: [bytes: 2 | 4, value: number][]): Buffer => {
  const buffer = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  buffer.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

/**
 * An archive (ZIP, deflated) of these parts in pieces: memory does not grow with them.
 * @throws RangeError where a part or the whole is larger than 4 GB, which the format cannot say without extensions
 */
export async function* zipPieces(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  const counted = (piece: Buffer): Buffer => {
    at += piece.length;
    if (at > largest) throw new RangeError('An archive of more than 4 GB cannot be written.');
    return piece;
  };
  for (const { name, text } of parts) {
    const one: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at };
    yield counted(
      Buffer.concat([
        header(
          0x04034b50,
          [2, version],
          [2, flags],
          [2, deflated],
          [2, 0],
          [2, day],
          [4, 0],
          [4, 0],
          [4, 0],
          [2, one.name.length],
          [2, 0],
        ),
        one.name,
      ]),
    );
    for await (const piece of packed(text, one)) yield counted(piece);
    yield counted(header(0x08074b50, [4, one.crc], [4, one.packed], [4, one.size]));
    written.push(one);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  const count = written.length;
  yield header(0x06054b50, [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0]);
}

function directoryEntry({ name, crc, packed: size, size: whole, at }: Written): Buffer {
  return Buffer.concat([
    header(
      0x02014b50,
      [2, version],
      [2, version],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, day],
      [4, crc],
      [4, size],
      [4, whole],
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ),
    name,
  ]);
}

async function* packed(text: ZipPart['text'], one: Written): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      one.crc = crc32(bytes, one.crc);
      one.size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw();
  // A fault of the source ends the deflating, and is thrown where its bytes are taken.
  pipeline(Readable.from(counted(), { objectMode: false }), deflate, () => {});
  for await (const piece of deflate) {
    one.packed += (piece as Buffer).length;
    yield piece as Buffer;
  }
}
