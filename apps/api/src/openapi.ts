import type { Store } from '@mase/store';
import { buildApp } from './app.js';

/**
 * The API described as OpenAPI 3.1, from the same classes and routes that answer. Nothing listens and no database is
 * asked: the store that it is built with throws where it is used.
 */
export async function describeApi(): Promise<object> {
  const app = await buildApp({ store: unusedStore(), mode: 'live' });
  await app.ready();
  const description = app.swagger();
  await app.close();
  return JSON.parse(JSON.stringify(description)) as object;
}

function unusedStore(): Store {
  const never = (): never => {
    throw new Error('The description of the API asks no database');
  };
  return {
    get dataSource() {
      return never();
    },
    get pool() {
      return never();
    },
    clock: never,
    close: async () => undefined,
  };
}
