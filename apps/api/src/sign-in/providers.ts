import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { isSafeAddress } from './read-settings.js';
import { SignInRefusedError } from './refused.js';
import type { Tenant } from './settings.js';

const keptForMs = 3_600_000;
const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
] as const;
const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];

/** The identity providers on the allow-list: one discovery a tenant, an hour at most, and none for anybody else. */
export class Providers {
  private readonly kept = new Map<string, { until: number; configuration: Promise<Configuration> }>();

  constructor(
    readonly tenants: readonly Tenant[],
    private readonly mode: 'demonstration' | 'live',
  ) {}

  /** The tenant of this id; refused where it is not on the allow-list. */
  tenant(id: string): Tenant {
    const found = this.tenants.find((one) => one.id === id);
    if (!found) throw new SignInRefusedError('ORGANISATION_UNKNOWN');
    return found;
  }

  /** How a tenant's provider is spoken to; refused where it does not answer, or says of itself what is not safe. */
  async configuration(tenant: Tenant): Promise<Configuration> {
    const known = this.kept.get(tenant.id);
    if (known && known.until > Date.now()) return known.configuration;
    const configuration = discover(tenant, this.mode);
    this.kept.set(tenant.id, { until: Date.now() + keptForMs, configuration });
    configuration.catch(() => this.kept.delete(tenant.id));
    return configuration;
  }
}

async function discover(tenant: Tenant, mode: 'demonstration' | 'live'): Promise<Configuration> {
  const issuer = new URL(tenant.issuer);
  const authenticate =
    tenant.clientAuthentication === 'client_secret_post' ? ClientSecretPost : ClientSecretBasic;
  const found = await discovery(
    issuer,
    tenant.clientId,
    {
      id_token_signed_response_alg: tenant.signingAlgorithm,
      [clockTolerance]: tenant.clockToleranceSeconds,
    },
    authenticate(tenant.clientSecret),
    {
      timeout: 10,
      // Every address is checked below; plain http passes on this machine alone, and in no live system.
      execute: [
        enableNonRepudiationChecks,
        ...(isSafeAddress(tenant.issuer, mode) && issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
    },
  ).catch((error: { code?: string }) => {
    const mismatch = error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
    throw new SignInRefusedError(
      mismatch ? 'ANSWER_NOT_TRUSTED' : 'PROVIDER_UNAVAILABLE',
      mismatch ? 'discovery-issuer' : 'discovery',
    );
  });
  const fault = unsafe(found, tenant, mode);
  if (fault) throw new SignInRefusedError('ANSWER_NOT_TRUSTED', fault);
  return found;
}

/** What makes a provider's own description unusable; undefined where nothing does. */
function unsafe(
  configuration: Configuration,
  tenant: Tenant,
  mode: 'demonstration' | 'live',
): string | undefined {
  const said = configuration.serverMetadata();
  if (said.issuer !== tenant.issuer) return 'discovery-issuer';
  for (const name of endpoints) {
    const address = said[name];
    if (address === undefined ? needed.includes(name) : !isSafeAddress(address, mode))
      return `discovery-${name}`;
  }
  const challenges = said.code_challenge_methods_supported;
  if (challenges && !challenges.includes('S256')) return 'discovery-pkce';
  const algorithms = said.id_token_signing_alg_values_supported;
  if (algorithms && !algorithms.includes(tenant.signingAlgorithm)) return 'discovery-algorithm';
  return undefined;
}
