import type { TestApi } from './test-api.js';

type Client = { query: (...args: unknown[]) => unknown };

/**
 * Counts the statements that some work of an api sends; opening a transaction with its context, and ending it, is not
 * counted.
 */
export function statementsOf({
  store,
}: Pick<TestApi, 'store'>): (work: () => Promise<unknown>) => Promise<number> {
  const sent: string[] = [];
  const heard = new WeakSet<object>();
  store.pool.on('acquire', ((client: Client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client);
    client.query = (...args) => {
      sent.push(typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text);
      return query(...args);
    };
  }) as never);
  return async (work) => {
    sent.length = 0;
    await work();
    return sent.filter((text) => !/^(begin|commit|rollback|select set_config)/.test(text)).length;
  };
}
