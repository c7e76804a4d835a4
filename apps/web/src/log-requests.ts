import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One line for each answer, with the address's pattern and never the address itself, which holds ids and what was searched for. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

/** A fault of ours: its kind and where it happened, without its message, which may quote what somebody typed. */
export function logFault(request: FastifyRequest, error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error('not an error');
  const where = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  request.log.error({ name, where }, 'page failed');
}
