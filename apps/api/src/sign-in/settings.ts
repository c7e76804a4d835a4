import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { Id, Optional, Parts, Text, Texts, Truth, Whole } from '../fields.js';

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS384', 'RS512', 'PS384', 'PS512', 'ES384', 'ES512'];

/** An organisation whose identity provider may sign people in: the allow-list is the list of these. */
export class TenantSettings {
  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/, {
    message: 'Give 1 to 40 of a-z, 0-9 and -; it stands in addresses.',
  })
  id: string;

  /** As people choose it. */
  @Text(120)
  name: string;

  /** The id of the partnership whose accounts it signs in. */
  @Id()
  partnership: string;

  @Text(500)
  issuer: string;

  @Text(300)
  clientId: string;

  /** The file that holds the client's secret and nothing else. */
  @Text(500)
  clientSecretFile: string;

  @Optional()
  @IsIn(['client_secret_basic', 'client_secret_post'], {
    message: 'Say client_secret_basic or client_secret_post.',
  })
  clientAuthentication?: string;

  @Optional()
  @Text(200)
  scope?: string;

  /** One of these must stand in `acr`. */
  @Optional()
  @Texts(300, 20)
  acr?: string[];

  /** One of these must stand in `amr`. */
  @Optional()
  @Texts(100, 20)
  amr?: string[];

  /** Where the provider cannot say how somebody signed in: what demands the second factor instead. */
  @Optional()
  @Length(20, 500, { message: 'Say in 20 to 500 characters what demands the second factor instead.' })
  secondFactorElsewhere?: string;

  /** `claim`: only an address with `email_verified`. `tenant`: the provider vouches for every address in `emailDomains`. */
  @Optional()
  @IsIn(['claim', 'tenant'], { message: 'Say claim or tenant.' })
  emailVerifiedBy?: 'claim' | 'tenant';

  @Optional()
  @Matches(/^[a-z_]{1,40}$/, { message: 'Give the name of a claim.' })
  emailClaim?: string;

  @Optional()
  @Texts(200, 50)
  emailDomains?: string[];

  /** Only accounts of these agencies; every agency of the partnership where it is left out. */
  @Optional()
  @Matches(/^[0-9a-f-]{36}$/, { each: true, message: 'Each is the id of an agency.' })
  agencies?: string[];

  @Optional()
  @IsIn(algorithms, { message: `Give one of ${algorithms.join(', ')}.` })
  signingAlgorithm?: string;

  @Optional()
  @Whole(0, 120)
  clockToleranceSeconds?: number;

  /** Whether signing out here signs out at the provider too: yes where it is left out. */
  @Optional()
  @Truth()
  signOutAtProvider?: boolean;
}

/** How long sessions last. */
export class SessionSettings {
  @Optional()
  @Whole(5, 240)
  idleMinutes?: number;

  @Optional()
  @Whole(1, 24)
  absoluteHours?: number;
}

/** How much one person, or one address, may ask within a minute. */
export class LimitSettings {
  @Optional()
  @Whole(60, 100_000_000)
  requestsPerMinute?: number;

  @Optional()
  @Whole(10, 100_000)
  signInsPerMinute?: number;
}

/** The settings of the api, as they stand in the file that MASE_API_SETTINGS names. */
export class SettingsFile {
  /** The address at which people reach the web, without a path. */
  @Optional()
  @IsString({ message: 'Give the address at which people reach the web.' })
  publicUrl?: string;

  @Optional()
  @Parts(() => TenantSettings, 50)
  tenants?: TenantSettings[];

  @IsOptional()
  @ValidateNested()
  @Type(() => SessionSettings)
  sessions?: SessionSettings;

  @IsOptional()
  @ValidateNested()
  @Type(() => LimitSettings)
  limits?: LimitSettings;

  /** The file that holds the key of one-time codes: at least 32 random bytes, as 64 hexadecimal digits. */
  @Optional()
  @Text(500)
  codeKeyFile?: string;
}

/** A tenant with its defaults and its secret. */
export interface Tenant
  extends Required<Omit<TenantSettings, 'clientSecretFile' | 'secondFactorElsewhere' | 'agencies'>> {
  clientSecret: string;
  agencies: string[] | null;
}

/** What the api runs with. */
export interface Settings {
  publicUrl: string | null;
  tenants: readonly Tenant[];
  idleMinutes: number;
  absoluteHours: number;
  limits: { requestsPerMinute: number; signInsPerMinute: number };
  codeKey: Buffer;
}

/** The settings where nothing is set. `codeKey` makes the secrets of one-time codes. */
export function defaultSettings(codeKey: Buffer): Settings {
  return {
    publicUrl: null,
    tenants: [],
    idleMinutes: 60,
    absoluteHours: 12,
    limits: { requestsPerMinute: 1200, signInsPerMinute: 120 },
    codeKey,
  };
}
