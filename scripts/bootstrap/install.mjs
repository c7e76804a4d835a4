import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './clean-environment.mjs';
import { ROOT } from './paths.mjs';
import { PlainError, progress } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { isStamped, packageFolders, stampOf, writeStamp } from './stamp.mjs';

const PNPM = 'pnpm@10.34.9';

/** Where the stamp of the last complete install lies. */
export const INSTALL_STAMP = join(ROOT, 'node_modules/.mase-install');

/** The digest of everything that decides what an install brings. */
export function installStamp(root = ROOT) {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', '.npmrc'].map((name) =>
    join(root, name),
  );
  const manifests = packageFolders(root).map((folder) => join(folder, 'package.json'));
  return stampOf(root, [...files, ...manifests], process.version, process.platform, process.arch);
}

/** Brings the dependencies the lockfile names, unless they are already there. */
export async function install() {
  const stamp = installStamp();
  if (isStamped(INSTALL_STAMP, stamp)) return;
  progress('Installing dependencies');
  const flags = [
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
  ];
  const own = existsSync(join(ROOT, 'node_modules/.bin/pnpm'));
  const [program, args] = own ? ['pnpm', flags] : ['npx', ['--yes', PNPM, ...flags]];
  const code = await runCommand(program, args, {
    cwd: ROOT,
    env: cleanEnvironment(),
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0)
    throw new PlainError(`The dependencies could not be installed (${program} ended with ${code}).`);
  writeStamp(INSTALL_STAMP, stamp);
}
