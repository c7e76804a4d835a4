import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityProvider, identityProvider } from '../testing/identity-provider.js';
import { publicUrl, tenantOf } from '../testing/sign-in-world.js';
import { Providers } from './providers.js';
import { SignInRefusedError } from './refused.js';
import type { Tenant } from './settings.js';

let provider: IdentityProvider;
let tenant: Tenant;
beforeAll(async () => {
  provider = await identityProvider([`${publicUrl}/session/callback/council`]);
  tenant = tenantOf('council', 'Fernshire Council', uuidv7(), provider);
});
afterAll(() => provider.close());
afterEach(() => {
  provider.hostility = {};
});

describe('a provider is not gone to', () => {
  const lies: [string, (provider: IdentityProvider) => object, string][] = [
    ['that says it is another issuer', () => ({ issuer: 'https://evil.example.org' }), 'discovery-issuer'],
    ['whose issuer differs by a slash', ({ issuer }) => ({ issuer: `${issuer}/` }), 'discovery-issuer'],
    ['whose keys come over http', () => ({ jwks_uri: 'http://keys.example.org/jwks' }), 'discovery-jwks_uri'],
    ['that names no keys', () => ({ jwks_uri: undefined }), 'discovery-jwks_uri'],
    [
      'whose tokens come over http',
      () => ({ token_endpoint: 'http://tokens.example.org/token' }),
      'discovery-token_endpoint',
    ],
    [
      'that sends people on over http',
      () => ({ authorization_endpoint: 'http://login.example.org/auth' }),
      'discovery-authorization_endpoint',
    ],
    [
      'that sends people on to a script',
      () => ({ authorization_endpoint: 'javascript:alert(1)' }),
      'discovery-authorization_endpoint',
    ],
    [
      'whose user information comes over http',
      () => ({ userinfo_endpoint: 'http://me.example.org' }),
      'discovery-userinfo_endpoint',
    ],
    [
      'that knows challenges in plain text alone',
      () => ({ code_challenge_methods_supported: ['plain'] }),
      'discovery-pkce',
    ],
    [
      'that signs by HS256 alone',
      () => ({ id_token_signing_alg_values_supported: ['HS256', 'none'] }),
      'discovery-algorithm',
    ],
  ];

  it.each(lies)('%s', async (_name, lie, why) => {
    provider.hostility = { discovery: (said) => ({ ...said, ...lie(provider) }) };
    const providers = new Providers([tenant], 'demonstration');
    await expect(providers.configuration(tenant)).rejects.toMatchObject({ code: 'ANSWER_NOT_TRUSTED', why });
    // What was refused is not kept: it is asked again the next time.
    provider.hostility = {};
    await expect(providers.configuration(tenant)).resolves.toBeDefined();
  });

  it('over http in a live system', async () => {
    const providers = new Providers([tenant], 'live');
    await expect(providers.configuration(tenant)).rejects.toBeInstanceOf(SignInRefusedError);
  });

  it('that does not answer, and nobody is told that the account is at fault', async () => {
    const gone = { ...tenant, issuer: 'http://127.0.0.1:9' };
    await expect(new Providers([gone], 'demonstration').configuration(gone)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    });
  });

  it('twice for its description within the hour', async () => {
    let asked = 0;
    provider.hostility = {
      discovery: (said) => {
        asked += 1;
        return said;
      },
    };
    const providers = new Providers([tenant], 'demonstration');
    await Promise.all([providers.configuration(tenant), providers.configuration(tenant)]);
    await providers.configuration(tenant);
    expect(asked).toBe(1);
  });
});
