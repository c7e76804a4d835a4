import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';

/** The form of a document by the name of its file; throws where the name ends in neither. */
export function fileFormat(file: string): 'pdf' | 'html' {
  const ending = extname(file).toLowerCase();
  if (ending === '.pdf') return 'pdf';
  if (ending === '.html' || ending === '.htm') return 'html';
  throw wrongUsage(`${file} does not end in .pdf or .html, or for minutes and letters in .docx.`);
}

/** Writes an answer into a file that only its owner reads; throws where that cannot be done. */
export async function writeFile(response: Response, file: string): Promise<void> {
  if (!response.body) throw new CliError(exitCodes.ourFault, 'The answer was empty.');
  const target = createWriteStream(file, { mode: 0o600 });
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), target).catch(
    (error: { code?: string }) => {
      throw wrongUsage(`${file} could not be written (${error.code ?? 'the connection broke'}).`);
    },
  );
}
