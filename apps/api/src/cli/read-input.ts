import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { wrongUsage } from './exit-codes.js';

/** The text of a file, or of standard input for `-`; throws in words where there is no such file. */
export async function readInput(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrongUsage(`${file} cannot be read (${(error as { code?: string }).code ?? 'no reason given'}).`);
  }
}
