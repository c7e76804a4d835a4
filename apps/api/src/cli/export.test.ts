import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aReferral } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let api: TestApi;
let folder: string;
beforeAll(async () => {
  if (!existsSync(program)) throw new Error('The command line is not built: run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'mase-export-'));
  api = await testApi(inject('MASE_TEST_SERVER'));
  await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = () => (api.app.server.address() as AddressInfo).port;

/** Runs the command line as governance, with a home of her own. */
function mase(
  args: string[],
  input?: object,
  port = portOf(),
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const address = `http://127.0.0.1:${port}`;
    const env = {
      ...plainEnvironment,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      MASE_API_URL: address,
    };
    const child = execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input === undefined ? '' : JSON.stringify(input));
  });
}

/** A line to the api that breaks once, so many bytes into the first file; `meanwhile` happens before it carries again. */
async function breakingLine(bytes: number, meanwhile: () => Promise<void>): Promise<Server> {
  let isWhole = false;
  let mended = Promise.resolve();
  const line = createServer(async (near) => {
    await mended;
    const far = connect(portOf(), '127.0.0.1');
    let isFile = false;
    let came = Buffer.alloc(0);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.end());
    near.on('data', (asked) => {
      isFile ||= asked.includes('/file?');
      far.write(asked);
    });
    far.on('data', (piece: Buffer) => {
      came = Buffer.concat([came, piece]);
      const body = came.indexOf('\r\n\r\n') + 4;
      if (isWhole || !isFile || body < 4 || came.length < body + bytes) {
        near.write(piece);
        return;
      }
      isWhole = true;
      mended = meanwhile();
      near.end(piece.subarray(0, piece.length - (came.length - body - bytes)), () => near.destroy());
      far.destroy();
    });
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return line;
}

async function give(topic: string, verb: string, id: string | null, body: object = {}): Promise<string> {
  const ended = await mase(['do', topic, verb, ...(id ? [id] : []), '--body', '-', '--json'], body);
  expect(ended, `${topic}/${verb}`).toMatchObject({ code: 0, err: '' });
  return (JSON.parse(ended.out) as { id: string }).id;
}

describe('information governance at the command line', () => {
  it('fetches an export that somebody else has approved, and writes the answer to a request', async () => {
    expect((await mase(['sign-in', demonstrationEmail('governance')])).code).toBe(0);
    const recipient = { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' };
    const wanted = { what: 'list', list: 'child', recipient, reason: 'A made-up inspection' };
    const id = await give('exports', 'request-export', null, wanted);
    const file = join(folder, 'children.csv');
    expect(await mase(['export', id, '--out', file])).toMatchObject({ code: 1 });
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.seal();
    expect(await mase(['export', id, '--out', file])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file, 'utf8')).toContain(`Export ${id} for Robin Reviewer`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await mase(['export', id, '--out', file])).err).toContain('is there already');
    const again = join(folder, 'again.csv');
    expect(await mase(['export', id, '--out', again])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);

    const request = await give('access-requests', 'record-request', null, {
      requester: { kind: 'child', name: 'Robin Nobody' },
      sought: { name: 'Robin Nobody', birthDate: '2010-02-03' },
      receivedOn: '2026-01-05',
      scope: 'Everything (made up)',
      sendTo: 'by hand',
    });
    const answer = join(folder, 'answer.html');
    expect(await mase(['answer', request, '--out', answer])).toMatchObject({ code: 1 });
    await give('access-requests', 'confirm-identity', request, { how: 'known-in-person' });
    await give('access-requests', 'gather-bundle', request);
    await api.give('caldicott', 'access-requests/approve-response', {}, request);
    await give('access-requests', 'issue-response', request);
    expect(await mase(['answer', request, '--out', answer])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(answer, 'utf8')).toContain('there is nothing that we give you');
  }, 120_000);

  it('goes on where the line broke, though a child was put on the books meanwhile, and has the one file of its seal', async () => {
    const child = { firstName: 'Early', lastName: 'Example', from: 'return' };
    await api.give('coordinator', 'children/record-child', child);
    expect((await mase(['sign-in', demonstrationEmail('governance')])).code).toBe(0);
    const recipient = { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' };
    const wanted = { what: 'list', list: 'child', recipient, reason: 'A made-up inspection' };
    const id = await give('exports', 'request-export', null, wanted);
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.seal();
    let broke = false;
    const line = await breakingLine(400, async () => {
      broke = true;
      await api.give('coordinator', 'children/record-child', { ...child, firstName: 'Latecomer' });
      await api.seal();
    });
    const { port } = line.address() as AddressInfo;
    expect((await mase(['sign-in', demonstrationEmail('governance')], undefined, port)).code).toBe(0);
    const file = join(folder, 'broken.csv');
    const ended = await mase(['export', id, '--out', file, '--json'], undefined, port);
    line.close();
    expect(ended, ended.err).toMatchObject({ code: 0 });
    const text = readFileSync(file);
    expect([broke, text.includes('Early'), text.includes('Latecomer')]).toEqual([true, true, false]);
    const { digest } = JSON.parse(ended.out) as { digest: string };
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
    expect(existsSync(`${file}.partial`)).toBe(false);
  }, 120_000);

  it('asks for a pack without names of cases by their references, reads it, and fetches it once', async () => {
    expect((await mase(['sign-in', demonstrationEmail('governance')])).code).toBe(0);
    const { id: caseId } = await api.give('referrer', 'child-cases/record-referral', aReferral({}));
    const { reference } = (await api.ask('governance', 'GET', `/api/v1/child-cases/${caseId}`)).json();
    const read = join(folder, 'read.html');
    const whom = [
      '--recipient',
      'Blake Placeholder',
      '--organisation',
      'Made-up Partners',
      '--reason',
      'A made-up review',
    ];
    const asked = await mase(['peer-review', reference, ...whom, '--out', read, '--json']);
    expect(asked).toMatchObject({ code: 0, err: '' });
    const { id } = JSON.parse(asked.out) as { id: string };
    expect(readFileSync(read, 'utf8')).toContain('Child 1');
    expect((await mase(['peer-review', 'C-NONE', ...whom])).err).toContain('no case C-NONE that you may see');
    expect((await mase(['peer-review', reference])).err).toContain('--recipient');
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.seal();
    const pack = join(folder, 'pack.pdf');
    expect(await mase(['export', id, '--out', pack])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(pack).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('writes the journey of one child by the reference of the case, and a copy as it was issued before', async () => {
    expect((await mase(['sign-in', demonstrationEmail('triage')])).code).toBe(0);
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({}));
    const { reference } = (await api.ask('triage', 'GET', `/api/v1/child-cases/${id}`)).json();
    const journey = join(folder, 'journey.html');
    const first = await mase(['journey', reference, '--out', journey, '--json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const { copy, digest } = JSON.parse(first.out) as { copy: number; digest: string };
    expect(readFileSync(journey, 'utf8')).toContain(reference);
    expect(statSync(journey).mode & 0o777).toBe(0o600);
    const again = join(folder, 'again.pdf');
    const issued = await mase(['journey', id, '--copy', String(copy), '--out', again, '--json']);
    expect(JSON.parse(issued.out)).toMatchObject({ copy, digest });
    expect(readFileSync(again).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await mase(['journey', 'C-NONE', '--out', journey])).err).toContain('no case C-NONE');
    expect((await mase(['journey', id, '--copy', 'x', '--out', journey])).err).toContain('like 3');
    expect((await mase(['journey', id, '--copy', '99', '--out', journey])).code).not.toBe(0);
  }, 60_000);
});
