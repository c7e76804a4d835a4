import {
  type OpenSession,
  openEndedSession,
  openSession,
  type Reading,
  readingOf,
  type Store,
} from '@mase/store';
import type { Actor } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { notSignedIn } from '../problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    session: OpenSession | null;
    reading: Reading;
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** Routes that answer without a session: health, sign-in, the description of the API. */
    open?: boolean;
    /** Routes at which a session that ended within the last twelve hours may still save what was typed. */
    savesDrafts?: boolean;
    /** The command that a route gives. */
    command?: string;
  }
}

const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/;

/** The opaque session id that a request carries; undefined where there is none of the right form. */
export function sessionIdOf(header: string | undefined): string | undefined {
  return header?.match(bearer)?.[1];
}

/** Every route but the open ones asks a session, before anything else is looked at. */
export const sessions = fp(
  async (app: FastifyInstance, { store }: { store: Store }) => {
    app.decorateRequest('session', null);
    app.decorateRequest('reading', null as never);
    app.decorateRequest('actor', null as never);
    app.addHook('onRequest', async (request) => {
      if (request.routeOptions.config.open) return;
      const id = sessionIdOf(request.headers.authorization);
      const running = id ? await openSession(store, id) : null;
      const session =
        !running && id && request.routeOptions.config.savesDrafts
          ? await openEndedSession(store, id)
          : running;
      if (!session) throw notSignedIn();
      const { user, partnershipId } = session;
      request.session = session;
      request.reading = readingOf(user, partnershipId);
      request.actor = {
        kind: 'user',
        userId: user.id,
        name: user.name,
        agencyId: user.agencyId,
        teamId: user.teamId,
        roles: user.roles,
      };
    });
  },
  { name: 'sessions', dependencies: ['problems'] },
);
