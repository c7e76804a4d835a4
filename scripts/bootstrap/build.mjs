import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './clean-environment.mjs';
import { installStamp } from './install.mjs';
import { ROOT } from './paths.mjs';
import { PlainError, progress } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { filesUnder, isStamped, packageFolders, stampOf, writeStamp } from './stamp.mjs';

const BUILD_STAMP = join(ROOT, 'node_modules/.mase-build');

/** The digest of everything that decides what a build makes; tests do not. */
export function buildStamp(root = ROOT) {
  const sources = packageFolders(root).flatMap((folder) =>
    filesUnder(folder, (path) => !/\.test\.ts$|vitest\.config/.test(path)),
  );
  const settings = ['tsconfig.base.json', 'turbo.json'].map((name) => join(root, name));
  return stampOf(root, [...sources, ...settings], installStamp(root));
}

/** Builds every package with turbo, unless nothing changed since the last build; `always` asks turbo in any case. */
export async function build({ always = false } = {}) {
  const stamp = buildStamp();
  if (!always && isStamped(BUILD_STAMP, stamp) && everyBuildIsThere()) return;
  progress('Building');
  const flags = ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'];
  const code = await runCommand('turbo', flags, {
    cwd: ROOT,
    env: cleanEnvironment(),
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new PlainError(`The build failed (turbo ended with ${code}).`);
  writeStamp(BUILD_STAMP, stamp);
}

function everyBuildIsThere() {
  return packageFolders(ROOT).every((folder) => {
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return !scripts?.build || existsSync(join(folder, 'dist'));
  });
}
