import type { FileInput } from '../csv/utf8-chunks.js';
import { UnreadableFileError } from '../unreadable-file-error.js';

const PIECE = 64 * 1024;
const SAVE = 'Ask the sender for the file in UTF-8.';
const DECLARES = /<!(DOCTYPE|ENTITY)/;
/** As many letters as could be the beginning of a declaration, cut off between two pieces. */
const CUT = '<!DOCTYPE'.length - 1;

/**
 * Gives the text of an XML file in pieces of at most 64 KiB, without its byte order mark. Memory does not grow with the
 * file. A document type or an entity is never read, so that nothing can be expanded or fetched.
 * @throws UnreadableFileError EMPTY_FILE, NOT_XML, WRONG_ENCODING, NUL_BYTE or DOCUMENT_TYPE, with what to do
 */
export async function* xmlChunks(input: FileInput, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes: Uint8Array, more: boolean): string => {
    try {
      return decoder.decode(bytes, { stream: more });
    } catch {
      throw new UnreadableFileError('WRONG_ENCODING', file, `The file is not in UTF-8. ${SAVE}`);
    }
  };
  let begun = false;
  let before = '';
  for await (const bytes of pieces(input)) {
    if (!begun) refuseOtherFiles(bytes, file);
    begun = true;
    const text = decode(bytes, true);
    if (text.includes('\0')) {
      const words = 'The file holds a NUL character, so it is damaged or is no text.';
      throw new UnreadableFileError('NUL_BYTE', file, words);
    }
    if (DECLARES.test(before + text)) {
      const words =
        'The file declares a document type or entities, which a census never does. Nothing of it was read: ask the sender for a plain file.';
      throw new UnreadableFileError('DOCUMENT_TYPE', file, words);
    }
    before = text.slice(-CUT);
    yield text;
  }
  if (!begun) throw new UnreadableFileError('EMPTY_FILE', file, 'The file is empty.');
  decode(new Uint8Array(), false);
}

async function* pieces(input: FileInput): AsyncGenerator<Uint8Array> {
  for await (const given of input) {
    const bytes = typeof given === 'string' ? Buffer.from(given) : given;
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  }
}

function refuseOtherFiles(bytes: Uint8Array, file: string): void {
  const hex = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (hex.startsWith('fffe') || hex.startsWith('feff') || /^00..00|^..00..00/.test(hex))
    throw new UnreadableFileError('WRONG_ENCODING', file, `The file is in UTF-16. ${SAVE}`);
  const other = OTHER_FILES.find(([magic]) => hex.startsWith(magic));
  if (other) throw new UnreadableFileError('NOT_XML', file, `This is ${other[1]}, not an XML file.`);
}

const OTHER_FILES = [
  ['504b0304', 'a workbook (XLSX) or a ZIP file: unpack it first'],
  ['d0cf11e0', 'an old Excel workbook (XLS)'],
  ['25504446', 'a PDF document'],
  ['1f8b', 'a compressed file: unpack it first'],
] as const;
