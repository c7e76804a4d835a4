import type { Store } from '@mase/store';
import { buildApp } from './app.js';

/**
 * The API described as OpenAPI 3.1, from the same classes and routes that answer. Nothing listens and no database is
 * asked: the store that it is built with throws where it is used.
 */
export async function describeApi(): Promise<object> {
  const app = await buildApp({ store: unusedStore(), mode: 'live' });
  await app.ready();
  const { components, paths, ...rest } = JSON.parse(JSON.stringify(app.swagger())) as Described;
  await app.close();
  // The order in which modules are read says nothing: the same description is the same text.
  return {
    ...rest,
    components: { ...components, schemas: byName(components.schemas) },
    paths: byName(paths),
  };
}

interface Described {
  components: { schemas: object };
  paths: object;
}

function byName(parts: object): object {
  return Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
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
