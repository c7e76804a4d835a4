import type { FastifyInstance } from 'fastify';
import { catalogues } from './languages.js';
import { returnPath } from './return-path.js';
import { keepTongue } from './session-cookies.js';

interface Chosen {
  Body: { to?: unknown; back?: unknown } | null;
}

/** `POST /in-language`: shows the site in another language from now on, for a year, in this browser. */
export function serveLanguages(app: FastifyInstance): void {
  app.post<Chosen>('/in-language', async (request, reply) => {
    const { to, back } = request.body ?? {};
    keepTongue(reply, typeof to === 'string' && catalogues.has(to) ? to : 'en');
    return reply.header('cache-control', 'no-store').redirect(returnPath(back), 303);
  });
}
