import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const days = ['--from', '2026-10-01', '--to', '2026-10-31'];

let api: TestApi;
let address: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mase-police-'));
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  expect((await mase('sign-in', demonstrationEmail('intelligence'))).code).toBe(0);
}, 60_000);
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line as an intelligence officer. */
function mase(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...plainEnvironment,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    MASE_API_URL: address,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** A file of these lines below the names of its columns. */
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const incidentColumns =
  'FORCE,REFERENCE,KIND,OFFENCE,RECORDED,COMMITTED,COMMITTED_TO,PLACE,VICTIMS,OFFENDERS,OUTCOME,OUTCOME_DATE';
const reportColumns =
  'REFERENCE,SEEN,WHEN,WHERE,WHO_ELSE_KNOWS,HOW_KNOWN,FROM_CHILD,COULD_SHOW,CHILD_IN_DANGER,PHONES,REGISTRATIONS,EMAILS,NICKNAMES';

describe('the police at the command line', () => {
  it('takes incidents from a file and reports them as a table, as JSON and as CSV', async () => {
    const incidents = file(
      'incidents.csv',
      incidentColumns,
      'Fernshire Police,FP/1001,crime,Made-up offence,2026-10-02,2026-10-01,,,V-1,S-1,1,2026-10-20',
      'Fernshire Police,FP/1002,non-crime,Made-up concern,2026-10-05,,,,V-1,,,',
    );
    expect(await mase('import', 'incidents', incidents)).toMatchObject({ code: 0 });
    const shown = await mase('report', 'incidents', ...days);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('100.00%');
    expect(await mase('report', 'incidents', ...days, '--table')).toMatchObject({ out: shown.out });
    const json = JSON.parse((await mase('report', 'incidents', ...days, '--json')).out);
    expect(json).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
    const { out: csv } = await mase('report', 'incidents', ...days, '--csv');
    expect(csv.split('\n').length).toBeGreaterThan(5);
    expect(csv).toContain('100.00');
    expect((await mase('report', 'incidents', ...days, '--csv', '--json')).code).toBe(2);
    expect((await mase('report', 'incidents', '--from', '2026-10-01')).code).toBe(2);
  });

  it('takes intelligence from a file; what is refused is said without a word of the report', async () => {
    const reports = file(
      'reports.csv',
      reportColumns,
      'IN-1,Zqsecret car (made up),Saturday,Sample Street,,told-by-somebody,no,no,no,,,,',
      'IN-2,Zqsecret van (made up),Sunday,Sample Street,,told-by-somebody,no,no,,,,,',
    );
    const kept = join(folder, 'refused.jsonl');
    const taken = await mase('import', 'intelligence', reports, '--report', kept);
    expect(taken.code).toBe(1);
    expect(readFileSync(kept, 'utf8')).toContain('CHILD_IN_DANGER');
    for (const text of [taken.out, taken.err, readFileSync(kept, 'utf8')])
      expect(text).not.toContain('Zqsecret');
    const { items } = (await api.ask('intelligence', 'GET', '/api/v1/intelligence')).json();
    expect(items).toHaveLength(1);
  });

  it('compares a list with the books and keeps it nowhere', async () => {
    const list = file(
      'list.csv',
      'NAME,BORN,UPN,LOCAL_ID,NHS_NUMBER,PNC,PHONES,REGISTRATIONS,EMAILS',
      'Zqsecret Person,1990-01-01,,,,,,,',
      'Zqsecret Alone,,,,,,,,',
    );
    const told = ['--from', 'A made-up hotel', '--purpose', 'Made up'];
    const power = ['--power', 'children-act-2004-10'];
    const compared = await mase('match-list', list, ...told, ...power);
    expect(compared.code).toBe(1);
    expect(compared.out).toContain('List from A made-up hotel, compared as at 2026-11-02');
    expect(compared.out).toContain('line 3, NAME');
    expect(compared.out).toContain('2 rows, 1 compared.');
    expect(compared.out).toContain('Of this list there are on the books: 0 children; 0 persons of concern.');
    // Nobody was found: a table of noughts would say nothing more.
    expect(compared.out).not.toContain('Children, by grade');
    expect(compared.out).toMatch(/Digest of the list \(SHA-256\): [0-9a-f]{64}/);
    expect(compared.out).not.toContain('Zqsecret');
    expect((await mase('match-list', list, ...told)).code).toBe(2);
    const none = await mase('match-list', join(folder, 'none.csv'), ...told, ...power);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no such file')]);
    expect((await mase('match-list', folder, ...told, ...power)).err).toContain('it is not a file');
    expect((await mase('match-list', ...power, list, ...told)).code).toBe(1);
    const unknown = await mase('match-list', list, ...told, '--power', 'made-up');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There is no power made-up')]);
    const empty = await mase('match-list', file('empty.csv', ''), ...told, ...power);
    expect(empty.err.match(/The file is empty/g)).toHaveLength(1);
  });

  it('prints the problem profile of a year, and writes it as a document', async () => {
    const shown = await mase('report', 'problem-profile', '--year', '2026');
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('Problem profile 2026: 2026-01-01 to');
    expect(shown.out).toContain('What these records do not hold:');
    const html = join(folder, 'profile.html');
    expect(await mase('report', 'problem-profile', '--year', '2026', '--html', html)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(html, 'utf8')).toContain('It does not leave the partnership.');
    const outside = await mase('report', 'problem-profile', '--year', '2026', '--outside', '--html', html);
    expect(outside.code).toBe(0);
    expect(readFileSync(html, 'utf8')).toContain('Numbers from 1 to 4 are kept back');
    expect((await mase('report', 'problem-profile')).code).toBe(2);
  });

  it('lists measures with their law, what was tried on a person, and what licensing can act on', async () => {
    expect((await mase('disruption', 'codes')).out).toContain('Sexual risk order');
    const licensing = await mase('disruption', 'licensing', '--json');
    expect(JSON.parse(licensing.out)).toMatchObject({ items: [] });
    const nobody = '0198a000-0000-7000-8000-000000000001';
    expect(await mase('disruption', 'tried', nobody)).toMatchObject({ err: '' });
    expect((await mase('disruption', 'codes', '--on', 'soon')).code).toBe(2);
  });

  it('finds its way by the help: each verb says what it takes and shows an example', async () => {
    for (const verb of [['report'], ['match-list'], ['import', 'intelligence'], ['disruption']]) {
      const { out, code } = await mase(...verb, '--help');
      expect(code, verb.join(' ')).toBe(0);
      expect(out, verb.join(' ')).toMatch(/Examples:\n {2}\$ mase /);
    }
    expect((await mase('report', '--help')).out).toContain('problem-profile');
    const powers = (await mase('match-list', '--help')).out;
    expect(powers).toMatch(/court-order +Order of a court/);
    const [census, table] = [
      (await mase('import', 'cin-census', '--help')).out,
      (await mase('import', 'population', '--help')).out,
    ];
    expect(census).toContain('For the coordinator or the triage team.');
    expect(census).toContain('--as-at');
    expect(table).toContain('then none is taken');
    expect(table).not.toContain('the rest is taken');
    expect(table).not.toContain('--as-at');
    expect((await mase('report', 'incident', '--from', '2026-01-01', '--to', '2026-01-31')).err).toContain(
      'problem-profile',
    );
  });
});
