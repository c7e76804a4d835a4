import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processBirth } from './process-identity.js';

/** Someone else has this data folder open; nothing was touched. */
export class FolderInUseError extends Error {
  readonly code = 'FOLDER_IN_USE';
  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is already open by process ${pid}. Stop that one first, or choose another folder.`,
    );
  }
}

/** Claims `folder` for this process and returns the function that gives it back; throws FolderInUseError while another living process holds it. */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'opener.json');
  const mine = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = folderHolder(folder);
    if (holder) throw new FolderInUseError(folder, holder);
    rmSync(file, { force: true });
  }
  throw new Error(`The data folder ${folder} could not be claimed: another process keeps taking it.`);
}

/** The living process that holds `folder`, by its number; undefined when none does. */
export function folderHolder(folder: string): number | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'opener.json'), 'utf8')) as {
      pid: number;
      birth?: string;
    };
    return processBirth(holder.pid) === holder.birth ? holder.pid : undefined;
  } catch {
    return undefined;
  }
}
