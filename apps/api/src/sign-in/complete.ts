import { isOfBrowser, takeSignInStep } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import { answersOf, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { redirectUri } from './begin.js';
import { checkIdToken, type Proof, vouchedEmail } from './claims.js';
import { findAccount } from './find-account.js';
import { providerSecrets } from './provider-secrets.js';
import { SignInRefusedError } from './refused.js';
import type { Tenant } from './settings.js';
import type { SignInDesk } from './sign-in-desk.js';

/** What the provider sent the browser back with, and the secret that the browser kept. */
export class CompleteSignInBody {
  /** The organisation in the address that the provider came back to. */
  @Text(40)
  organisation: string;

  /** The query of that address, as it came. */
  @Text(8000)
  answer: string;

  @Text(100)
  browser: string;
}

/** `POST /api/v1/sign-in/complete`: checks a provider's answer and begins a session, or says in plain words why not. */
export function completeSignIn(app: FastifyInstance, desk: SignInDesk): void {
  app.post<{ Body: CompleteSignInBody }>(
    '/api/v1/sign-in/complete',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(CompleteSignInBody),
        tags: ['sign-in'],
        operationId: 'sign-in.complete',
        summary: 'Finish signing in with the answer of an identity provider',
        response: {
          201: shownSchema('SignedIn', 'plain', 'Signed in'),
          ...answersOf(400, 403, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const tenant = desk.providers.tenant(request.body.organisation);
      try {
        const { returnTo, proof } = await proved(desk, tenant, request.body, Date.parse(app.store.clock()));
        const { account, boundNow } = await findAccount(app.store, tenant, proof);
        const begun = await desk.begin(
          request,
          { userId: account.userId, partnershipId: tenant.partnership },
          {
            method: 'provider',
            tenant: tenant.id,
            subject: proof.subject,
            providerSession: proof.providerSession,
          },
          boundNow ? { bound: 'first sign-in' } : {},
        );
        return await reply.code(201).send({ ...begun, returnTo });
      } catch (error) {
        if (error instanceof SignInRefusedError)
          await desk.refuse({
            partnershipId: tenant.partnership,
            method: 'provider',
            tenant: tenant.id,
            why: error.why,
          });
        throw error;
      }
    },
  );
}

/** Whom the provider proves to have signed in by this answer; throws `SignInRefusedError` for all that is not as it must be. */
async function proved(
  desk: SignInDesk,
  tenant: Tenant,
  { answer, browser }: CompleteSignInBody,
  now: number,
): Promise<{ returnTo: string; proof: Proof }> {
  const parameters = new URLSearchParams(answer);
  const state = parameters.get('state');
  if (!state || parameters.getAll('state').length > 1)
    throw new SignInRefusedError('SIGN_IN_TOO_OLD', 'state-missing');
  const step = await takeSignInStep(desk.store, state, 'provider');
  if (!step) throw new SignInRefusedError('SIGN_IN_TOO_OLD', 'state-unknown-or-used');
  if (!isOfBrowser(step, browser)) throw new SignInRefusedError('SIGN_IN_TOO_OLD', 'other-browser');
  if (step.tenant !== tenant.id) throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'mix-up');
  const configuration = await desk.providers.configuration(tenant);
  const { nonce, verifier } = providerSecrets(browser, state);
  const tokens = await authorizationCodeGrant(
    configuration,
    new URL(`${redirectUri(desk.settings, tenant)}?${parameters}`),
    { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
  ).catch(refusedBy);
  const claims = tokens.claims();
  if (!claims) throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'no-id-token');
  checkIdToken(claims, tenant, now);
  const email =
    vouchedEmail(claims, tenant) ??
    (claims[tenant.emailClaim] === undefined
      ? await emailOfUserInfo(configuration, tokens.access_token, claims.sub, tenant)
      : null);
  const sid = typeof claims.sid === 'string' ? claims.sid : null;
  return { returnTo: step.returnTo ?? '/', proof: { subject: claims.sub, email, providerSession: sid } };
}

/** The address that the provider keeps for whoever asks it with the access token; null where it keeps none. */
async function emailOfUserInfo(
  configuration: Configuration,
  accessToken: string,
  subject: string,
  tenant: Tenant,
): Promise<string | null> {
  if (!configuration.serverMetadata().userinfo_endpoint) return null;
  return vouchedEmail(await fetchUserInfo(configuration, accessToken, subject).catch(refusedBy), tenant);
}

/** Turns what the library found into a refusal: its own code goes to the audit, nothing that was sent. */
function refusedBy(error: unknown): never {
  const { code = '', error: said } = error as { code?: string; error?: string };
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR')
    throw new SignInRefusedError('PROVIDER_REFUSED', known(said));
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || isUnreachable(error))
    throw new SignInRefusedError('PROVIDER_UNAVAILABLE', 'no-answer');
  const claim = claimOf(error);
  const what = claim ? ` ${claim}` : '';
  throw new SignInRefusedError('ANSWER_NOT_TRUSTED', `${code || 'unreadable'}${what}`);
}

/** The name of the claim that was wrong, where the library says one. */
function claimOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; depth < 4 && typeof at === 'object' && at !== null; depth += 1) {
    const { claim, cause } = at as { claim?: unknown; cause?: unknown };
    if (typeof claim === 'string' && /^[a-z_]{1,20}$/.test(claim)) return claim;
    at = cause;
  }
  return undefined;
}

const known = (said: string | undefined): string =>
  [
    'access_denied',
    'login_required',
    'interaction_required',
    'server_error',
    'temporarily_unavailable',
  ].includes(said ?? '')
    ? (said as string)
    : 'provider-error';

const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError &&
  (error as { code?: string }).code === undefined &&
  error.message === 'fetch failed';
