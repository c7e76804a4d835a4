/** Why a whole file, or the rest of it, cannot be read. */
export type UnreadableFileCode =
  | 'EMPTY_FILE'
  | 'NOT_CSV'
  | 'NOT_XML'
  | 'DOCUMENT_TYPE'
  | 'TOO_LARGE'
  | 'NOT_A_CENSUS'
  | 'WRONG_ENCODING'
  | 'NUL_BYTE'
  | 'WRONG_COLUMNS'
  | 'LINE_TOO_LONG'
  | 'QUOTE_NOT_CLOSED';

/** Thrown when a file, from `line` on where one is given, cannot be read at all; `words` says what to do about it. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';

  constructor(
    readonly code: UnreadableFileCode,
    readonly file: string,
    readonly words: string,
    readonly line?: number,
  ) {
    super(line === undefined ? `${file}: ${words}` : `${file}, line ${line}: ${words}`);
  }
}
