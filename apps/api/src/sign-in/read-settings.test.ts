import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './read-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string, mode = 0o600) => {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), mode);
};
beforeEach(() => {
  write('secret', 'a client secret\n');
  write('key', 'ab'.repeat(32));
});

const tenant = {
  id: 'council',
  name: 'Fernshire Council',
  partnership: '0198c1d0-0000-7000-8000-000000000001',
  issuer: 'https://login.fernshire.example.org/tenant/v2.0',
  clientId: 'mase',
  clientSecretFile: 'secret',
  amr: ['mfa'],
};
const good = { publicUrl: 'https://mase.example.org', tenants: [tenant], codeKeyFile: 'key' };

function read(settings: object | string, mode: 'live' | 'demonstration' = 'live') {
  write('settings.json', typeof settings === 'string' ? settings : JSON.stringify(settings));
  return readSettings({ mode, file: join(folder, 'settings.json') });
}

function faults(settings: object | string, mode?: 'live' | 'demonstration'): string {
  try {
    read(settings, mode);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'none';
}

describe('settings', () => {
  it('are read with their secrets and their defaults', () => {
    const settings = read(good);
    expect(settings).toMatchObject({
      publicUrl: 'https://mase.example.org',
      idleMinutes: 60,
      absoluteHours: 12,
    });
    expect(settings.tenants[0]).toMatchObject({
      clientSecret: 'a client secret',
      signingAlgorithm: 'RS256',
      emailVerifiedBy: 'claim',
      acr: [],
      amr: ['mfa'],
      agencies: null,
    });
    expect(settings.codeKey.toString('hex')).toBe('ab'.repeat(32));
  });

  it.each<[string, object | string, RegExp]>([
    ['no JSON', '{', /JSON/],
    ['an unknown field', { ...good, tennants: [] }, /\/tennants: .*not known/],
    ['no key of one-time codes', { ...good, codeKeyFile: undefined }, /\/codeKeyFile/],
    ['no address of the web', { ...good, publicUrl: undefined }, /\/publicUrl/],
    ['an address of the web without TLS', { ...good, publicUrl: 'http://mase.example.org' }, /\/publicUrl/],
    [
      'an address of the web with a path',
      { ...good, publicUrl: 'https://x.example.org/mase' },
      /\/publicUrl/,
    ],
    [
      'an issuer without TLS',
      { ...good, tenants: [{ ...tenant, issuer: 'http://login.example.org' }] },
      /\/tenants\/0\/issuer/,
    ],
    [
      'an issuer with a query',
      { ...good, tenants: [{ ...tenant, issuer: 'https://x.example.org/?a=b' }] },
      /\/tenants\/0\/issuer/,
    ],
    [
      'no second factor',
      { ...good, tenants: [{ ...tenant, amr: undefined }] },
      /\/tenants\/0: .*second factor/,
    ],
    [
      'a second factor elsewhere without saying where',
      { ...good, tenants: [{ ...tenant, amr: undefined, secondFactorElsewhere: 'yes' }] },
      /secondFactorElsewhere/,
    ],
    [
      'a tenant that vouches for any address',
      { ...good, tenants: [{ ...tenant, emailVerifiedBy: 'tenant' }] },
      /\/tenants\/0\/emailDomains/,
    ],
    [
      'two tenants of one partnership that nothing tells apart',
      { ...good, tenants: [tenant, { ...tenant, id: 'police', agencies: [tenant.partnership] }] },
      /\/tenants\/1: another organisation/,
    ],
    ['two tenants of one id', { ...good, tenants: [tenant, tenant] }, /\/tenants\/1\/id/],
    [
      'a tenant of no partnership',
      { ...good, tenants: [{ ...tenant, partnership: 'Fernshire' }] },
      /\/tenants\/0\/partnership/,
    ],
    [
      'an algorithm with a shared secret',
      { ...good, tenants: [{ ...tenant, signingAlgorithm: 'HS256' }] },
      /\/tenants\/0\/signingAlgorithm/,
    ],
    [
      'no algorithm',
      { ...good, tenants: [{ ...tenant, signingAlgorithm: 'none' }] },
      /\/tenants\/0\/signingAlgorithm/,
    ],
    [
      'a clock that may be an hour wrong',
      { ...good, tenants: [{ ...tenant, clockToleranceSeconds: 3600 }] },
      /clockToleranceSeconds/,
    ],
    ['a scope without openid', { ...good, tenants: [{ ...tenant, scope: 'email' }] }, /\/tenants\/0\/scope/],
    [
      'a secret that is not there',
      { ...good, tenants: [{ ...tenant, clientSecretFile: 'nowhere' }] },
      /\/tenants\/0\/clientSecretFile: .*ENOENT/,
    ],
    ['sessions of a week', { ...good, sessions: { absoluteHours: 168 } }, /\/sessions\/absoluteHours/],
    ['no limit on requests', { ...good, limits: { requestsPerMinute: 0 } }, /\/limits\/requestsPerMinute/],
  ])('with %s are refused, and the place is named', (_name, settings, words) => {
    expect(faults(settings)).toMatch(words);
  });

  it('whose secrets others may read are refused', () => {
    write('secret', 'a client secret', 0o644);
    expect(faults(good)).toMatch(/clientSecretFile: others may read/);
  });

  it('with a short key are refused', () => {
    write('key', 'abcd');
    expect(faults(good)).toMatch(/\/codeKeyFile: .*openssl rand/);
  });

  it('name all their faults at once', () => {
    expect(
      faults({ tenants: [{ ...tenant, amr: [], issuer: 'http://x' }] }).split('\n').length,
    ).toBeGreaterThan(3);
  });

  it('are asked for before anything live starts; a demonstration keeps a key of its own', () => {
    expect(() => readSettings({ mode: 'live', file: undefined })).toThrow(/MASE_API_SETTINGS/);
    const start = { mode: 'demonstration', file: undefined, dataFolder: folder } as const;
    const first = readSettings(start).codeKey;
    expect(readSettings(start).codeKey).toEqual(first);
    expect(readFileSync(join(folder, 'code-key'), 'utf8')).toBe(first.toString('hex'));
    expect(statSync(join(folder, 'code-key')).mode & 0o077).toBe(0);
  });

  it('of a demonstration may name a provider on this machine without TLS', () => {
    const local = { ...tenant, issuer: 'http://127.0.0.1:8080' };
    expect(faults({ ...good, tenants: [local] }, 'demonstration')).toBe('none');
    expect(faults({ ...good, tenants: [local] })).toMatch(/issuer/);
  });
});
