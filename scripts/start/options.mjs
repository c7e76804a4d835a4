import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '../bootstrap/paths.mjs';
import { PlainError } from '../bootstrap/progress.mjs';

/** The help of `npm start`. */
export const USAGE = `npm start -- [options]
  --database-url URL  use this PostgreSQL instead of the embedded one; its role must own the database and may create roles
  --data DIR          keep database, keys and logs here (otherwise $MASE_DATA, otherwise ~/.local/share/mase)
  --port N            the web's port (3000); the next free one is taken when it is busy
  --fresh             remove the data folder first, after asking
  --yes               do not ask`;

/** Reads the words after \`npm start --\`; throws a plain sentence for what it does not know. */
export function readOptions(args, env = process.env) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        'database-url': { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new PlainError(`${error.message}\n${USAGE}`);
  }
  const port = Number(values.port ?? env.MASE_WEB_PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`--port ${values.port} is not a port.`);
  return {
    databaseUrl: values['database-url'],
    data: values.data ? resolve(env.INIT_CWD ?? '.', values.data) : dataFolder(env),
    port,
    fresh: values.fresh,
    yes: values.yes,
    help: values.help,
  };
}
