import { getHeapStatistics } from 'node:v8';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ProblemError } from '../problem.js';

/** How much one person, or one address that nobody signed in from, may ask within a minute. */
export interface Limits {
  requestsPerMinute: number;
  signInsPerMinute: number;
}

const tooMany = (seconds: number) =>
  new ProblemError(
    {
      status: 429,
      code: 'TOO_MANY_REQUESTS',
      title: 'Too many requests',
      detail: 'You asked for more than this service answers within a minute. Wait a moment and ask again.',
    },
    { 'retry-after': String(seconds) },
  );

const refused = {
  errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
    tooMany(Math.max(1, Math.ceil(ttl / 1000))),
};

/** The limit of a route at which people sign in, by address and before the body is read; for its `config`. */
export function signInLimit({ limits }: { limits: Limits }) {
  return {
    rateLimit: {
      max: limits.signInsPerMinute,
      timeWindow: 60_000,
      hook: 'onRequest' as const,
      groupId: 'sign-in',
      keyGenerator: (request: FastifyRequest) => request.ip,
      ...refused,
    },
  };
}

/** Holds back who asks too much, and says so at once where the process itself cannot keep up. */
export const limits = fp(
  async (app: FastifyInstance, { requestsPerMinute }: Limits) => {
    await app.register(rateLimit, {
      max: requestsPerMinute,
      timeWindow: 60_000,
      cache: 20_000,
      // After the session is known: many people share an address, nobody shares a session.
      hook: 'preHandler',
      keyGenerator: (request) => (request.session ? `person ${request.session.user.id}` : request.ip),
      ...refused,
    });
    await app.register(underPressure, {
      maxEventLoopDelay: 2_000,
      maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.95),
      pressureHandler: () => {
        throw new ProblemError(
          {
            status: 503,
            code: 'BUSY',
            title: 'Busy',
            detail:
              'The service has more to do than it can. Nothing was stored. Repeat the request with the same key.',
          },
          { 'retry-after': '5' },
        );
      },
    });
  },
  { name: 'limits', dependencies: ['problems'] },
);
