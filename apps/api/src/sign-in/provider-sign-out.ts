import { auditSignIn, beginSignInStep, endSessionsOfSubject } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { answersOf } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { SignInRefusedError } from './refused.js';
import type { Tenant } from './settings.js';
import type { SignInDesk } from './sign-in-desk.js';

/** A provider's word that somebody signed out there. */
export class ProviderSignOutBody {
  @Text(40)
  organisation: string;

  @Text(8000)
  logoutToken: string;
}

const event = 'http://schemas.openid.net/event/backchannel-logout';
const freshSeconds = 120;

/** `POST /api/v1/sign-in/signed-out`: ends the sessions that a provider signs out (OpenID Connect Back-Channel Logout 1.0). */
export function providerSignOut(app: FastifyInstance, desk: SignInDesk): void {
  const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();
  app.post<{ Body: ProviderSignOutBody }>(
    '/api/v1/sign-in/signed-out',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(ProviderSignOutBody),
        tags: ['sign-in'],
        operationId: 'sign-in.signed-out',
        summary: 'End the sessions that an identity provider signs out',
        response: {
          204: { type: 'null', description: 'Ended' },
          ...answersOf(400, 403, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const tenant = desk.providers.tenant(request.body.organisation);
      const { jwks_uri: address } = (await desk.providers.configuration(tenant)).serverMetadata();
      const known = keys.get(address as string) ?? createRemoteJWKSet(new URL(address as string));
      keys.set(address as string, known);
      const claims = await verified(request.body.logoutToken, tenant, known);
      const token = `${tenant.issuer} ${claims.jti}`;
      const first = await beginSignInStep(
        app.store,
        token,
        { partnershipId: tenant.partnership, kind: 'sign-out', tenant: tenant.id },
        10,
      );
      if (!first) throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'logout-token-used');
      const ended = await endSessionsOfSubject(app.store, {
        tenant: tenant.id,
        ...(claims.sub ? { subject: claims.sub } : {}),
        ...(typeof claims.sid === 'string' ? { providerSession: claims.sid } : {}),
      });
      for (const one of ended)
        await auditSignIn(app.store, {
          action: 'sign-in/signed-out-at-provider',
          ...one,
          about: { tenant: tenant.id },
        });
      return reply.code(204).send();
    },
  );
}

async function verified(
  token: string,
  tenant: Tenant,
  keys: ReturnType<typeof createRemoteJWKSet>,
): Promise<JWTPayload & { jti: string }> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: tenant.issuer,
    audience: tenant.clientId,
    algorithms: [tenant.signingAlgorithm],
    clockTolerance: tenant.clockToleranceSeconds,
    maxTokenAge: freshSeconds,
    requiredClaims: ['jti', 'iat', 'events'],
  }).catch(() => {
    throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'logout-token');
  });
  const events = payload.events as Record<string, unknown> | undefined;
  const fitting =
    (protectedHeader.typ ?? 'logout+jwt').toLowerCase() === 'logout+jwt' &&
    typeof events === 'object' &&
    typeof events?.[event] === 'object' &&
    payload.nonce === undefined &&
    (typeof payload.sub === 'string' || typeof payload.sid === 'string');
  if (!fitting || typeof payload.jti !== 'string')
    throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'logout-token');
  return { ...payload, jti: payload.jti };
}
