import { endSessionsOf, findSessionsOf, reading, type SessionLine, writeAct } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { sessionIdOf } from '../plugins/sessions.js';
import { notVisible } from '../problem.js';
import type { SignInDesk } from '../sign-in/sign-in-desk.js';
import { idOf } from '../view.js';

/** The token that a request came with; there is one wherever a session is asked. */
export const tokenOf = (request: FastifyRequest): string =>
  sessionIdOf(request.headers.authorization) as string;

/** A session as a list shows it: how it began, by name, and no token. */
export function sessionLine(desk: SignInDesk, line: SessionLine) {
  const organisation = desk.settings.tenants.find((one) => one.id === line.tenant)?.name ?? line.tenant;
  const { tenant: _, ...shown } = line;
  return { ...shown, organisation };
}

/** Ends sessions of somebody and writes it to the audit in the same transaction; gives how many. */
export async function endAudited(
  app: FastifyInstance,
  request: FastifyRequest,
  about: {
    userId: string;
    sessionId?: string | undefined;
    keep?: string;
    why: 'ended-by-self' | 'ended-by-administrator';
  },
): Promise<number> {
  return reading(app.store, request.reading, async (tx) => {
    const ended = await endSessionsOf(tx, about);
    if (ended > 0)
      await writeAct(
        tx,
        {
          action: 'sign-in/sessions-ended',
          partnershipId: request.reading.partnershipId,
          userId: request.reading.userId,
          about: { why: about.why, of: about.userId, count: ended },
        },
        app.store.clock(),
      );
    return ended;
  });
}

/** One's own sessions: `GET /api/v1/sessions`, `DELETE /api/v1/sessions/:id`, and `DELETE /api/v1/sessions` for all others. */
export function ownSessions(app: FastifyInstance, desk: SignInDesk): void {
  app.get(
    '/api/v1/sessions',
    {
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.list',
        summary: 'Where one is signed in',
        response: {
          200: shownSchema('SessionsView', 'plain', 'Every session that runs'),
          ...answersOf(401, 503),
        },
      },
    },
    async (request) => {
      const lines = await reading(app.store, request.reading, (tx) =>
        findSessionsOf(tx, request.reading.userId, tokenOf(request)),
      );
      return { items: lines.map((line) => sessionLine(desk, line)) };
    },
  );
  app.delete(
    '/api/v1/sessions/:id',
    {
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.end-one',
        summary: 'End one of one’s own sessions',
        params: idParams,
        response: { 204: { type: 'null', description: 'Ended' }, ...answersOf(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const { userId } = request.reading;
      const ended = await endAudited(app, request, {
        userId,
        sessionId: idOf(request),
        why: 'ended-by-self',
      });
      if (ended === 0) throw notVisible();
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/v1/sessions',
    {
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.end-others',
        summary: 'End all of one’s sessions but this one',
        response: { 200: shownSchema('SessionsEnded', 'plain', 'How many ended'), ...answersOf(401, 503) },
      },
    },
    async (request) => {
      const { userId } = request.reading;
      return {
        ended: await endAudited(app, request, { userId, keep: tokenOf(request), why: 'ended-by-self' }),
      };
    },
  );
}
