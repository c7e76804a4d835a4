import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  asOperatorClient,
  examine,
  type Finding,
  ledgerFilesFinding,
  makeSealingKey,
  openStore,
  recordVerification,
  Sealer,
} from '@mase/store';
import { openOwner, type TestDatabase, testDatabase } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { foundDemonstration } from '../demonstration/found.js';
import { ownCertificate } from '../testing/certificate.js';
import { faultsBesidesTests } from '../testing/faults-of-doctor.js';
import { mailServer } from '../testing/mail-server.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { connectionFindings, diskFinding, mailServerFinding } from './machine-findings.js';

let folder: string;
let database: TestDatabase;
let record: string;

const at = (name: string) => join(folder, name);
const owner = (sql: string) => openOwner(database.connections.owner, (client) => client.query(sql));
const examined = () => asOperatorClient(database.connections.owner, 'doctor', examine);
const ledgerFiles = (place: string) =>
  asOperatorClient(database.connections.owner, 'doctor', (client) => ledgerFilesFinding(client, place));

async function seal(): Promise<void> {
  const sealer = new Sealer({ url: database.connections.sealer, folder: at('ledger') });
  await sealer.look();
  await sealer.stop();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-doctor-'));
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  writeFileSync(at('connections.json'), JSON.stringify(database.connections), { mode: 0o600 });
  const store = await openStore(database.connections.app);
  await foundDemonstration(store, database.connections.owner);
  await store.close();
  makeSealingKey(at('ledger'));
  await seal();
  const found = await owner("select id from record where kind = 'agency' limit 1");
  record = (found.rows[0] as { id: string }).id;
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const clockRow = (rule: string, due: string) =>
  `insert into clock (partnership_id, id, record_id, rule, start_at, started_by, due)
   select partnership_id, '0198c1d0-0000-7000-8000-00000000c10c', id, '${rule}', now(), id, ${due} from record where id = '${record}'`;

describe('doctor finds nothing at fault where all is well, and otherwise says what and what to do:', () => {
  it('nothing but what is so on every server of the tests', async () => {
    expect(faultsBesidesTests(await examined())).toEqual([]);
  });

  it.each<[check: string, words: RegExp, todo: RegExp, spoil: string, mend: string]>([
    [
      'migrations',
      /Mailing1764900000000 has not run/,
      /then mase migrate/,
      "update migration set name = 'held' where name = 'Mailing1764900000000'; delete from migration where name = 'held'",
      "insert into migration (timestamp, name) values (1764900000000, 'Mailing1764900000000')",
    ],
    [
      'migrations',
      /Later1999999999999 is of a newer program/,
      /run the newer one/,
      "insert into migration (timestamp, name) values (1999999999999, 'Later1999999999999')",
      "delete from migration where name like 'Later%'",
    ],
    [
      'row level security',
      /draft is not held/,
      /force row level security/,
      'alter table draft no force row level security',
      'alter table draft force row level security',
    ],
    [
      'time',
      /which is in the future/,
      /time server/,
      "update record set at = at + interval '10 years' where kind = 'agency'",
      "update record set at = at - interval '10 years' where kind = 'agency'",
    ],
    [
      'ledger',
      /2 wait since/,
      /does the worker run/,
      "insert into audit (partnership_id, id, at, action, entry, salt, leaf) select id, '0198c1d0-0000-7000-8000-00000000aaaa', now() - interval '1 hour', 'x', 'x', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex') from partnership",
      "delete from audit where id = '0198c1d0-0000-7000-8000-00000000aaaa'",
    ],
    [
      'who may read',
      /worked out by other rules/,
      /mase migrate works it out anew/,
      "insert into members_pass (partnership_id, rules, done_at) select id, 'others', now() from partnership",
      "delete from members_pass where rules = 'others'",
    ],
  ])('%s: %s', async (check, words, todo, spoil, mend) => {
    await seal();
    await owner(spoil);
    const found = faultsBesidesTests(await examined());
    await owner(mend);
    expect(found.map((one) => one.check)).toEqual([check]);
    expect(found[0]?.words).toMatch(words);
    expect(found[0]?.todo).toMatch(todo);
  });

  it('a clock that was due three minutes ago and whose command nobody gave', async () => {
    await owner(clockRow('transfer-answer', "now() - interval '3 minutes'"));
    const found = (await examined()).find((one) => one.check === 'due clocks') as Finding;
    await owner("delete from clock where id = '0198c1d0-0000-7000-8000-00000000c10c'");
    expect(found).toMatchObject({ result: 'fault', words: expect.stringContaining('1 were not raised') });
    expect(found.todo).toContain('does the worker run');
  });

  const letter = (state: string, why: string | null, more = '') =>
    owner(`insert into mail (partnership_id, id, user_id, kind, state, made_at, next_at, tries, first_tried_at, why)
      select id, gen_random_uuid(), id, 'urgent', '${state}', now(), now() ${more}, 1, now() ${more},
        ${why ? `'${why}'` : 'null'} from partnership limit 1`);

  it.each<[why: string | null, state: string, more: string, words: RegExp, todo: RegExp]>([
    ['greeting CONN CERT_HAS_EXPIRED', 'waiting', "- interval '2 hours'", /out of date/, /renew it/],
    ['greeting CONN ERR_TLS_CERT_ALTNAME_INVALID', 'waiting', '', /1 waits: .*another name/, /incident/],
    ['signing-in AUTH PLAIN 535', 'waiting', '', /user and the password \(signing/, /restart the worker/],
    ['greeting STARTTLS 502', 'waiting', '', /offers no TLS/, /STARTTLS \(often 587\)/],
    [null, 'waiting', "- interval '10 minutes'", /nobody tries to send/, /Does the worker run/],
    ['sending RCPT TO 550', 'dead', '', /does not take the address/, /address of the account right.*Users/],
    ['greeting CONN ECONNREFUSED', 'waiting', '', /could not be reached/, /firewall/],
  ])('letters that do not go (%s, %s)', async (why, state, more, words, todo) => {
    await letter(state, why, more);
    const found = (await examined()).find((one) => one.check === 'e-mail') as Finding;
    await owner('delete from mail');
    // What one administrator settles, and a server that is away for minutes, is no fault.
    const result = state === 'dead' || why?.endsWith('ECONNREFUSED') ? 'note' : 'fault';
    expect(found).toMatchObject({ result, words: expect.stringMatching(words) });
    expect(found.todo).toMatch(todo);
  });

  it('a mail server that is not reached, or not as the settings say, without sending a letter', async () => {
    const certificate = ownCertificate(['127.0.0.1']);
    const account = { user: 'mase', password: 'made-up' };
    const server = await mailServer({ tls: 'implicit', certificate, account });
    writeFileSync(at('authority.pem'), certificate.cert);
    const said = {
      ...{ host: '127.0.0.1', port: server.port, tls: 'implicit', from: 'mase@example.test' },
      ...{ site: 'https://mase.example.test', user: 'mase', authorityFile: 'authority.pem' },
    };
    const found = (settings: object, password = 'made-up') => {
      writeFileSync(at('mail.json'), JSON.stringify(settings));
      return mailServerFinding({ MASE_MAIL: at('mail.json'), MASE_MAIL_PASSWORD: password });
    };
    expect(await found(said)).toMatchObject({
      result: 'well',
      words: '127.0.0.1 is reached and signed in to',
    });
    expect(await found(said, 'wrong')).toMatchObject({
      result: 'fault',
      words: expect.stringMatching(/does not take the user and the password \(signing-in AUTH \w+ 535\)/),
    });
    expect(await found({ ...said, authorityFile: undefined })).toMatchObject({
      words: expect.stringContaining('signed by nobody whom this service trusts'),
      todo: expect.stringContaining('authorityFile'),
    });
    expect(await found({ ...said, site: 'http://mase.example.test' })).toMatchObject({
      result: 'fault',
      words: expect.stringContaining('let site begin with https://'),
    });
    expect(await found({ ...said, port: 'x' })).toMatchObject({
      words: expect.stringContaining('port is a number'),
    });
    await server.close();
    expect(await found(said)).toMatchObject({
      words: expect.stringContaining('could not be reached (greeting CONN ECONNREFUSED)'),
    });
    expect(server.taken).toEqual([]);
  });

  it('settings of a server that forgets, or that writes names into its log', async () => {
    const found = (await examined()).find((one) => one.check === 'settings of the server');
    expect(found).toMatchObject({ result: 'fault', words: expect.stringContaining('fsync is off') });
    expect(found?.words).not.toContain('log_');
  });

  it('that nobody made a backup, until somebody does', async () => {
    const backups = async () => (await examined()).find((one) => one.check === 'backup');
    expect(await backups()).toMatchObject({ result: 'note', words: expect.stringContaining('never') });
    await asOperatorClient(database.connections.backup, 'backup', async () => undefined);
    expect(await backups()).toMatchObject({ result: 'well' });
  });

  it('that nobody verified the history, that it is long ago, without checkpoints, or that it was not as recorded', async () => {
    const found = async () =>
      (await examined()).find((one) => one.check === 'verification of the history') as Finding;
    const verified = async (more: object) => {
      const result = {
        withCheckpoints: true,
        sealed: 1,
        records: 1,
        entries: 1,
        audits: 1,
        faults: 0,
        ...more,
      };
      await recordVerification(database.connections.owner, result);
      return found();
    };
    expect(await found()).toMatchObject({ result: 'note', words: expect.stringContaining('never been run') });
    expect((await found()).todo).toContain('once a week');
    expect(await verified({})).toMatchObject({ result: 'well', todo: null });
    await owner("update audit set at = at - interval '9 days' where action = 'operator/verified'");
    expect(await found()).toMatchObject({
      result: 'note',
      words: expect.stringContaining('more than 8 days'),
    });
    expect(await verified({ withCheckpoints: false, sealed: 0 })).toMatchObject({
      result: 'note',
      words: expect.stringContaining('did not compare the ledger'),
    });
    expect(await verified({ faults: 3 })).toMatchObject({
      result: 'fault',
      words: expect.stringContaining('found 3 faults'),
      todo: expect.stringContaining('an incident'),
    });
    await owner(
      "delete from audit_subject where audit_id in (select id from audit where action = 'operator/verified')",
    );
    await owner("delete from audit where action = 'operator/verified'");
  });

  it('a sealing key that others read, that is gone, or checkpoints of another database', async () => {
    expect(await ledgerFiles(at('ledger'))).toMatchObject({ result: 'well' });
    chmodSync(at('ledger/sealer.key'), 0o644);
    expect(await ledgerFiles(at('ledger'))).toMatchObject({
      words: expect.stringContaining('Others than its owner'),
    });
    chmodSync(at('ledger/sealer.key'), 0o600);
    expect(await ledgerFiles(at('nowhere'))).toMatchObject({
      words: expect.stringContaining('no sealing key'),
    });
    writeFileSync(at('ledger/sealer.pub'), '');
    rmSync(at('ledger/sealer.pub'));
    expect(await ledgerFiles(at('ledger'))).toMatchObject({
      result: 'fault',
      words: expect.stringContaining('sealer.pub does not hold'),
    });
  });

  it('a role that does not sign in with the file of addresses, and a file that others read', async () => {
    const wrong = {
      ...database.connections,
      sealer: database.connections.sealer.replace(':sealer@', ':wrong@'),
    };
    chmodSync(at('connections.json'), 0o644);
    const found = await connectionFindings(at('connections.json'), wrong);
    chmodSync(at('connections.json'), 0o600);
    expect(found.map((one) => one.result)).toEqual(['fault', 'well', 'fault']);
    expect(found[0]?.words).toContain('chmod 600');
    expect(found[2]).toMatchObject({
      words: 'sealer does not sign in (28P01)',
      todo: expect.stringContaining('mase migrate'),
    });
    const right = await connectionFindings(at('connections.json'), database.connections);
    expect(right.map((one) => one.result)).toEqual(['well', 'well', 'well']);
  });

  it('how much room a disk has, or that it is not there', async () => {
    expect((await diskFinding('the ledger', folder)).words).toMatch(/^[\d.]+ GB of [\d.]+ GB are free$/);
    expect(await diskFinding('the ledger', at('nowhere'))).toMatchObject({ result: 'fault' });
  });

  it('at the command line each fault stands over what to do, and it ends with 1', async () => {
    const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
    const env = { ...plainEnvironment, HOME: folder, MASE_CONNECTIONS: at('connections.json') };
    const { code, out } = await new Promise<{ code: number; out: string }>((resolve) =>
      execFile(process.execPath, [program, 'doctor', '--ledger', at('ledger')], { env }, (error, text) =>
        resolve({ code: error ? Number(error.code) : 0, out: text }),
      ),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/FAULT {2}settings of the server: .*\n {7}→ set them in postgresql.conf/);
    expect(out).toMatch(/well {3}sign-in of the roles: all 6 sign in/);
  });
});
