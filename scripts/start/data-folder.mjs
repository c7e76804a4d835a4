import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PlainError } from '../bootstrap/progress.mjs';

const MARK = 'mase-data-folder';

/** Makes the data folder with mode 0700 and marks it as ours if it is new or empty. */
export function prepareDataFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length === 0)
    writeFileSync(join(folder, MARK), 'Made by npm start. --fresh removes this folder.\n');
}

/**
 * Removes the data folder after a yes from the terminal. Refuses without a terminal unless `yes`, while the
 * programs that use it run, and when the folder was not made by this program. Resolves to whether it was removed.
 */
export async function removeDataFolder(folder, { yes, input = process.stdin, output = process.stderr }) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  if (!existsSync(join(folder, MARK))) {
    throw new PlainError(`${folder} was not made by this program, so --fresh does not remove it.`);
  }
  const holder = runningLauncher(folder);
  if (holder) throw new PlainError(`${folder} is in use by process ${holder}. Stop that one first.`);
  if (!yes) {
    if (!input.isTTY)
      throw new PlainError(
        `--fresh removes ${folder}. There is no terminal to ask on; say --yes to allow it.`,
      );
    const asking = createInterface({ input, output });
    const answer = await asking.question(`Remove everything in ${folder}? Type yes to go on: `);
    asking.close();
    if (answer.trim().toLowerCase() !== 'yes') throw new PlainError('Nothing was removed.');
  }
  rmSync(folder, { recursive: true, force: true });
  return true;
}

/** The process id of the launcher that is running on this data folder; undefined when none lives. */
export function runningLauncher(folder) {
  try {
    const { launcher } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    process.kill(launcher.pid, 0);
    const words = `/proc/${launcher.pid}/cmdline`;
    // After a restart of the machine the number may belong to something else.
    return !existsSync(words) || readFileSync(words, 'utf8').includes('node') ? launcher.pid : undefined;
  } catch {
    return undefined;
  }
}
