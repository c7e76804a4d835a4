import { statSync } from 'node:fs';

/** What is dangerous about a file that holds secrets: that others than its owner can read or write it. */
export function fileDangers(name: string, file: string): string[] {
  try {
    const { mode } = statSync(file);
    if ((mode & 0o077) === 0) return [];
    const shown = (mode & 0o777).toString(8).padStart(4, '0');
    return [`${name}: others than its owner can open ${file} (${shown}): chmod 600 it.`];
  } catch (error) {
    return [`${name}: ${file} cannot be opened (${(error as { code?: string }).code ?? 'unknown'}).`];
  }
}
