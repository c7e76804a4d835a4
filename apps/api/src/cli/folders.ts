import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Env = Record<string, string | undefined>;

/** The folder of the command line's own settings. */
export function configFolder(env: Env = process.env): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'mase');
}

/** The data folder of the demonstration, as `npm start` chooses it. */
export function dataFolder(env: Env = process.env): string {
  if (env.MASE_DATA) return resolve(env.MASE_DATA);
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'mase');
}
