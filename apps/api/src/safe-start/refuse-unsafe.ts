import { findDangers, findEveryPartnership, hasDemonstration, type Store } from '@mase/store';
import { addressDangers } from './address-dangers.js';
import { fileDangers } from './file-dangers.js';

/** The exit code of a program that is not configured as it must be (EX_CONFIG). */
export const notConfigured = 78;

/** What a program is about to start with. */
export interface Starting {
  /** The name of the program, for its words. */
  program: string;
  mode: 'demonstration' | 'live';
  /** The file of connection addresses. */
  connections: string;
  /** The addresses of the database that it uses. */
  addresses: readonly string[];
  /** Every login that it uses. */
  stores: readonly Store[];
  /** The store whose login may ask for accounts of the demonstration. */
  app?: Store;
  /** What else the program itself found to be dangerous outside a demonstration. */
  more?: readonly string[];
}

/**
 * Every reason not to start, each a sentence. A demonstration may be as open as it likes, but only on a database that is
 * one.
 */
export async function dangersOf({
  mode,
  connections,
  addresses,
  stores,
  app,
  more = [],
}: Starting): Promise<string[]> {
  if (mode === 'demonstration') return app && (await holdsOthers(app)) ? [notADemonstration] : [];
  const files = [...fileDangers('MASE_CONNECTIONS', connections), ...addresses.flatMap(addressDangers)];
  const logins = await Promise.all(stores.map(findDangers));
  const demonstration =
    app && (await hasDemonstration(app))
      ? [
          'The database holds accounts of the demonstration, whose password everybody knows: use another database.',
        ]
      : [];
  return [...new Set([...files, ...logins.flat(), ...demonstration, ...more])];
}

const notADemonstration =
  'The database holds a partnership and no account of the demonstration: without MASE_MODE=demonstration what protects it is looked at.';

async function holdsOthers(app: Store): Promise<boolean> {
  return (await findEveryPartnership(app)).length > 0 && !(await hasDemonstration(app));
}

/** Ends the program, with every reason on standard error, where it is not safe to start. */
export async function refuseUnsafe(starting: Starting): Promise<void> {
  const dangers = await dangersOf(starting);
  if (dangers.length === 0) return;
  const lines = dangers.map((one) => `  ${one}`).join('\n');
  process.stderr.write(`The ${starting.program} does not start, as this is not safe:\n${lines}\n`);
  process.exit(notConfigured);
}
