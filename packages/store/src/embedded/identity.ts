import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** The unprivileged user and group that PostgreSQL runs as when it is started by root. */
export const NOBODY = 65534;

/** How PostgreSQL programs are started: words before the program, the uid and gid to take, and who must own the files. */
export interface Identity {
  mode: 'self' | 'namespace' | 'nobody' | 'capable';
  prefix: string[];
  uid?: number;
  gid?: number;
  owner?: number;
}

const SELF: Identity = { mode: 'self', prefix: [] };
const NAMESPACE: Identity = {
  mode: 'namespace',
  prefix: ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`],
};
const PLAIN_NOBODY: Identity = { mode: 'nobody', prefix: [], uid: NOBODY, gid: NOBODY, owner: NOBODY };
const CAPABLE: Identity = {
  mode: 'capable',
  prefix: [
    'setpriv',
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ],
  owner: NOBODY,
};

/**
 * Chooses who PostgreSQL runs as, since it refuses to run as root: a plain user as itself; root through a user
 * namespace, or as nobody where namespaces are refused. A folder that nobody already owns keeps that way.
 */
export function chooseIdentity(folder: string, program: string): Identity {
  if (process.getuid?.() !== 0) return SELF;
  const ownedByNobody = existsSync(folder) && statSync(folder).uid === NOBODY;
  if (!ownedByNobody && works(NAMESPACE, ['true'])) return NAMESPACE;
  // PostgreSQL's programs look themselves up with the rights of the user alone: a capability does not help them there.
  const reach = ['sh', '-c', 'cd "$1"', 'sh', existingParent(folder)];
  if (isReachable(program)) {
    if (works(PLAIN_NOBODY, reach)) return PLAIN_NOBODY;
    if (works(CAPABLE, reach)) return CAPABLE;
  }
  throw new Error(
    `PostgreSQL cannot run as root, and the unprivileged user cannot reach ${folder} or the program. ` +
      'Start this as a plain user, or choose a data folder that every user may pass through.',
  );
}

/** Whether the unprivileged user reaches a program: no folder above it is closed to others. Asked by root alone. */
export function isReachable(program: string): boolean {
  return works(PLAIN_NOBODY, ['/bin/sh', '-c', 'test -x "$1"', 'sh', program]);
}

function works(identity: Identity, command: string[]): boolean {
  const [program = '', ...args] = [...identity.prefix, ...command];
  return (
    spawnSync(program, args, { stdio: 'ignore', uid: identity.uid, gid: identity.gid, cwd: '/' }).status === 0
  );
}

function existingParent(folder: string): string {
  const parent = folder.replace(/\/[^/]+\/*$/, '') || '/';
  return existsSync(parent) ? parent : existingParent(parent);
}
