import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody whom the provider knows, and how he or she signs in there. */
export interface ProviderPerson {
  subject: string;
  email?: string;
  emailVerified?: boolean | string;
  acr?: string;
  amr?: string[];
}

type Json = { [name: string]: unknown };

/** What a hostile provider answers in place of what it should. Nothing set: an honest one. */
export interface Hostility {
  idToken?: (claims: JWTPayload, keys: Keys) => Promise<string | undefined> | string | undefined;
  discovery?: (said: Json) => Json;
  userInfo?: (said: Json) => Json;
  /** The parameters with which the browser is sent back. */
  answer?: (query: URLSearchParams) => void;
}

/** The keys of a provider, for forging. */
export interface Keys {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** A real OpenID provider on a loopback port, with a mode in which it lies. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  hostility: Hostility;
  keys: Keys;
  /** Who signs in next. */
  person: ProviderPerson;
  /** Signs with a new key from now on, as providers do from time to time. */
  rotateKeys(): void;
  /** Follows an address of the provider as a browser does; gives the address it is sent back to, or the provider's refusal. */
  browse(url: string): Promise<{ back: URL } | { refused: string }>;
  /** Signs claims with the provider's key. */
  sign(claims: JWTPayload, header?: { kid?: string; typ?: string }): Promise<string>;
  close(): Promise<void>;
}

function newKeys(): Keys {
  return { kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

const clientSecret = 'a-secret-of-the-test-client-0123456789';

/** Starts a provider whose one client is sent back to these addresses. */
export async function identityProvider(redirectUris: string[]): Promise<IdentityProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server: Server = createServer((request, response) => handle(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: Pick<IdentityProvider, 'hostility' | 'keys' | 'person'> = {
    hostility: {},
    keys: newKeys(),
    person: { subject: 'nobody' },
  };
  const people = new Map<string, ProviderPerson>();
  const start = () => {
    handle = providerOf(issuer, redirectUris, state, people).callback();
  };
  start();
  return {
    issuer,
    clientId: 'mase',
    clientSecret,
    get hostility() {
      return state.hostility;
    },
    set hostility(hostility) {
      state.hostility = hostility;
    },
    get keys() {
      return state.keys;
    },
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
      people.set(person.subject, person);
    },
    rotateKeys() {
      state.keys = newKeys();
      start();
    },
    browse: (url) => browse(url, issuer, state),
    sign: (claims, header = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: state.keys.kid, ...header })
        .sign(state.keys.privateKey),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function providerOf(
  issuer: string,
  redirectUris: string[],
  state: Pick<IdentityProvider, 'hostility' | 'keys' | 'person'>,
  people: Map<string, ProviderPerson>,
): Provider {
  const { kid, privateKey } = state.keys;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'mase',
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        post_logout_redirect_uris: [new URL('/session/sign-out', redirectUris[0]).href],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    acrValues: ['urn:test:mfa', 'urn:test:password'],
    claims: { openid: ['sub', 'acr', 'amr', 'sid'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, accountId) => {
      const { email, emailVerified = true } = people.get(accountId) ?? {};
      return {
        accountId,
        claims: async () => ({ sub: accountId, ...(email ? { email, email_verified: emailVerified } : {}) }),
      };
    },
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId as string,
        accountId: session?.accountId as string,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  } as Configuration);
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/interaction/')) {
      const { subject, acr, amr } = state.person;
      await provider.interactionFinished(ctx.req, ctx.res, {
        login: { accountId: subject, ...(acr ? { acr } : {}), ...(amr ? { amr } : {}) },
      });
      ctx.respond = false;
      return;
    }
    await next();
    await lie(ctx, state);
  });
  return provider;
}

/** Changes an honest answer into what the hostile mode asks for. */
async function lie(
  ctx: { oidc?: { route?: string }; path: string; body: unknown },
  { hostility, keys }: Pick<IdentityProvider, 'hostility' | 'keys'>,
): Promise<void> {
  const body = ctx.body as Json;
  if (ctx.path === '/.well-known/openid-configuration' && hostility.discovery)
    ctx.body = hostility.discovery(body);
  if (ctx.path === '/me' && hostility.userInfo) ctx.body = hostility.userInfo(body);
  if (ctx.path === '/token' && hostility.idToken && typeof body?.id_token === 'string') {
    const claims = JSON.parse(
      Buffer.from(body.id_token.split('.')[1] as string, 'base64url').toString(),
    ) as JWTPayload;
    ctx.body = { ...body, id_token: await hostility.idToken(claims, keys) };
  }
}

async function browse(
  url: string,
  issuer: string,
  { hostility }: Pick<IdentityProvider, 'hostility'>,
): Promise<{ back: URL } | { refused: string }> {
  const cookies = new Map<string, string>();
  for (let at = url, steps = 0; steps < 10; steps += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (name) cookies.set(name, value ?? '');
    }
    const location = answer.headers.get('location');
    if (!location) return { refused: await answer.text() };
    const next = new URL(location, issuer);
    if (next.origin !== issuer) {
      hostility.answer?.(next.searchParams);
      return { back: next };
    }
    at = next.href;
  }
  return { refused: 'too many redirects' };
}
