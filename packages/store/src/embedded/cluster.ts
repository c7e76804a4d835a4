import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import type { Identity } from './identity.js';

/** The role that owns the database, runs migrations and may create the other roles. */
export const OWNER = 'mase_owner';

/** The environment PostgreSQL sees: nothing of the caller's language or time zone, so that a folder is the same wherever it was made. */
export const PLAIN_ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Makes the database files under `folder/data` unless they exist, whole or not at all, and returns the owner's password from its 0600 file. */
export async function prepareCluster(
  folder: string,
  binaries: PostgresBinaries,
  identity: Identity,
  options: { durable: boolean; onProgress: (line: string) => void },
): Promise<string> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (!existsSync(passwordFile)) {
    if (existsSync(data))
      throw new Error(`The password file ${passwordFile} is missing; put it back beside the data.`);
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  if (existsSync(data)) handOver(folder, identity);
  else await initialise(folder, passwordFile, binaries, identity, options);
  return readFileSync(passwordFile, 'utf8').trim();
}

async function initialise(
  folder: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  identity: Identity,
  options: { durable: boolean; onProgress: (line: string) => void },
): Promise<void> {
  options.onProgress(`Making a new database in ${folder}`);
  const unfinished = join(folder, 'data.tmp');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  handOver(folder, identity);
  if (identity.owner !== undefined)
    for (const made of [unfinished, passwordFile]) chownSync(made, identity.owner, identity.owner);
  await run(identity, binaries.initdb, [
    ...['-D', unfinished, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...['--data-checksums', '--no-instructions', ...(options.durable ? [] : ['--no-sync'])],
  ]);
  renameSync(unfinished, join(folder, 'data'));
}

function run(identity: Identity, program: string, args: string[]): Promise<void> {
  const [command = program, ...words] = [...identity.prefix, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: '/',
      env: PLAIN_ENVIRONMENT,
      uid: identity.uid,
      gid: identity.gid,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The database could not be made (initdb ended with ${code}): ${said.trim()}`)),
    );
  });
}

function handOver(folder: string, { owner }: Identity): void {
  if (owner === undefined || statSync(folder).uid === owner) return;
  for (const name of readdirSync(folder, { recursive: true }))
    lchownSync(join(folder, String(name)), owner, owner);
  // The folder itself goes last, so that an interrupted hand-over is begun again.
  chownSync(folder, owner, owner);
}
