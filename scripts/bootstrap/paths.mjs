import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of this source tree. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function home(env) {
  return env.HOME || userInfo().homedir;
}

/** The folder outside the source tree for things that can be fetched again. */
export function cacheFolder(env = process.env) {
  return env.MASE_CACHE
    ? resolve(env.MASE_CACHE)
    : join(env.XDG_CACHE_HOME || join(home(env), '.cache'), 'mase');
}

/** The folder outside the source tree that keeps the database, the keys and the logs. */
export function dataFolder(env = process.env) {
  return env.MASE_DATA
    ? resolve(env.MASE_DATA)
    : join(env.XDG_DATA_HOME || join(home(env), '.local/share'), 'mase');
}
