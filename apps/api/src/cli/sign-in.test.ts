import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addUser } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const email = 'local-operator@example.org';

let api: TestApi;
let address: string;
let folder: string;
let userId: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-sign-in-'));
  api = await testApi(inject('MASE_TEST_SERVER'), new Date().toISOString());
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  writeFileSync(join(folder, 'connections.json'), JSON.stringify(api.database.connections));
  userId = await addUser(api.store, api.database.connections.owner, api.founded.partnershipId, {
    name: 'Lou Local',
    email,
    agencyId: api.founded.agencies.council as string,
    roles: ['worker'],
  });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

function mase(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = {
      ...plainEnvironment,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      MASE_API_URL: address,
      MASE_CONNECTIONS: join(folder, 'connections.json'),
    };
    const child = execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const post = async (path: string, body: object) =>
  (await api.ask(null, 'POST', path, body)).json() as Promise<{ [name: string]: string }>;

/** Gives the account a new password, as the operator does; gives it as it was printed. */
async function newPassword(): Promise<string> {
  const ended = await mase(['set-password', email, '--json']);
  expect(ended, ended.err).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ended.out).password;
}

/** Sets codes up as the web does; gives their key. */
async function enrol(password: string): Promise<string> {
  const { step } = await post('/api/v1/sessions', { email, password });
  const { secret } = await post('/api/v1/sign-in/enrolment', { step: step as string });
  const code = codeOf(secret as string);
  const taken = await api.ask(null, 'POST', '/api/v1/sign-in/code', { step, code });
  expect(taken.statusCode, taken.body).toBe(201);
  return secret as string;
}
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.time.now) + later });

describe('signing in on the command line', () => {
  it('with the code that the web shows keeps a session in a file of one’s own', async () => {
    const { code } = (await api.ask('worker', 'POST', '/api/v1/sign-in/hand-over')).json();
    const ended = await mase(['sign-in', '--code-file', '-', '--json'], `${code.toLowerCase()}\n`);
    expect(ended, ended.err).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ended.out)).toMatchObject({ email: demonstrationEmail('worker') });
    expect(statSync(join(folder, 'mase', 'session.json')).mode & 0o077).toBe(0);
    expect((await mase(['whoami'])).out).toContain('Wren Worker');
    expect((await mase(['sign-in', '--code-file', '-'], code)).code).toBe(3);
  });

  it('without a terminal and without a file says how', async () => {
    const ended = await mase(['sign-in']);
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('--code-file')]);
  });

  it('with a local account asks for its code; one without codes is sent to the web', async () => {
    const password = await newPassword();
    const secretFile = file('password', `${password}\n`);
    const first = await mase(['sign-in', email, '--password-file', secretFile]);
    expect([first.code, first.err]).toEqual([3, expect.stringContaining('sign in on the web once')]);
    const secret = await enrol(password);
    const codeFile = file('code', codeOf(secret, 30_000));
    const ended = await mase(['sign-in', email, '--password-file', secretFile, '--code-file', codeFile]);
    expect(ended, ended.err).toMatchObject({ code: 0 });
    expect(
      (await mase(['sign-in', email, '--password-file', secretFile, '--code-file', codeFile])).code,
    ).toBe(3);
  });
});

describe('an operator', () => {
  it('takes lost codes away, which ends the sessions and asks for new codes', async () => {
    const password = await newPassword();
    expect((await mase(['reset-code', email])).out).toContain('are gone');
    await enrol(password);
    expect((await mase(['reset-code', email])).code).toBe(0);
    const running = await openOwner(api.database.connections.owner, (client) =>
      client.query('select 1 from session where user_id = $1 and revoked_at is null', [userId]),
    );
    expect(running.rows).toEqual([]);
    expect(await post('/api/v1/sessions', { email, password })).toMatchObject({ next: 'enrolment' });
  });

  it.each([
    ['an address nobody has', ['nobody@example.org'], '', 'no open account'],
    ['a person of the demonstration', [demonstrationEmail('worker')], '', 'demonstration'],
    ['a short password', [email, '--password-file', '-'], 'short', '15 to 200'],
    ['one letter fifteen times', [email, '--password-file', '-'], 'aaaaaaaaaaaaaaaaaaa', '15 to 200'],
    ['the name of the address', [email, '--password-file', '-'], 'my local-operator word', '15 to 200'],
  ])('cannot set a password for %s', async (_name, args, input, words) => {
    const ended = await mase(['set-password', ...args], input);
    expect([ended.code, ended.err]).toEqual([1, expect.stringContaining(words)]);
  });

  it('is in the audit with what was done to whose account', async () => {
    await newPassword();
    const audit = await openOwner(api.database.connections.owner, (client) =>
      client.query<{ entry: string }>(
        "select entry from audit where action = 'sign-in/password-set' order by id desc limit 1",
      ),
    );
    expect(JSON.parse(audit.rows[0]?.entry ?? '{}')).toMatchObject({
      user: null,
      about: { of: userId, by: 'operator' },
    });
  });
});
