import { openStore, type Store } from '@mase/store';
import { openOwner, type TestDatabase } from '@mase/store/testing';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.js';
import type { Founded } from '../demonstration/found.js';
import { defaultSettings, type Settings, type Tenant } from '../sign-in/settings.js';
import { undescribed } from './described.js';
import { type IdentityProvider, identityProvider } from './identity-provider.js';
import { foundedDatabase } from './test-api.js';

/** Where the web of the tests would be. */
export const publicUrl = 'https://mase.example.org';

/** Two organisations, each with a provider of its own, and the api that they sign in to. */
export interface SignInWorld {
  app: FastifyInstance;
  store: Store;
  database: TestDatabase;
  founded: Founded;
  council: IdentityProvider;
  police: IdentityProvider;
  /** Asks the api; an answer that the description does not know fails the test. */
  ask(
    method: 'GET' | 'POST' | 'DELETE' | 'PUT',
    url: string,
    body?: object,
    token?: string,
  ): Promise<LightMyRequestResponse>;
  /** Begins at an organisation and goes to its provider and back. */
  goAndComeBack(organisation: string, change?: (authorization: URL) => void): Promise<Journey>;
  /** Finishes a journey; anything of it can be swapped. */
  finish(journey: Journey, over?: Partial<Journey>): Promise<LightMyRequestResponse>;
  /** What the audit says of signing in, newest last. */
  acts(): Promise<{ action: string; userId: string | null; about: { [name: string]: unknown } }[]>;
  close(): Promise<void>;
}

/** A browser that is back from a provider. */
export interface Journey {
  organisation: string;
  browser: string;
  answer: string;
}

/** An organisation as settings name it, with the provider of a test. */
export const tenantOf = (
  id: string,
  name: string,
  partnership: string,
  provider: IdentityProvider,
  over: Partial<Tenant> = {},
): Tenant => ({
  id,
  name,
  partnership,
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  clientAuthentication: 'client_secret_basic',
  scope: 'openid email profile',
  acr: ['urn:test:mfa'],
  amr: [],
  emailVerifiedBy: 'claim',
  emailClaim: 'email',
  emailDomains: [],
  agencies: null,
  signingAlgorithm: 'RS256',
  clockToleranceSeconds: 30,
  signOutAtProvider: true,
  ...over,
});

/** Starts a world; `over` changes what the council's organisation demands. */
export async function signInWorld(serverUrl: string, over: Partial<Tenant> = {}): Promise<SignInWorld> {
  const { database, made: founded } = await foundedDatabase(serverUrl, new Date().toISOString());
  const store = await openStore(database.connections.app);
  const council = await identityProvider([`${publicUrl}/session/callback/council`]);
  const police = await identityProvider([`${publicUrl}/session/callback/police`]);
  const { partnershipId, agencies } = founded;
  const settings: Settings = {
    ...defaultSettings(Buffer.alloc(32, 7)),
    publicUrl,
    tenants: [
      tenantOf('council', 'Fernshire Council', partnershipId, council, over),
      tenantOf('police', 'Fernshire Police', partnershipId, police, {
        acr: [],
        amr: ['otp'],
        agencies: [agencies.police as string],
      }),
    ],
  };
  const app = await buildApp({ store, mode: 'demonstration', settings, limits: 'off' });
  await app.ready();
  const ask: SignInWorld['ask'] = async (method, url, body, token) => {
    const answer = await app.inject({
      method,
      url,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body === undefined ? {} : { payload: body }),
    });
    const drift = undescribed(method, url, answer);
    if (drift.length > 0) throw new Error(`docs/api/openapi.json says otherwise: ${drift.join('\n')}`);
    return answer;
  };
  const goAndComeBack: SignInWorld['goAndComeBack'] = async (organisation, change) => {
    const begun = await ask('POST', '/api/v1/sign-in/begin', { organisation });
    if (begun.statusCode !== 201) throw new Error(begun.body);
    const { continueAt, browser } = begun.json() as { continueAt: string; browser: string };
    const authorization = new URL(continueAt);
    change?.(authorization);
    const provider = organisation === 'police' ? police : council;
    const gone = await provider.browse(authorization.href);
    if ('refused' in gone) throw new Error(gone.refused);
    return { organisation, browser, answer: gone.back.search.slice(1) };
  };
  return {
    app,
    store,
    database,
    founded,
    council,
    police,
    ask,
    goAndComeBack,
    finish: (journey, changed = {}) => ask('POST', '/api/v1/sign-in/complete', { ...journey, ...changed }),
    acts: () =>
      openOwner(database.connections.owner, async (client) => {
        const found = await client.query<{ action: string; user_id: string | null; entry: string }>(
          "select action, user_id, entry from audit where action like 'sign-in/%' order by id",
        );
        return found.rows.map((row) => ({
          action: row.action,
          userId: row.user_id,
          about: (JSON.parse(row.entry) as { about: { [name: string]: unknown } }).about,
        }));
      }),
    close: async () => {
      await app.close();
      await store.close();
      await council.close();
      await police.close();
      await database.drop();
    },
  };
}
