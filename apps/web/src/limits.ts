import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { ApiUnavailableError } from './api-client.js';

/** How much one request may bring, and how long it may take; a pack takes up to a minute to be made. */
export const requestLimits = {
  bodyLimit: 1024 * 1024,
  connectionTimeout: 120_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 72_000,
  routerOptions: { maxParamLength: 200 },
} as const;

/** Answers 503 at once while the process itself has more to do than it can. */
export async function answerPressure(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.95),
    pressureHandler: (_request, reply) => {
      reply.header('retry-after', '5');
      throw new ApiUnavailableError('The site has more to do than it can');
    },
  });
}
