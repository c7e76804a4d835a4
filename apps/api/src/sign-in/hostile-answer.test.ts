import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { openOwner } from '@mase/store/testing';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import type { Hostility, Keys, ProviderPerson } from '../testing/identity-provider.js';
import { type SignInWorld, signInWorld } from '../testing/sign-in-world.js';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld(inject('MASE_TEST_SERVER'));
});
afterAll(() => world.close());
afterEach(() => {
  world.council.hostility = {};
  vi.useRealTimers();
});

const worker: ProviderPerson = {
  subject: 'subject-of-worker',
  email: demonstrationEmail('worker'),
  acr: 'urn:test:mfa',
  amr: ['pwd', 'otp'],
};
const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const sessions = () =>
  openOwner(world.database.connections.owner, async (client) =>
    Number((await client.query('select count(*) as n from session')).rows[0].n),
  );

/** Signs the person in with a lying provider: refused, no session, and the audit says why. */
async function refused(
  why: string | RegExp,
  { hostility = {}, person = {} }: { hostility?: Hostility; person?: Partial<ProviderPerson> },
): Promise<void> {
  world.council.person = { ...worker, ...person };
  world.council.hostility = hostility;
  const before = await sessions();
  const answer = await world.finish(await world.goAndComeBack('council'));
  expect(answer.statusCode, answer.body).toBe(403);
  expect(await sessions()).toBe(before);
  expect((await world.acts()).at(-1)).toMatchObject({
    action: 'sign-in/refused',
    userId: null,
    about: { tenant: 'council', why: expect.stringMatching(why) },
  });
}

const claims =
  (change: (claims: JWTPayload) => JWTPayload): Hostility['idToken'] =>
  (said) =>
    world.council.sign(change(said));
const over = (some: JWTPayload) => claims((said) => ({ ...said, ...some }));
const signedBy =
  (sign: (said: JWTPayload, keys: Keys) => Promise<string> | string): Hostility['idToken'] =>
  (said, keys) =>
    sign(said, keys);

describe('an ID token is refused', () => {
  it('honest, it signs in: what follows is refused for its lie alone', async () => {
    world.council.person = worker;
    expect((await world.finish(await world.goAndComeBack('council'))).statusCode).toBe(201);
  });

  it.each<[string, () => Hostility['idToken'], RegExp]>([
    ['of another issuer', () => over({ iss: 'https://evil.example.org' }), /CLAIM.* iss/],
    ['of the other organisation’s issuer', () => over({ iss: world.police.issuer }), /CLAIM.* iss/],
    ['for another audience', () => over({ aud: 'another-client' }), /CLAIM.* aud/],
    [
      'for several audiences without an authorised party',
      () => over({ aud: ['mase', 'b'] }),
      /CLAIM|RESPONSE/,
    ],
    [
      'for several audiences, another the authorised party',
      () => over({ aud: ['mase', 'b'], azp: 'b' }),
      /azp/,
    ],
    ['with another client as its authorised party', () => over({ azp: 'another-client' }), /azp/],
    ['with another nonce', () => over({ nonce: 'of another sign-in' }), /CLAIM.* nonce/],
    ['without a nonce', () => claims(({ nonce: _, ...said }) => said), /nonce|RESPONSE/],
    ['without a subject', () => claims(({ sub: _, ...said }) => said), /./],
    ['with an empty subject', () => over({ sub: '' }), /sub/],
    ['with a subject of ten thousand characters', () => over({ sub: 'x'.repeat(10_000) }), /sub/],
    ['that has expired', () => over({ exp: seconds() - 60 }), /TIMESTAMP.* exp/],
    ['without an expiry', () => claims(({ exp: _, ...said }) => said), /./],
    ['that is not valid yet', () => over({ nbf: seconds() + 300 }), /TIMESTAMP.* nbf/],
    ['made an hour from now', () => over({ iat: seconds() + 3600 }), /iat/],
    ['made an hour ago', () => over({ iat: seconds() - 3600 }), /iat/],
  ])('%s', async (_name, idToken, why) => {
    await refused(why, { hostility: { idToken: idToken() } });
  });

  it.each<[string, Hostility['idToken']]>([
    ['without a signature (alg none)', signedBy((said) => `${part({ alg: 'none' })}.${part(said)}.`)],
    [
      'that says alg none and carries the old signature',
      signedBy(async (said) => {
        const honest = await world.council.sign(said);
        return `${part({ alg: 'none' })}.${part(said)}.${honest.split('.')[2]}`;
      }),
    ],
    [
      'signed by HS256 with the public key as the secret',
      signedBy((said, { publicKey, kid }) => {
        const head = `${part({ alg: 'HS256', kid })}.${part(said)}`;
        const secret = createSecretKey(
          Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
        );
        return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
      }),
    ],
    [
      'signed by HS256 with the client’s own secret',
      signedBy((said) => {
        const head = `${part({ alg: 'HS256' })}.${part(said)}`;
        return `${head}.${createHmac('sha256', world.council.clientSecret).update(head).digest('base64url')}`;
      }),
    ],
    [
      'signed with a wrong key under the right key’s id',
      signedBy((said, { kid }) =>
        new SignJWT(said)
          .setProtectedHeader({ alg: 'RS256', kid })
          .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      ),
    ],
    [
      'signed with a key nobody published',
      signedBy((said) =>
        new SignJWT(said)
          .setProtectedHeader({ alg: 'RS256', kid: 'unknown' })
          .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      ),
    ],
    [
      'that brings its own key in its header',
      signedBy((said) => {
        const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const jwk = own.publicKey.export({ format: 'jwk' }) as { kty: string; n: string; e: string };
        return new SignJWT(said).setProtectedHeader({ alg: 'RS256', jwk }).sign(own.privateKey);
      }),
    ],
    [
      'signed by an algorithm that is not the organisation’s',
      signedBy((said, { privateKey, kid }) =>
        new SignJWT(said).setProtectedHeader({ alg: 'RS512', kid }).sign(privateKey),
      ),
    ],
    [
      'whose claims were changed after signing',
      signedBy(async (said) => {
        const [head, , signature] = (await world.council.sign(said)).split('.');
        return `${head}.${part({ ...said, email: demonstrationEmail('admin') })}.${signature}`;
      }),
    ],
    ['that is no token', signedBy(() => 'nonsense')],
    ['that is missing', () => undefined],
  ])('%s', async (_name, idToken) => {
    await refused(/^OAUTH|^no-id-token|unreadable/, { hostility: { idToken } });
  });

  it.each<[string, Partial<ProviderPerson>]>([
    ['without an acr', { acr: undefined }],
    ['with the acr of a password alone', { acr: 'urn:test:password' }],
  ])('%s', async (_name, person) => {
    await refused(/^SECOND_FACTOR_MISSING$/, {
      person,
      hostility: { idToken: claims(({ acr, ...said }) => (person.acr ? { ...said, acr } : said)) },
    });
  });

  it('without the amr that the organisation demands', async () => {
    world.police.person = { ...worker, email: demonstrationEmail('intelligence'), amr: ['pwd'] };
    const answer = await world.finish(await world.goAndComeBack('police'));
    expect(answer.json().code).toBe('SECOND_FACTOR_MISSING');
  });
});

describe('a person is refused whose', () => {
  it.each<[string, string, Partial<ProviderPerson>]>([
    [
      'subject is new though the account is bound to another',
      'ACCOUNT_BOUND_ELSEWHERE',
      { subject: 'another' },
    ],
    [
      'address the provider has not verified',
      'EMAIL_NOT_VERIFIED',
      { subject: 'new-1', email: demonstrationEmail('manager'), emailVerified: false },
    ],
    [
      'address is “verified” by a text in place of true',
      'EMAIL_NOT_VERIFIED',
      { subject: 'new-2', email: demonstrationEmail('manager'), emailVerified: 'true' },
    ],
    ['address has no account here', 'ACCOUNT_UNKNOWN', { subject: 'new-3', email: 'stranger@example.org' }],
  ])('%s', async (_name, code, person) => {
    world.council.person = worker;
    await world.finish(await world.goAndComeBack('council'));
    await refused(new RegExp(`^${code}$`), { person });
  });

  it('user information is of another subject', async () => {
    await refused(/^OAUTH/, {
      person: { subject: 'new-4', email: demonstrationEmail('manager') },
      hostility: {
        idToken: claims(({ email: _, email_verified: __, ...said }) => said),
        userInfo: (said) => ({ ...said, sub: 'somebody-else' }),
      },
    });
  });

  it('agency is not one that the organisation signs in', async () => {
    world.police.person = { ...worker, subject: 'p-1', email: demonstrationEmail('senior') };
    const answer = await world.finish(await world.goAndComeBack('police'));
    expect(answer.json().code).toBe('ACCOUNT_OF_OTHER_AGENCY');
  });
});
