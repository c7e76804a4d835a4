import { auditSignIn, endSession } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { buildEndSessionUrl } from 'openid-client';
import { answersOf, shownSchema } from '../description/answers.js';
import { sessionIdOf } from '../plugins/sessions.js';
import type { SignInDesk } from '../sign-in/sign-in-desk.js';

/**
 * `DELETE /api/v1/sessions/current`: ends the session. Where it began at a provider that signs out too, the answer says
 * where the browser goes on to do that; no token of the provider is kept, so the provider asks which account.
 */
export function signOut(app: FastifyInstance, desk: SignInDesk): void {
  app.delete(
    '/api/v1/sessions/current',
    {
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.end',
        summary: 'Sign out',
        response: {
          200: shownSchema('SignedOut', 'plain', 'Signed out here; the provider can be signed out of too'),
          204: { type: 'null', description: 'Signed out' },
          ...answersOf(401, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const ended = await endSession(app.store, sessionIdOf(request.headers.authorization) as string);
      if (!ended) return reply.code(204).send();
      const { userId, partnershipId, method, tenant } = ended;
      await auditSignIn(app.store, {
        action: 'sign-in/signed-out',
        partnershipId,
        userId,
        about: { method, ...(tenant ? { tenant } : {}) },
      });
      const continueAt = method === 'provider' && tenant ? await signOutAt(desk, tenant) : null;
      return continueAt ? reply.code(200).send({ continueAt }) : reply.code(204).send();
    },
  );
}

/** Where a tenant's provider signs out; null where it does not, is not reached, or is not to. */
async function signOutAt(desk: SignInDesk, id: string): Promise<string | null> {
  const tenant = desk.settings.tenants.find((one) => one.id === id);
  if (!tenant?.signOutAtProvider) return null;
  try {
    const configuration = await desk.providers.configuration(tenant);
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${desk.settings.publicUrl}/session/sign-out`,
    }).href;
  } catch {
    return null;
  }
}
