import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@mase/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ownCertificate } from '../testing/certificate.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { MailSettingsError, mailDangers, mailSettings } from './settings.js';

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mase-mail-'));
});
beforeEach(() => {
  writeFileSync(at('password'), 'a made-up password\n', { mode: 0o600 });
  chmodSync(at('password'), 0o600);
  writeFileSync(at('authority.pem'), ownCertificate(['mail.example.org']).cert);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound = {
  host: 'mail.example.org',
  port: 465,
  tls: 'implicit',
  from: 'mase@example.org',
  site: 'https://mase.example.org',
  user: 'mase',
  passwordFile: 'password',
};

/** The environment of a worker whose file of settings says that. */
function naming(said: object | string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  writeFileSync(at('mail.json'), typeof said === 'string' ? said : JSON.stringify(said));
  return { MASE_MAIL: at('mail.json'), ...more };
}

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    mailSettings(env);
    return [];
  } catch (error) {
    if (error instanceof MailSettingsError) return error.faults;
    throw error;
  }
}

describe('the settings for e-mail', () => {
  it('are those of the file, with the password of a file beside it or of the environment', () => {
    const { passwordFile: _file, ...without } = sound;
    const meant = { ...without, password: 'a made-up password' };
    expect(mailSettings(naming(sound))).toEqual(meant);
    expect(mailSettings(naming(without, { MASE_MAIL_PASSWORD: 'a made-up password' }))).toEqual(meant);
    expect(mailDangers(naming(sound))).toEqual([]);
  });

  it('may name the authority whose certificates alone are trusted', () => {
    const settings = mailSettings(naming({ ...sound, authorityFile: 'authority.pem' }));
    expect(settings?.authority).toContain('BEGIN CERTIFICATE');
  });

  it('are none where no file is named: nothing is sent, and nothing is dangerous', () => {
    expect(mailSettings({})).toBeNull();
    expect(mailDangers({})).toEqual([]);
  });

  it.each<[what: string, said: object, fault: RegExp]>([
    ['no host', { ...sound, host: '' }, /host names the server/],
    ['a port that is none', { ...sound, port: 70_000 }, /port is a number up to 65535/],
    ['a way of TLS that is none', { ...sound, tls: 'yes' }, /tls is one of implicit, starttls, none/],
    ['a sender that is no address', { ...sound, from: 'MASE <mase@example.org>' }, /from is an address/],
    ['a site with a path', { ...sound, site: 'https://example.org/mase' }, /site is .* without a path/],
    ['a site that is no address', { ...sound, site: 'mase.example.org' }, /site is the address/],
    [
      'a user without a password',
      { ...sound, passwordFile: undefined },
      /user and a password .* come together/,
    ],
    ['a password without a user', { ...sound, user: undefined }, /user and a password .* come together/],
    [
      'a file of the password that is not there',
      { ...sound, passwordFile: 'gone' },
      /passwordFile cannot be read \(ENOENT\)/,
    ],
    [
      'a file that is no certificate',
      { ...sound, authorityFile: 'password' },
      /authorityFile holds no certificate/,
    ],
    [
      'a field that there is not',
      { ...sound, password: 'made up' },
      /^MASE_MAIL: password is no field; there are host/,
    ],
  ])('are refused with %s, by the name of the field and without a secret', (_what, said, fault) => {
    const faults = faultsOf(naming(said));
    expect(faults).toContainEqual(expect.stringMatching(fault));
    expect(faults.join(' ')).not.toContain('made');
    // Outside a demonstration the same words stand among the reasons not to start.
    expect(mailDangers(naming(said))).toEqual(faults);
  });

  it('are refused where the file of the password is empty', () => {
    writeFileSync(at('password'), '\n');
    expect(faultsOf(naming(sound))).toEqual(['MASE_MAIL: passwordFile is empty.']);
  });

  it('are refused with every fault at once, and where the file is no JSON without a word of it', () => {
    expect(faultsOf(naming({}))).toHaveLength(5);
    expect(faultsOf(naming('{"password": "made up"'))).toEqual([
      `MASE_MAIL: ${at('mail.json')} is no object of JSON.`,
    ]);
    expect(faultsOf({ MASE_MAIL: at('nowhere.json') })).toEqual([
      `MASE_MAIL: ${at('nowhere.json')} cannot be read (ENOENT).`,
    ]);
  });
});

describe('outside a demonstration', () => {
  it('letters in the clear, links in the clear and a password that others can read are each a danger', () => {
    chmodSync(at('password'), 0o644);
    const { passwordFile } = sound;
    expect(mailDangers(naming({ ...sound, tls: 'none', site: 'http://mase.example.org' }))).toEqual([
      `MASE_MAIL passwordFile: others than its owner can open ${at(passwordFile)} (0644): chmod 600 it.`,
      'MASE_MAIL: letters and the password would travel in the clear: set tls to implicit or starttls.',
      'MASE_MAIL: letters would lead to an address without TLS: let site begin with https://.',
    ]);
  });
});

describe('the worker that was built', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase(inject('MASE_TEST_SERVER'));
    writeFileSync(at('connections.json'), JSON.stringify(database.connections), { mode: 0o600 });
  });
  afterAll(() => database.drop());

  const started = (mode: 'live' | 'demonstration', mail: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, [new URL('../../dist/worker.js', import.meta.url).pathname], {
      env: {
        ...plainEnvironment,
        MASE_CONNECTIONS: at('connections.json'),
        MASE_LEDGER: 'elsewhere',
        MASE_MODE: mode,
        ...mail,
      },
      encoding: 'utf8',
      timeout: 30_000,
    });

  it('does not start with mail in the clear, nor, even in a demonstration, with settings that are wrong', () => {
    const clear = started('live', naming({ ...sound, tls: 'none' }));
    expect([clear.status, clear.stderr]).toEqual([78, expect.stringContaining('would travel in the clear')]);
    const wrong = started('demonstration', naming({ ...sound, port: 0 }));
    expect([wrong.status, wrong.stderr]).toEqual([
      78,
      'The worker does not start:\n  MASE_MAIL: port is a number up to 65535.\n',
    ]);
  });
});
