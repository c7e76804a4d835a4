import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a text file, one at a time, empty ones left out. */
export async function* linesInFile(file: string): AsyncGenerator<string> {
  const input = createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield line;
}
