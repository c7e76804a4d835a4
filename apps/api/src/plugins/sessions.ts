import {
  hashSecret,
  isSessionMoved,
  type OpenSession,
  openEndedSession,
  openSession,
  type Reading,
  readingOf,
  type Store,
} from '@mase/store';
import { type Actor, postsInForce } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify';
import fp from 'fastify-plugin';
import { notSignedIn } from '../problem.js';
import type { FailedTries } from './failed-tries.js';
import { tooMany } from './limits.js';
import { problemText } from './problems.js';

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
    /** Routes whose first act is a transaction of the person: what is known of the session is looked at inside it. */
    heldSession?: boolean;
    /** The command that a route gives. */
    command?: string;
  }
}

const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/;
/** So many sessions are held at most; the one that was opened first gives way. */
const heldAtMost = 5000;
/** What is held of a session is asked for anew after a minute, whatever the database has said in between. */
const heldForMs = 60_000;

/** The opaque session id that a request carries; undefined where there is none of the right form. */
export function sessionIdOf(header: string | undefined): string | undefined {
  return header?.match(bearer)?.[1];
}

interface Holding {
  session: OpenSession;
  reading: Reading;
  actor: Actor;
}

interface Held {
  session: OpenSession;
  hash: Buffer;
  /** When it was asked for: milliseconds since the epoch. */
  since: number;
}

/** Who asks, with the posts that he or she fills for others at the instant of the request. */
function holding(session: OpenSession, at: string): Holding {
  const { user, partnershipId, cover, glass } = session;
  const { id, name, agencyId, teamId, roles } = user;
  const posts = postsInForce({ userId: id, agencyId, teamId, roles }, cover, at);
  return {
    session,
    reading: { ...readingOf(user, partnershipId, posts), ...(glass.length > 0 ? { glass } : {}) },
    actor: {
      kind: 'user',
      userId: id,
      name,
      agencyId,
      teamId,
      roles,
      ...(posts.length > 0 ? { posts } : {}),
    },
  };
}

/** Where sessions are, and what counts tokens that open none; null where no limit is on. */
interface SessionParts {
  store: Store;
  failedTries: FailedTries | null;
}

/**
 * Every route but the open ones asks a session before anything else. Where a route's first act is a transaction, what
 * is known of the session from an earlier request is held, and looked at inside that transaction, which saves an
 * exchange: where it is over, the account has changed, or anybody’s absence, delegation or duty has, the database
 * refuses and the session is asked for anew, as it is after a minute in any case. What somebody stands in for is worked out at each request from what was
 * held, so that it begins and ends on the instant without a statement more. An
 * answer of such a route that came without a transaction waits until the session was looked at.
 */
export const sessions = fp(
  async (app: FastifyInstance, { store, failedTries }: SessionParts) => {
    const held = new Map<string, Held>();

    /** Asks for the session of a request; throws 401 where it is not open. */
    const open = async (request: FastifyRequest) => {
      const id = sessionIdOf(request.headers.authorization);
      if (!id) throw notSignedIn();
      // Whoever was seen here before is not held back by a neighbour's made-up tokens.
      const wait = held.has(id) ? 0 : (failedTries?.waitOf(request.ip) ?? 0);
      if (wait > 0) throw tooMany(wait);
      held.delete(id);
      const running = await openSession(store, id);
      const { savesDrafts } = request.routeOptions.config;
      const session = running ?? (savesDrafts ? await openEndedSession(store, id) : null);
      if (!session) {
        failedTries?.count(request.ip);
        throw notSignedIn();
      }
      Object.assign(request, holding(session, store.clock()));
      if (!running) return;
      if (held.size >= heldAtMost) held.delete(held.keys().next().value as string);
      held.set(id, { session, hash: hashSecret(id), since: Date.parse(store.clock()) });
    };

    const takeHeld = (request: FastifyRequest, { hash, session }: Held) => {
      const looked = { hash, userVersion: session.userVersion, seen: false };
      const { actor, reading } = holding(session, store.clock());
      Object.assign(request, { session, actor, reading: { ...reading, session: looked } });
    };

    app.decorateRequest('session', null);
    app.decorateRequest('reading', null as never);
    app.decorateRequest('actor', null as never);

    app.addHook('onRequest', async (request) => {
      const { open: isOpen, heldSession } = request.routeOptions.config;
      if (isOpen) return;
      const id = sessionIdOf(request.headers.authorization);
      const known = heldSession && id ? held.get(id) : undefined;
      if (known && Date.parse(store.clock()) - known.since < heldForMs) takeHeld(request, known);
      else await open(request);
    });

    app.addHook('onRoute', (route) => {
      if (!route.config?.heldSession) return;
      const { handler } = route;
      const again: RouteHandlerMethod = async function (request, reply) {
        try {
          return await handler.call(this, request, reply);
        } catch (error) {
          if (!isSessionMoved(error)) throw error;
        }
        await open(request);
        return handler.call(this, request, reply);
      };
      route.handler = again;
    });

    app.addHook('onSend', async (request, reply, payload) => {
      if (request.reading?.session?.seen !== false) return payload;
      try {
        await open(request);
        return payload;
      } catch (error) {
        return problemText(request, reply, error as Error);
      }
    });
  },
  { name: 'sessions', dependencies: ['problems'] },
);
