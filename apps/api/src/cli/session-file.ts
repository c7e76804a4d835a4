import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from './folders.js';
import { readJsonFile, writePrivateFile } from './private-file.js';

/** A session as `mase sign-in` keeps it: it is only ever sent to the api that gave it. */
export interface KeptSession {
  api: string;
  token: string;
  email: string;
  expiresAt: string;
}

const file = () => join(configFolder(), 'session.json');

/** Keeps a session in a file that its owner alone may read. */
export function keepSession(session: KeptSession): void {
  writePrivateFile(file(), `${JSON.stringify(session, null, 2)}\n`);
}

/** The session kept for this api; undefined where there is none. */
export function keptSession(api: string): KeptSession | undefined {
  const session = readJsonFile<KeptSession>(file());
  return session?.api === api ? session : undefined;
}

/** Forgets the session. */
export function forgetSession(): void {
  rmSync(file(), { force: true });
}
