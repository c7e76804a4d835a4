import { getHeapStatistics } from 'node:v8';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { ProblemError } from '../problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A way in: its limit is by address, for all ways in together. */
    signsIn?: boolean;
  }
}

/** How much one person, or one address that nobody signed in from, may ask within a minute. */
export interface Limits {
  requestsPerMinute: number;
  signInsPerMinute: number;
}

/** 429, and after how long to ask again. */
export const tooMany = (ms: number) =>
  new ProblemError(
    {
      status: 429,
      code: 'TOO_MANY_REQUESTS',
      title: 'Too many requests',
      detail: 'You asked for more than this service answers within a minute. Wait a moment and ask again.',
    },
    { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) },
  );

/** Holds back who asks too much, and says so at once where the process itself cannot keep up. */
export const limits = fp(
  async (app: FastifyInstance, { requestsPerMinute, signInsPerMinute }: Limits) => {
    await app.register(rateLimit, {
      max: requestsPerMinute,
      timeWindow: 60_000,
      cache: 20_000,
      // After the session is known: many people share an address, nobody shares a session.
      hook: 'preHandler',
      keyGenerator: (request) => (request.session ? `person ${request.session.user.id}` : request.ip),
      errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
    });
    const signIns = app.createRateLimit({
      max: signInsPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request) => request.ip,
    });
    // Before the body is read, and one count for all the ways in.
    app.addHook('onRequest', async (request) => {
      if (!request.routeOptions.config.signsIn) return;
      const asked = await signIns(request);
      if (!asked.isAllowed && asked.isExceeded) throw tooMany(asked.ttl);
    });
    await app.register(underPressure, {
      // The mean of a second: a pack that is made in between does not reach it, work without end does.
      maxEventLoopDelay: 1_000,
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
