import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../bootstrap/build.mjs';
import { cleanEnvironment } from '../bootstrap/clean-environment.mjs';
import { install } from '../bootstrap/install.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { PlainError, progress } from '../bootstrap/progress.mjs';
import { prepareDataFolder, removeDataFolder } from './data-folder.mjs';
import { readOptions, USAGE } from './options.mjs';
import { runSystem } from './system.mjs';

/** `npm start`: everything from nothing to addresses and sign-ins, until Ctrl-C or SIGTERM; 0 after a clean stop. */
export async function start(args) {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (options.fresh && (await removeDataFolder(options.data, options))) progress(`Removed ${options.data}`);
  await install();
  await build();
  prepareDataFolder(options.data);
  progress(`The data folder is ${options.data}`);
  return runSystem(options, findPrograms(ROOT), cleanEnvironment());
}

/** The built programs of the product; throws a plain sentence when one is missing. */
export function findPrograms(root) {
  const programs = {
    embedded: join(root, 'packages/store/dist/embedded.js'),
    commandLine: join(root, 'apps/api/dist/cli/main.js'),
    api: join(root, 'apps/api/dist/server.js'),
    worker: join(root, 'apps/api/dist/worker.js'),
    web: join(root, 'apps/web/dist/server.js'),
  };
  const missing = Object.values(programs).filter((file) => !existsSync(file));
  if (missing.length) throw new PlainError(`The build has not made ${missing.join(', ')}.`);
  return programs;
}
