import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPdf, textOfHtml } from '@mase/documents/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { assessment, reachedOnline } from '../demonstration/assessment.js';
import { demonstrationEmail } from '../demonstration/people.js';
import { faultsBesidesTests } from '../testing/faults-of-doctor.js';
import { plainEnvironment } from '../testing/plain-environment.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const examples = fileURLToPath(new URL('../../../../packages/exchange/examples/ssda903/', import.meta.url));

let api: TestApi;
let address: string;
let folder: string;
beforeAll(async () => {
  if (!existsSync(program)) throw new Error('The command line is not built: run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'mase-journey-'));
  api = await testApi(inject('MASE_TEST_SERVER'));
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line as a process of its own, as somebody with a home of his or her own. */
function mase(who: string, args: string[], input?: object, env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const own = {
      ...plainEnvironment,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, who),
      MASE_API_URL: address,
      ...env,
    };
    const child = execFile(
      process.execPath,
      [program, ...args],
      { env: own, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input === undefined ? '' : JSON.stringify(input));
  });
}

/** Gives a command that is accepted; gives its id. */
async function give(
  who: string,
  topic: string,
  verb: string,
  id: string | null,
  body: object = {},
): Promise<string> {
  const ended = await mase(who, ['do', topic, verb, ...(id ? [id] : []), '--body', '-', '--json'], body);
  expect(ended, `${topic}/${verb} by ${who}`).toMatchObject({ code: 0, err: '' });
  return (JSON.parse(ended.out) as { id: string }).id;
}

async function show<T>(who: string, topic: string, id: string): Promise<T> {
  const ended = await mase(who, ['show', topic, id, '--json']);
  expect(ended.code, ended.err).toBe(0);
  return JSON.parse(ended.out) as T;
}

/** The rows of the published return whose children were ever away; the whole is taken where its import is tested. */
function ofAbsentChildren(name: string): string {
  const rowsOf = (file: string) =>
    readFileSync(join(examples, `${file}.csv`), 'utf8')
      .trim()
      .split('\n');
  const childOf = (row: string) => row.split(',')[0];
  const away = new Set(rowsOf('missing').map(childOf));
  return rowsOf(name)
    .filter((row) => away.has(childOf(row)))
    .join('\n');
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const person = (key: string) => api.founded.people[key] as string;

describe('the whole way of a child through the command line', () => {
  let caseId: string;
  let sittingId: string;

  it('people sign in, and the session is kept in a file that its owner alone may read', async () => {
    for (const who of ['coordinator', 'triage', 'manager', 'worker', 'chair'])
      expect(await mase(who, ['sign-in', demonstrationEmail(who)])).toMatchObject({ code: 0 });
    expect(statSync(join(folder, 'chair', 'mase', 'session.json')).mode & 0o777).toBe(0o600);
    expect((await mase('chair', ['whoami'])).out).toContain('Chris Chair');
  });

  it('a return is imported: its absences raise proposals, and one row is refused', async () => {
    const names = ['header', 'episodes', 'missing'];
    for (const name of names) writeFileSync(join(folder, `${name}.csv`), ofAbsentChildren(name));
    const files = names.flatMap((name) => [`--${name}`, join(folder, `${name}.csv`)]);
    const report = join(folder, 'report.jsonl');
    const ended = await mase('coordinator', [
      'import',
      'ssda903',
      ...files,
      '--as-at',
      '2018-03-31',
      '--report',
      report,
    ]);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(ended.out).toContain(
      'missing.csv:36 MIS_START="20/11/2017" The episode overlaps one on the books',
    );
    expect(ended.out).toMatch(/children +39 +39 +0 +0/);
    expect(ended.out).toContain('child 784166: 2 absences');
    expect(lines(readFileSync(report, 'utf8')).filter((line) => line.outcome === 'refused')).toHaveLength(1);
    expect(statSync(report).mode & 0o777).toBe(0o600);
  });

  it('triage finds the proposal in its list and accepts it: the referral is recorded in the same change', async () => {
    const waiting = lines((await mase('triage', ['queue', '--json'])).out);
    const proposal = waiting.find(
      (item) => item.kind === 'referralProposal' && item.title === 'Child 784166',
    );
    const accepted = {
      seenOrSaid: 'Two absences in a short time; nobody knows where the child was.',
      immediateDanger: false,
    };
    await give('triage', 'referral-proposals', 'accept-proposal', proposal.recordId, accepted);
    const now = lines((await mase('triage', ['queue', '--json'])).out);
    caseId = now.find((item) => item.kind === 'childCase').recordId;
  });

  it('a wrong person, a wrong time and missing words are each refused with what is missing, and end with 1', async () => {
    const wrongPerson = await mase('worker', ['do', 'child-cases', 'decide-triage', caseId]);
    expect(wrongPerson).toMatchObject({ code: 1, out: '' });
    const missing = await mase('triage', ['do', 'child-cases', 'decide-triage', caseId]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('/outcome');
    const tooEarly = await mase(
      'coordinator',
      ['do', 'child-cases', 'list-for-panel', caseId, '--body', '-'],
      { basis: 'high', asked: 'What now?' },
    );
    expect(tooEarly.code).toBe(1);
    expect(tooEarly.err).toMatch(/awaiting triage/);
    const stale = await mase(
      'triage',
      ['do', 'child-cases', 'record-safety-action', caseId, '--if-match', '99', '--body', '-'],
      { who: 'A', what: 'B', when: 'C' },
    );
    expect(stale.code).toBe(1);
    expect(stale.err).toContain('version 1');
  });

  it('the case is taken on, the child heard, the risk assessed and confirmed, and a plan agreed and shared', async () => {
    const triage = {
      outcome: 'risk-assessment',
      reasons: 'Absences',
      policeView: 'given',
      policeViewText: 'Nothing held.',
      teamId: 'north',
    };
    await give('triage', 'child-cases', 'decide-triage', caseId, triage);
    await give('manager', 'child-cases', 'allocate-worker', caseId, { workerId: person('worker') });
    await give('worker', 'child-cases', 'record-view', caseId, {
      of: 'child',
      words: 'I was at the lake with a friend.',
      how: 'On a walk',
    });
    const words = { analysis: 'Adults write to the child.', childView: 'Wants to be left alone by them.' };
    const assessed = assessment({
      date: '2026-01-04',
      proposed: 'medium',
      signs: reachedOnline,
      kind: 'online',
      suspected: false,
      ...words,
    });
    await give('worker', 'child-cases', 'assess-risk', caseId, assessed);
    const { standing } = await show<{ standing: { proposed: { assessmentId: string } } }>(
      'manager',
      'child-cases',
      caseId,
    );
    await give('manager', 'child-cases', 'confirm-grade', caseId, {
      assessmentId: standing.proposed.assessmentId,
      grade: 'medium',
    });
    const action = {
      caseId,
      part: 'safety',
      kind: 'education',
      what: 'Walks home with a named adult',
      ownerId: person('worker'),
      outcome: 'Comes home safely',
      due: '2026-02-02',
      measure: 'Asked weekly',
      contingency: 'The duty manager is told',
    };
    const actionId = await give('worker', 'plan-actions', 'add-action', null, action);
    await give('worker', 'plan-actions', 'accept-action', actionId);
    await give('manager', 'child-cases', 'agree-plan', caseId, { kind: 'full' });
    const copies = { given: true, how: 'Read together' };
    await give('worker', 'child-cases', 'share-plan', caseId, {
      power: 'Children Act 2004 section 10',
      purpose: 'Safety',
      child: copies,
      parent: copies,
    });
    expect(await show('worker', 'child-cases', caseId)).toMatchObject({
      state: { work: 'monitoring', panel: 'notListed' },
    });
  });

  it('the case is listed and comes before the panel, whose papers are issued', async () => {
    const listing = {
      basis: 'professional-concern',
      asked: 'Who can reach the child?',
      noStrategyReason: 'No harm was found.',
    };
    await give('manager', 'child-cases', 'list-for-panel', caseId, listing);
    const sitting = {
      panel: 'Fernshire panel',
      startsAt: '2026-01-22T14:00:00Z',
      endsAt: '2026-01-22T16:00:00Z',
      place: 'Room 2',
      chairId: person('chair'),
    };
    sittingId = await give('coordinator', 'sittings', 'schedule-sitting', null, sitting);
    await give('coordinator', 'sittings', 'open-agenda', sittingId);
    await give('coordinator', 'sittings', 'add-item', sittingId, {
      caseId,
      section: 'child-new',
      asked: 'Who can reach the child?',
    });
    await give('coordinator', 'sittings', 'issue-papers', sittingId, {
      recipients: [person('chair'), person('coordinator')],
    });
  });

  it('the pack of the chair is a tagged PDF with bookmarks, the marking and the copy number on every page', async () => {
    const out = join(folder, 'pack.pdf');
    const ended = await mase('chair', [
      'pack',
      sittingId,
      '--recipient',
      demonstrationEmail('chair'),
      '--out',
      out,
      '--json',
    ]);
    expect(ended, ended.err).toMatchObject({ code: 0 });
    expect(JSON.parse(ended.out)).toMatchObject({ out, copy: expect.any(Number) });
    const pdf = await openPdf(readFileSync(out));
    expect(pdf.marked).toBe(true);
    expect(pdf.tags.length).toBeGreaterThan(0);
    expect(pdf.bookmarks.length).toBeGreaterThan(1);
    expect(pdf.metadata).toContain('pdfuaid');
    expect(pdf.body).toContain('Child784166');
    expect(pdf.body).toContain('Iwasatthelakewithafriend.');
    for (const page of pdf.pages) {
      expect(page).toContain('OFFICIAL-SENSITIVE');
      expect(page).toContain('ChrisChair');
    }
  });

  it('the sitting decides, and its minutes are agreed and written as a page', async () => {
    api.time.now = '2026-01-22T14:00:00.000Z';
    const here = (name: string, agencyKind: string) => ({
      name,
      agency: name,
      agencyKind,
      as: 'member',
      attendance: 'present',
    });
    const attendance = [here('Council', 'social-care'), here('Police', 'police'), here('Health', 'health')];
    await give('coordinator', 'sittings', 'record-attendance', sittingId, { attendance });
    await give('chair', 'sittings', 'start-sitting', sittingId);
    const { items } = await show<{ items: { id: string }[] }>('chair', 'sittings', sittingId);
    const itemId = items[0]?.id as string;
    await give('chair', 'agenda-items', 'open-item', itemId);
    const decision = {
      decision: 'continue',
      reasons: 'The plan is new and holds.',
      actions: [
        {
          what: 'A youth worker meets the child',
          ownerId: person('worker'),
          part: 'safety',
          due: '2026-02-20',
        },
      ],
      nextReview: '2026-02-19',
    };
    await give('coordinator', 'agenda-items', 'record-panel-decision', itemId, decision);
    await give('coordinator', 'sittings', 'end-sitting', sittingId);
    await give('chair', 'sittings', 'agree-minutes', sittingId);
    const out = join(folder, 'minutes.html');
    expect(await mase('chair', ['pack', sittingId, '--document', 'minutes', '--out', out])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(textOfHtml(readFileSync(out, 'utf8'))).toContain('Child784166');
    expect(await show('worker', 'child-cases', caseId)).toMatchObject({
      state: { work: 'monitoring', panel: 'listed' },
    });
  });

  it('afterwards every history replays, and the database is well', async () => {
    const database = { MASE_DATABASE_URL: api.database.connections.owner };
    const verified = await mase('operator', ['verify', '--json'], undefined, database);
    expect(verified).toMatchObject({ code: 0 });
    expect(JSON.parse(verified.out)).toMatchObject({ faults: 0 });
    const { out } = await mase('operator', ['doctor', '--json'], undefined, database);
    expect(faultsBesidesTests(JSON.parse(out).findings)).toEqual([]);
  });

  it('every way to fail has the exit code that the help names', async () => {
    expect((await mase('nobody', ['--help'])).code).toBe(0);
    expect((await mase('nobody', ['invent'])).code).toBe(2);
    expect((await mase('chair', ['do', 'child-cases', 'invent', caseId])).code).toBe(2);
    expect((await mase('chair', ['pack', sittingId, '--out', 'pack.txt'])).code).toBe(2);
    expect((await mase('nobody', ['whoami'])).code).toBe(3);
    expect((await mase('chair', ['whoami', '--api', 'http://127.0.0.1:9'])).code).toBe(3);
    expect((await mase('chair', ['whoami', '--api', 'http://example.org'])).code).toBe(2);
    expect((await mase('nobody', ['sign-in', 'a@example.org', '--api', 'http://127.0.0.1:9'])).code).toBe(4);
    expect(
      (await mase('nobody', ['verify'], undefined, { MASE_DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' }))
        .code,
    ).toBe(4);
    expect((await mase('chair', ['sign-out'])).code).toBe(0);
    expect((await mase('chair', ['queue'])).code).toBe(3);
  });
});
