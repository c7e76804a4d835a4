import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './bootstrap/build.mjs';
import { cleanEnvironment } from './bootstrap/clean-environment.mjs';
import { install } from './bootstrap/install.mjs';
import { dataFolder, ROOT } from './bootstrap/paths.mjs';
import { PlainError } from './bootstrap/progress.mjs';
import { runCommand } from './bootstrap/run-command.mjs';

/** `npm run build`: dependencies, then every package. */
export async function buildAll() {
  await install();
  await build({ always: true });
  return 0;
}

/** `npm run mase -- …`: the command line of the product; relative file names count from where npm was called. */
export async function mase(args) {
  await install();
  await build();
  const env = { ...cleanEnvironment(), MASE_DATA: dataFolder() };
  return runNode('apps/api/dist/cli/main.js', args, { env, cwd: process.env.INIT_CWD || process.cwd() });
}

/** `npm run docs`: writes the generated pages of docs/. */
export function docs(args) {
  return afterBuild('scripts/docs.mjs', args);
}

/** `npm run bench`: the measurements against their floors. */
export function bench(args) {
  return afterBuild('bench/run.mjs', args);
}

/** `npm run soak`: the long runs. */
export function soak(args) {
  return afterBuild('bench/soak.mjs', args);
}

async function afterBuild(script, args) {
  await install();
  await build();
  return runNode(script, args, { env: cleanEnvironment(), cwd: ROOT });
}

function runNode(script, args, options) {
  const file = join(ROOT, script);
  if (!existsSync(file)) throw new PlainError(`${script} does not exist in this source tree.`);
  return runCommand(process.execPath, [file, ...args], options);
}
