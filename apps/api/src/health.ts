import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem.js';

const notReady = (detail: string) =>
  new ProblemError({ status: 503, code: 'NOT_READY', title: 'Not ready', detail }, { 'retry-after': '5' });

/** Throws a 503 where requests should go elsewhere for now: the process cannot keep up, or the database does not take a write. */
async function demandReady(app: FastifyInstance): Promise<void> {
  const busy = (app as { isUnderPressure?: () => boolean }).isUnderPressure?.();
  if (busy) throw notReady('The process has more to do than it can.');
  const found = await app.store.pool.query<{ standby: boolean }>(
    "select pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as standby",
  );
  if (found.rows[0]?.standby) throw notReady('The database takes no writes, so nothing can be audited.');
}

/** `GET /health`: whether the api and its database answer. `GET /ready`: whether it can take work. Nothing else is said. */
export function healthRoutes(app: FastifyInstance): void {
  const open = { config: { open: true }, schema: { hide: true } as object };
  app.get('/health', open, async () => {
    await app.store.pool.query('select 1');
    return { status: 'ok' };
  });
  app.get('/ready', open, async () => {
    await demandReady(app);
    return { status: 'ready' };
  });
  app.get('/api/v1/openapi.json', open, async () => app.swagger());
}
