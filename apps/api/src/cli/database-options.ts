import type { Connections, LoginRole } from '@mase/store';
import type { Command } from 'commander';
import { wrongUsage } from './exit-codes.js';
import { readJsonFile } from './private-file.js';

/** How an operator's verb finds the database. */
export interface DatabaseOptions {
  databaseUrl?: string;
  connections?: string;
  json?: boolean;
}

/** Adds the options by which an operator's verb finds the database. */
export function withDatabase(command: Command): Command {
  return command
    .option(
      '--database-url <url>',
      'the owner’s address of the database; better as MASE_DATABASE_URL, which no list of processes shows',
    )
    .option(
      '--connections <file>',
      'the file of addresses that mase migrate writes (otherwise MASE_CONNECTIONS)',
    );
}

/** The owner's address: as given, from the environment, or from the file of connections. */
export function ownerUrl(options: DatabaseOptions): string {
  const url = options.databaseUrl ?? process.env.MASE_DATABASE_URL ?? readConnections(options)?.owner;
  if (!url)
    throw wrongUsage(
      'Which database? Set MASE_DATABASE_URL, or give --database-url URL or --connections FILE.',
    );
  try {
    new URL(url);
  } catch {
    throw wrongUsage('The address of the database looks like postgres://owner@host:5432/name');
  }
  return url;
}

/** The name of the file of connections, where one is given. */
export function connectionsFile(options: DatabaseOptions): string | undefined {
  return options.connections ?? process.env.MASE_CONNECTIONS;
}

/** The addresses of every role, from the file of connections; undefined where there is none yet. */
export function readConnections(options: DatabaseOptions): Connections | undefined {
  const file = connectionsFile(options);
  if (!file) return undefined;
  try {
    return readJsonFile<Connections>(file);
  } catch (error) {
    throw wrongUsage(`${file} is not a file of connections: ${(error as Error).message}`);
  }
}

/** The address under which the api reads and writes; throws where the file of connections is missing. */
export function appUrl(options: DatabaseOptions): string {
  const url = readConnections(options)?.app;
  if (!url)
    throw wrongUsage(
      'This needs the file of connections: run mase migrate --connections FILE first, then give --connections FILE or set MASE_CONNECTIONS.',
    );
  return url;
}

/** The passwords of the roles as the file of connections has them. */
export function keptPasswords(connections: Connections | undefined): Partial<Record<LoginRole, string>> {
  const passwords: Partial<Record<LoginRole, string>> = {};
  for (const [name, address] of Object.entries(connections ?? {})) {
    const password = decodeURIComponent(new URL(address).password);
    if (name !== 'owner' && password) passwords[`mase_${name}` as LoginRole] = password;
  }
  return passwords;
}
