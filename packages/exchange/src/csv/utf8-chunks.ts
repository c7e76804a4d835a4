import { isAscii, isUtf8 } from 'node:buffer';
import { UnreadableFileError } from '../unreadable-file-error.js';

/** Bytes of a file: a stream, or anything that gives buffers in order. */
export type FileInput = AsyncIterable<Buffer | Uint8Array | string>;

/** What was found out about a file's bytes while they passed. */
export interface ByteFindings {
  /** The bytes are not UTF-8 and are being read as Windows-1252. */
  windows1252: boolean;
  /** The reading stopped before the end of the file, for this reason; its line is the row that was being read. */
  stopped?: { code: 'NUL_BYTE' | 'WRONG_ENCODING'; words: string };
}

const CHUNK = 64 * 1024;
const UNDEFINED_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const MIXED = 'The file is neither UTF-8 nor Windows-1252. Save it again as "CSV UTF-8 (comma delimited)".';
const NUL =
  'The file holds a NUL character, so it is damaged or is no text. Nothing from this row on was read.';

/**
 * Gives a file's text as UTF-8 in chunks of about 64 KiB, at most thrice that, without its byte order mark.
 * A file with bytes that are no UTF-8, and no UTF-8 letter before them, is read as Windows-1252, as Excel on
 * Windows writes it; `findings` says so before those bytes are given. On a NUL or on bytes that fit neither it
 * stops, and `findings` says why.
 * @throws UnreadableFileError EMPTY_FILE, NOT_CSV or WRONG_ENCODING by the first bytes
 */
export async function* utf8Chunks(
  input: FileInput,
  file: string,
  findings: ByteFindings,
): AsyncGenerator<Buffer> {
  let sawUtf8 = false;
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of sniffed(slices(input), file)) {
    const nul = chunk.indexOf(0);
    const given = nul < 0 ? chunk : chunk.subarray(0, nul);
    const bytes = pending.length === 0 ? given : Buffer.concat([pending, given]);
    const whole = findings.windows1252 || nul >= 0 ? bytes.length : completeLength(bytes);
    pending = bytes.subarray(whole);
    let text = bytes.subarray(0, whole);
    if (!findings.windows1252 && !isAscii(text)) {
      const valid = validLength(text);
      sawUtf8 ||= !isAscii(text.subarray(0, valid));
      if (valid < text.length && sawUtf8) {
        findings.stopped = { code: 'WRONG_ENCODING', words: MIXED };
        text = text.subarray(0, valid);
      } else if (valid < text.length) findings.windows1252 = true;
    }
    yield findings.windows1252 ? from1252(text, findings) : text;
    if (nul >= 0) findings.stopped ??= { code: 'NUL_BYTE', words: NUL };
    if (findings.stopped) return;
  }
  if (pending.length === 0) return;
  if (sawUtf8) findings.stopped = { code: 'WRONG_ENCODING', words: MIXED };
  else {
    findings.windows1252 = true;
    yield from1252(pending, findings);
  }
}

async function* slices(input: FileInput): AsyncGenerator<Buffer> {
  for await (const given of input) {
    const bytes =
      typeof given === 'string'
        ? Buffer.from(given)
        : Buffer.from(given.buffer, given.byteOffset, given.length);
    for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
  }
}

async function* sniffed(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!start) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length < 16) continue;
      yield textStart(start, file);
      start = undefined;
    }
  }
  if (start) yield textStart(start, file);
}

function textStart(bytes: Buffer, file: string): Buffer {
  const hex = bytes.subarray(0, 8).toString('hex');
  if (hex.startsWith('fffe') || hex.startsWith('feff') || /^(00..){3}|^(..00){3}/.test(hex)) {
    const words = 'The file is in UTF-16. Save it again as "CSV UTF-8 (comma delimited)".';
    throw new UnreadableFileError('WRONG_ENCODING', file, words);
  }
  const other = OTHER_FILES.find(([magic]) => hex.startsWith(magic));
  if (other) {
    const words = `This is ${other[1]}. Save it as "CSV UTF-8 (comma delimited)".`;
    throw new UnreadableFileError('NOT_CSV', file, words);
  }
  const text = hex.startsWith('efbbbf') ? bytes.subarray(3) : bytes;
  if (text.length === 0) throw new UnreadableFileError('EMPTY_FILE', file, 'The file is empty.');
  return text;
}

const OTHER_FILES = [
  ['504b0304', 'a workbook (XLSX) or a ZIP file, not a CSV file'],
  ['d0cf11e0', 'an old Excel workbook (XLS), not a CSV file'],
  ['25504446', 'a PDF document, not a CSV file'],
  ['3c', 'an XML or HTML file, not a CSV file'],
  ['1f8b', 'a compressed file, not a CSV file'],
] as const;

/** The length without a UTF-8 letter that is cut off at the end. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** How many bytes are UTF-8, before the first that are not. */
function validLength(bytes: Buffer): number {
  if (isUtf8(bytes)) return bytes.length;
  let at = 0;
  for (;;) {
    const byte = bytes[at] ?? 0;
    const needed = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (!isUtf8(bytes.subarray(at, at + needed))) return at;
    at += needed;
  }
}

function from1252(bytes: Buffer, findings: ByteFindings): Buffer {
  const undefinedAt = bytes.findIndex((byte) => UNDEFINED_IN_1252.includes(byte));
  if (undefinedAt >= 0) findings.stopped = { code: 'WRONG_ENCODING', words: MIXED };
  const known = undefinedAt < 0 ? bytes : bytes.subarray(0, undefinedAt);
  return Buffer.from(new TextDecoder('windows-1252').decode(known));
}
