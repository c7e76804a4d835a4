import { beginSignInStep } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import { answersOf, shownSchema } from '../description/answers.js';
import { Optional, Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { localPath } from './local-path.js';
import { newSecret, providerSecrets } from './provider-secrets.js';
import { SignInRefusedError } from './refused.js';
import type { Settings, Tenant } from './settings.js';
import type { SignInDesk } from './sign-in-desk.js';

/** With which organisation somebody signs in, and where to go on to. */
export class BeginSignInBody {
  @Text(40)
  organisation: string;

  /** A path of the web; the start page where it leads elsewhere. */
  @Optional()
  @Text(1000)
  returnTo?: string;
}

/** A sign-in at a provider is finished within so many minutes. */
export const minutesAtProvider = 15;

/** Where a tenant's provider sends people back to: an address of its own, so that answers of two are never mixed up. */
export function redirectUri({ publicUrl }: Settings, tenant: Tenant): string {
  return `${publicUrl}/session/callback/${tenant.id}`;
}

/** `POST /api/v1/sign-in/begin`: where the browser goes to sign in, and the secret that it keeps until it is back. */
export function beginSignIn(app: FastifyInstance, desk: SignInDesk): void {
  app.post<{ Body: BeginSignInBody }>(
    '/api/v1/sign-in/begin',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(BeginSignInBody),
        tags: ['sign-in'],
        operationId: 'sign-in.begin',
        summary: 'Begin to sign in at an organisation’s identity provider',
        response: {
          201: shownSchema('SignInBegun', 'plain', 'Where the browser goes on'),
          ...answersOf(400, 403, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const tenant = desk.providers.tenant(request.body.organisation);
      const configuration = await desk.providers.configuration(tenant).catch(async (error: unknown) => {
        if (error instanceof SignInRefusedError)
          await desk.refuse({
            partnershipId: tenant.partnership,
            method: 'provider',
            tenant: tenant.id,
            why: error.why,
          });
        throw error;
      });
      const [state, browser] = [newSecret(), newSecret()];
      const { nonce, verifier } = providerSecrets(browser, state);
      const continueAt = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri(desk.settings, tenant),
        scope: tenant.scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(tenant.acr.length > 0 ? { acr_values: tenant.acr.join(' ') } : {}),
      });
      await beginSignInStep(
        app.store,
        state,
        {
          partnershipId: tenant.partnership,
          kind: 'provider',
          browser,
          tenant: tenant.id,
          returnTo: localPath(request.body.returnTo),
        },
        minutesAtProvider,
      );
      return reply.code(201).send({ continueAt: continueAt.href, browser });
    },
  );
}
