import type { FastifyInstance } from 'fastify';

/** `GET /health`: whether the api and its database answer. Nothing else is said. */
export function healthRoutes(app: FastifyInstance): void {
  app.get('/health', { config: { open: true }, schema: { hide: true } as object }, async () => {
    await app.store.pool.query('select 1');
    return { status: 'ok' };
  });
  app.get('/api/v1/openapi.json', { config: { open: true }, schema: { hide: true } as object }, async () =>
    app.swagger(),
  );
}
