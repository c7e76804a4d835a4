import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BodyError, readBody } from '../body.js';
import { writePrivateFile } from '../cli/private-file.js';
import {
  defaultSettings,
  type Settings,
  SettingsFile,
  type Tenant,
  type TenantSettings,
} from './settings.js';

/** The settings cannot be used: every fault with its place, in words for whoever wrote them. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS';
  constructor(where: string, faults: readonly string[]) {
    super(`${where} cannot be used:\n${faults.map((one) => `  ${one}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** How the api was started, as far as its settings depend on it. */
export interface Start {
  mode: 'demonstration' | 'live';
  /** The file that MASE_API_SETTINGS names. */
  file: string | undefined;
  /** Where a demonstration keeps a key of its own. */
  dataFolder?: string | undefined;
}

/**
 * The settings of the api. A demonstration needs no file; live does, with the key of one-time codes and the address of
 * the web. Throws `SettingsError` with every fault where it is not safe to start.
 */
export function readSettings({ mode, file, dataFolder }: Start): Settings {
  if (!file) {
    if (mode === 'live')
      throw new SettingsError('The api', [
        'MASE_API_SETTINGS must name the file of settings: docs/operations.md says what stands in it',
      ]);
    return defaultSettings(ownKey(dataFolder));
  }
  const given = parsed(file);
  const faults: string[] = [];
  const text = (pointer: string, name: string) => secretIn(file, pointer, name, faults);
  const publicUrl = given.publicUrl === undefined ? null : addressOf(given.publicUrl, mode, faults);
  const tenants = (given.tenants ?? []).map((one, index) =>
    tenantOf(
      one,
      mode,
      (fault) => faults.push(`/tenants/${index}${fault}`),
      (name) => text(`/tenants/${index}/clientSecretFile`, name),
    ),
  );
  for (const [index, { id }] of tenants.entries())
    if (tenants.findIndex((one) => one.id === id) !== index)
      faults.push(`/tenants/${index}/id: ${id} is the id of another tenant`);
  if (mode === 'live') faults.push(...neighbourFaults(tenants));
  if (tenants.length > 0 && !publicUrl)
    faults.push(
      '/publicUrl: providers send people back to it: give the address at which people reach the web',
    );
  const codeKey = given.codeKeyFile
    ? keyOf(text('/codeKeyFile', given.codeKeyFile), faults)
    : mode === 'demonstration'
      ? ownKey(dataFolder)
      : null;
  if (!codeKey)
    faults.push(
      '/codeKeyFile: local accounts need a key for their one-time codes: name the file that holds it',
    );
  if (faults.length > 0 || !codeKey) throw new SettingsError(file, faults);
  const defaults = defaultSettings(codeKey);
  return {
    publicUrl,
    tenants,
    idleMinutes: given.sessions?.idleMinutes ?? defaults.idleMinutes,
    absoluteHours: given.sessions?.absoluteHours ?? defaults.absoluteHours,
    limits: { ...defaults.limits, ...given.limits },
    codeKey,
  };
}

/**
 * Organisations that share a partnership are told apart by the agencies whose accounts they open or by the domains of
 * their addresses: otherwise one of them could sign in to another's accounts.
 */
function neighbourFaults(tenants: readonly Tenant[]): string[] {
  return tenants.flatMap((one, index) => {
    const others = tenants.filter((other) => other !== one && other.partnership === one.partnership);
    if (others.length === 0) return [];
    const apart = (other: Tenant) =>
      areApart(one.agencies ?? [], other.agencies ?? []) || areApart(one.emailDomains, other.emailDomains);
    return others.every(apart)
      ? []
      : [
          `/tenants/${index}: another organisation signs in to the same partnership: name in both the agencies, or the emailDomains, that only the one has`,
        ];
  });
}

/** Whether both are named and nothing stands in both. */
function areApart(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((name) => other.includes(name));
}

function parsed(file: string): SettingsFile {
  try {
    return readBody(SettingsFile, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const faults =
      error instanceof BodyError
        ? error.faults.map((one) => `${one.pointer || '/'}: ${one.detail}`)
        : [(error as Error).message];
    throw new SettingsError(file, faults);
  }
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an address may be used: https, or, for trying things out, http on this machine alone. */
export function isSafeAddress(text: string, mode: 'demonstration' | 'live'): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.hash) return false;
  return (
    url.protocol === 'https:' ||
    (mode === 'demonstration' && url.protocol === 'http:' && loopback.includes(url.hostname))
  );
}

function addressOf(text: string, mode: Start['mode'], faults: string[]): string | null {
  const url = URL.parse(text);
  if (url && isSafeAddress(text, mode) && url.pathname === '/' && !url.search) return url.origin;
  faults.push(`/publicUrl: ${text} is not an address such as https://mase.example.org, without a path`);
  return null;
}

function tenantOf(
  given: TenantSettings,
  mode: Start['mode'],
  fault: (text: string) => void,
  secret: (name: string) => string,
): Tenant {
  const { clientSecretFile, secondFactorElsewhere, ...rest } = given;
  const [acr, amr, emailDomains] = [given.acr ?? [], given.amr ?? [], given.emailDomains ?? []];
  if (!isSafeAddress(given.issuer, mode) || new URL(given.issuer).search)
    fault(`/issuer: ${given.issuer} is not an https address without query`);
  if (acr.length === 0 && amr.length === 0 && !secondFactorElsewhere)
    fault(
      ': name what shows a second factor in acr or amr, or say in secondFactorElsewhere what demands it instead',
    );
  if (given.emailVerifiedBy === 'tenant' && emailDomains.length === 0)
    fault('/emailDomains: a tenant vouches only for addresses of domains that are named');
  if (!`${given.scope ?? 'openid'}`.split(' ').includes('openid')) fault('/scope: openid is missing');
  return {
    clientAuthentication: 'client_secret_basic',
    scope: 'openid email profile',
    emailVerifiedBy: 'claim',
    emailClaim: 'email',
    signingAlgorithm: 'RS256',
    clockToleranceSeconds: 30,
    signOutAtProvider: true,
    ...rest,
    acr,
    amr,
    emailDomains: emailDomains.map((one) => one.toLowerCase()),
    agencies: given.agencies ?? null,
    clientSecret: secret(clientSecretFile),
  };
}

function secretIn(settings: string, pointer: string, name: string, faults: string[]): string {
  const file = resolve(dirname(settings), name);
  try {
    if ((statSync(file).mode & 0o007) !== 0) faults.push(`${pointer}: others may read ${file}: chmod o= it`);
    const text = readFileSync(file, 'utf8').trim();
    if (text === '') faults.push(`${pointer}: ${file} is empty`);
    return text;
  } catch (error) {
    faults.push(`${pointer}: ${file} cannot be read (${(error as { code?: string }).code})`);
    return '';
  }
}

function keyOf(text: string, faults: string[]): Buffer | null {
  if (/^([0-9a-f]{2}){32,}$/i.test(text)) return Buffer.from(text, 'hex');
  if (text !== '')
    faults.push('/codeKeyFile: the key is 64 hexadecimal digits or more: openssl rand -hex 32');
  return Buffer.alloc(0);
}

/** A demonstration's own key: kept beside its data, or made for this run where there is no folder. */
function ownKey(dataFolder: string | undefined): Buffer {
  if (!dataFolder) return randomBytes(32);
  const file = join(dataFolder, 'code-key');
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'hex');
  } catch {
    const key = randomBytes(32);
    writePrivateFile(file, key.toString('hex'));
    return key;
  }
}
