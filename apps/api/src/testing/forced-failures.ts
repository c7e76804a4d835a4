import type { Store } from '@mase/store';

/** A failure forced on the n-th statement after `arm`: an error that the database itself raises, or a lost connection. */
export interface Failure {
  /** The statement counted from `begin`, which is the first; or the commit, wherever it stands. */
  at: number | 'commit';
  kind: '40001' | '40P01' | 'lost' | 'answerLost';
  /** Once it has struck, it strikes no more; otherwise at the same statement of every attempt. */
  once?: boolean;
}

/** Counts the statements of a store's transactions and forces failures on them. */
export interface Forcing {
  arm(failure: Failure | null): void;
  /** How often it has struck since it was armed. */
  readonly struck: number;
}

interface Client {
  query: (...sent: unknown[]) => unknown;
  connection: { stream: { destroy(): void } };
}

const textOf = (sent: unknown) =>
  typeof sent === 'string' ? sent : ((sent as { text?: string })?.text ?? '');

/** Puts a forcing between a store and its pool. Statements are counted from each `begin`. */
export function forceFailures(store: Store): Forcing {
  let failure: Failure | null = null;
  let struck = 0;
  const wrapped = new WeakSet<object>();
  const strike = (client: Client, query: Client['query'], kind: Failure['kind'], sent: unknown[]) => {
    struck += 1;
    if (failure?.once) failure = null;
    if (kind === 'lost') {
      client.connection.stream.destroy();
      return query(...sent);
    }
    if (kind === 'answerLost') {
      const answered = query(...sent) as Promise<unknown>;
      return answered.then(() => {
        client.connection.stream.destroy();
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
      });
    }
    return query(`do $$ begin raise exception 'forced' using errcode = '${kind}'; end $$`);
  };
  store.pool.on('acquire', (one) => {
    const client = one as unknown as Client;
    if (wrapped.has(client)) return;
    wrapped.add(client);
    const query = client.query.bind(client);
    let number = 0;
    client.query = (...sent: unknown[]) => {
      const text = textOf(sent[0]);
      if (text === 'begin') number = 0;
      if (text === 'rollback' || typeof sent.at(-1) === 'function') return query(...sent);
      number += 1;
      const isCommit = failure?.at === 'commit' && text === 'commit';
      if (failure && (isCommit || failure.at === number)) return strike(client, query, failure.kind, sent);
      return query(...sent);
    };
  });
  return {
    arm: (next) => {
      failure = next;
      struck = 0;
    },
    get struck() {
      return struck;
    },
  };
}
