import type { FastifyInstance } from 'fastify';
import type { ApiClient } from './api-client.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An address that identity providers send to: they know no form of ours, the api checks what they sign. */
    fromProviders?: boolean;
  }
}

interface Told {
  Params: { organisation: string };
  Body: { logout_token?: unknown } | null;
}

/**
 * `POST /session/provider-sign-out/:organisation`: where a provider says that somebody signed out there (OpenID Connect
 * Back-Channel Logout 1.0); passed on to the api. Answers 200 when sessions ended, 400 when the word is not believed.
 */
export function serveProviderSignOut(app: FastifyInstance, api: ApiClient): void {
  app.post<Told>(
    '/session/provider-sign-out/:organisation',
    { config: { fromProviders: true }, bodyLimit: 32 * 1024 },
    async (request, reply) => {
      const logoutToken = request.body?.logout_token;
      const { organisation } = request.params;
      const answer =
        typeof logoutToken === 'string'
          ? await api
              .as(undefined, request.ip)
              .post('/api/v1/sign-in/signed-out', { organisation, logoutToken })
          : { ok: false, status: 400 };
      const status = answer.ok ? 200 : answer.status === 503 ? 503 : 400;
      return reply.code(status).header('cache-control', 'no-store').send();
    },
  );
}
