import { openAsBlob } from 'node:fs';
import { wrongUsage } from './exit-codes.js';

/** A file as part of a form, read as it is sent. Throws wrong usage where there is none that can be read. */
export async function filePart(file: string): Promise<Blob> {
  try {
    // It throws at once where there is no such file, and not by its promise.
    return await openAsBlob(file);
  } catch {
    throw wrongUsage(`${file} cannot be read.`);
  }
}
