import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine, RowLine } from './import-lines.js';
import { runImport } from './run-import.js';
import { ssda903Import } from './ssda903-import.js';

const folder = new URL('../../../../packages/exchange/examples/ssda903/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(`${name}.csv`, folder), 'utf8');
const given = { header: textOf('header'), episodes: textOf('episodes'), missing: textOf('missing') };
const lines = (name: keyof typeof given, rows: number) =>
  given[name]
    .split('\n')
    .slice(0, rows + 1)
    .join('\n');
const counts = (read: number, taken: number, known: number, refused: number, warnings: number) => ({
  read,
  taken,
  known,
  refused,
  warnings,
});

/** The rows of the children of these numbers alone. */
const rowsOf = (children: Set<string>, text: string) =>
  text
    .split('\n')
    .filter((row, index) => index === 0 || children.has(row.split(',')[0] as string))
    .join('\n');

type Form = Partial<Record<'header' | 'episodes' | 'missing' | 'asAt' | 'preview', string>>;

async function send(api: TestApi, who: string, form: Form) {
  const boundary = 'a-return';
  const part = ([name, text]: [string, string]) => {
    const file = ['header', 'episodes', 'missing'].includes(name)
      ? `; filename="${name}.csv"\r\ncontent-type: text/csv`
      : '';
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  };
  const payload = `${Object.entries(form).map(part).join('')}--${boundary}--\r\n`;
  return api.app.inject({
    method: 'POST',
    url: '/api/v1/imports/ssda903',
    headers: {
      authorization: `Bearer ${await api.tokenOf(who)}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
}

async function take(api: TestApi, form: Form, who = 'coordinator') {
  const answer = await send(api, who, form);
  expect(answer.statusCode, answer.body).toBe(200);
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine);
  const summary = lines.at(-1) as Extract<ImportLine, { type: 'summary' }>;
  expect(summary.type, JSON.stringify(summary)).toBe('summary');
  return { lines, summary, rows: lines.filter((line): line is RowLine => line.type === 'row') };
}

const stored = (api: TestApi) =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ kind: string; count: number }>(
      "select kind, count(*)::integer as count from record where kind not in ('user', 'agency') group by kind order by kind",
    );
    const written = await client.query<{ count: number }>(
      "select count(*)::integer as count from written where kind = 'status'",
    );
    return {
      ...Object.fromEntries(found.rows.map((row) => [row.kind, row.count])),
      statuses: written.rows[0]?.count,
    };
  });

/** Who ought to be proposed, worked out from the bare files by a way of its own: days as numbers, no product code. */
function expectedProposals(asAt: string): Map<string, number> {
  const rows = (text: string) =>
    text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  const day = (text: string | undefined) => Number((text ?? '').split('/').reverse().join('') || '99999999');
  const end = Number(asAt.replaceAll('-', ''));
  const births = new Map(rows(given.header).map((row) => [row[0] as string, day(row[2])]));
  const taken = new Map<string, { start: number; end: number }[]>();
  const episodes = rows(given.missing).map((row) => ({
    child: row[0] as string,
    start: day(row[3]),
    end: day(row[4]),
  }));
  for (const { child, ...one } of episodes.sort((a, b) => a.start - b.start)) {
    const before = taken.get(child) ?? [];
    if (!before.some((other) => one.start < other.end && other.start < one.end))
      taken.set(child, [...before, one]);
  }
  const found = new Map<string, number>();
  for (const [child, all] of taken) {
    const within = all.filter((one) => one.start > end - 10_000 && one.start <= end).length;
    if (within >= 2 && end - (births.get(child) ?? 0) < 180_000) found.set(child, within);
  }
  return found;
}

describe('the published return, as at 31 March 2018', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi(inject('MASE_TEST_SERVER'));
  });
  afterAll(() => api.close());

  const expected = {
    header: counts(2675, 2675, 0, 0, 2569),
    episodes: counts(5050, 5050, 0, 0, 1848),
    missing: counts(43, 42, 0, 1, 0),
  };

  it('a preview says what would be taken and stores nothing', async () => {
    const away = new Set(given.missing.split('\n').map((row) => row.split(',')[0] as string));
    const [header, episodes] = [rowsOf(away, given.header), rowsOf(away, given.episodes)];
    const { summary } = await take(api, { ...given, header, episodes, asAt: '2018-03-31', preview: 'true' });
    expect(summary.stages).toEqual({
      ...expected,
      header: counts(39, 39, 0, 0, 38),
      episodes: counts(80, 80, 0, 0, 33),
    });
    expect(summary.proposals.map((one) => one.proposalId)).toEqual([null, null]);
    expect(await stored(api)).toEqual({ statuses: 0 });
  });

  it('every child and episode is taken; the overlapping absence is refused with file, line, field and reason', async () => {
    const { lines, summary, rows } = await take(api, { ...given, asAt: '2018-03-31' });
    expect(summary).toMatchObject({ preview: false, asAt: '2018-03-31', stages: expected });
    expect(rows.filter((row) => row.outcome === 'refused')).toEqual([
      {
        type: 'row',
        outcome: 'refused',
        stage: 'missing',
        file: 'missing.csv',
        line: 36,
        field: 'MIS_START',
        value: '20/11/2017',
        code: 'overlap',
        reason: 'The episode overlaps one on the books that started on 2017-11-02 and ended on 2017-12-22.',
        raw: expect.objectContaining({ CHILD: '366621', MIS_START: '20/11/2017', MIS_END: '04/12/2017' }),
      },
    ]);
    expect(lines.filter((line) => line.type === 'progress').length).toBeGreaterThan(10);
    expect(await stored(api)).toEqual({
      child: 2675,
      missingEpisode: 42,
      referralProposal: 2,
      statuses: 5050,
    });
  }, 240_000);

  it('two absences within the year before raise a proposal for exactly the children that a count of the bare files gives', async () => {
    const listed = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ standing: string; local_id: string }>(
        "select p.standing, c.reference as local_id from record p join record c on c.id = p.parent_id where p.kind = 'referralProposal'",
      );
      return found.rows.map((row) => [row.local_id, JSON.parse(row.standing).because] as const);
    });
    const expectedOnes = expectedProposals('2018-03-31');
    expect([...expectedOnes.keys()].sort()).toEqual(['26033', '784166']);
    expect(new Map(listed.map(([id, because]) => [id, because.episodes]))).toEqual(expectedOnes);
    expect(listed[0]?.[1]).toMatchObject({ to: '2018-03-31' });
  });

  it('a second run takes nothing: all is known but the row that is refused again', async () => {
    const before = await stored(api);
    const { summary } = await take(api, { ...given, asAt: '2018-03-31' });
    expect(summary.stages).toEqual({
      header: counts(2675, 0, 2675, 0, 2569),
      episodes: counts(5050, 0, 5050, 0, 1848),
      missing: counts(43, 0, 42, 1, 0),
    });
    expect(summary.proposals).toEqual([]);
    expect(await stored(api)).toEqual(before);
  });

  it('353 children shown as having left without an end stay looked after, and the report asks for the date', async () => {
    const { summary } = await take(api, { episodes: given.episodes, asAt: '2018-03-31', preview: 'true' });
    expect(summary.reasons).toContainEqual({
      stage: 'episodes',
      outcome: 'warning',
      field: 'DEC',
      code: 'LEFT_CARE_WITHOUT_END',
      rows: 353,
    });
  });

  it('facts that differ from the books are refused with both values, and nothing is overwritten', async () => {
    const [names, first = ''] = given.header.split(/\r?\n/);
    const [child, sex] = first.split(',') as [string, string];
    const changed = first
      .split(',')
      .with(1, sex === '1' ? '2' : '1')
      .join(',');
    const { rows, summary } = await take(api, { header: `${names}\n${changed}\n` });
    expect(summary.stages.header).toMatchObject({ read: 1, taken: 0, known: 0, refused: 1 });
    const words = { '1': 'male', '2': 'female' } as Record<string, string>;
    expect(rows.find((row) => row.outcome === 'refused')).toMatchObject({
      field: 'SEX',
      code: 'FACTS_DIFFER',
      raw: { CHILD: child },
      reason: `The books have "${words[sex]}", the file has "${words[sex === '1' ? '2' : '1']}". Nothing was overwritten: correct whichever is wrong.`,
    });
  });

  it('every value of the return is kept with the entry, as it was given', async () => {
    const body = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ body: string }>(
        "select body from written where kind = 'status' limit 1",
      );
      return JSON.parse(found.rows[0]?.body ?? '{}');
    });
    expect(Object.keys(body.asGiven)).toEqual(
      expect.arrayContaining(['RNE', 'CIN', 'PLACE_PROVIDER', 'HOME_POST', 'PL_POST']),
    );
  });

  it('lists and records of children show the status alone, and none of the postcodes that the return gave with it', async () => {
    const list = await api.ask('coordinator', 'GET', '/api/v1/children?limit=100');
    const { items } = list.json() as { items: { id: string; status: object | null }[] };
    const given = items.filter(({ status }) => status !== null);
    expect(given.length).toBeGreaterThan(0);
    for (const { status } of given)
      expect(Object.keys(status ?? {}).sort()).toEqual(['legalStatus', 'placement', 'since', 'until']);
    const one = await api.view('coordinator', 'children', given[0]?.id as string);
    expect(one.status).toEqual(given[0]?.status);
  });
});

describe('an import that does not go to plan', () => {
  let api: TestApi;
  const place = mkdtempSync(join(tmpdir(), 'mase-return-'));
  beforeAll(async () => {
    api = await testApi(inject('MASE_TEST_SERVER'));
  });
  afterAll(async () => {
    rmSync(place, { recursive: true });
    await api.close();
  });
  const cut = (name: keyof typeof given, rows: number) => {
    const path = join(place, name);
    writeFileSync(path, lines(name, rows));
    return { path, name };
  };

  it('one that was killed in the middle goes on where it stopped, and doubles nothing', async () => {
    const files = { header: cut('header', 800), episodes: cut('episodes', 1500) };
    const userId = api.founded.people.coordinator as string;
    const actor = {
      kind: 'import' as const,
      userId,
      name: 'Cam',
      agencyId: null,
      teamId: null,
      roles: ['coordinator' as const],
    };
    const reading = {
      partnershipId: api.founded.partnershipId,
      userId,
      principals: ['everyone', 'role:coordinator'],
    };
    const profile = await api.app.profileOf(reading);
    const dies = runImport(
      { store: api.store, actor, reading, profile, action: 'imports/ssda903' },
      ssda903Import,
      { files, asAt: '2018-03-31', preview: false },
      async (line) => {
        if (line.type === 'progress' && line.stage === 'episodes' && line.read === 1000)
          throw new Error('killed');
      },
    );
    await expect(dies).rejects.toThrow('killed');
    const half = (await stored(api)) as { child: number; statuses: number };
    expect(half.child).toBe(800);
    expect(half.statuses).toBeGreaterThan(0);
    expect(half.statuses).toBeLessThan(1000);
    const { header, episodes } = { header: lines('header', 800), episodes: lines('episodes', 1500) };
    const { summary } = await take(api, { header, episodes, asAt: '2018-03-31' });
    const { taken = 0, known, refused = 0 } = summary.stages.episodes ?? {};
    expect({ all: half.statuses + taken + refused, known }).toEqual({ all: 1500, known: half.statuses });
    expect(await stored(api)).toEqual({ child: 800, statuses: half.statuses + taken });
  });

  it('rows of a child who is neither in the header nor on the books are refused and kept in the report', async () => {
    const { rows, summary } = await take(api, {
      missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END\nNOBODY1,01/02/2010,M,01/02/2017,02/02/2017\n',
    });
    expect(summary.stages.missing).toEqual(counts(1, 0, 0, 1, 0));
    expect(rows[0]).toMatchObject({
      line: 2,
      field: 'CHILD',
      value: 'NOBODY1',
      code: 'NOT_ON_BOOKS',
      raw: { MIS_START: '01/02/2017' },
    });
  });

  it('an absence that still lasted in one return is ended by the next, and either return again changes nothing', async () => {
    const head = 'CHILD,DOB,MISSING,MIS_START,MIS_END\nSTILL1,01/02/2006,M';
    const first = { missing: `${head},20/03/2018,\n`, asAt: '2018-03-31' };
    const second = { missing: `${head},20/03/2018,02/04/2018\n`, asAt: '2019-03-31' };
    await take(api, { header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nSTILL1,1,01/02/2006,WBRI,UN1,,\n' });
    const episode = () =>
      openOwner(api.database.connections.owner, async (client) => {
        const found = await client.query(
          `select e.phase, e.version, e.standing::json ->> 'end' as "end", c.standing::json -> 'episodes' as known
           from record e join record c on c.id = e.parent_id where c.reference = 'STILL1' and e.kind = 'missingEpisode'`,
        );
        return found.rows;
      });
    expect((await take(api, first)).summary.stages.missing).toEqual(counts(1, 1, 0, 0, 0));
    expect(await episode()).toMatchObject([{ phase: 'absent', end: null, version: 1 }]);
    expect((await take(api, second)).summary.stages.missing).toEqual(counts(1, 1, 0, 0, 0));
    const known = [{ start: '2018-03-20', end: '2018-04-02' }];
    const over = [{ phase: 'over', end: '2018-04-02', version: 2, known }];
    expect(await episode()).toEqual(over);
    for (const again of [second, first, second])
      expect((await take(api, again)).summary.stages.missing).toEqual(counts(1, 0, 1, 0, 0));
    expect(await episode()).toEqual(over);
  });

  it('of two overlapping absences the earlier is taken, wherever it stands in the file', async () => {
    const child = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nORDER1,1,01/02/2010,WBRI,UN1,,\n';
    const missing =
      'CHILD,DOB,MISSING,MIS_START,MIS_END\nORDER1,01/02/2010,M,05/03/2017,09/03/2017\nORDER1,01/02/2010,A,01/03/2017,06/03/2017\n';
    const { rows } = await take(api, { header: child, missing, asAt: '2018-03-31' });
    expect(rows.filter((row) => row.outcome === 'refused')).toMatchObject([{ line: 2, code: 'overlap' }]);
  });

  it('a worker may not import, a file of another kind is refused whole, and a form without files has a reason', async () => {
    expect((await send(api, 'worker', { header: given.header })).statusCode).toBe(403);
    const wrong = await send(api, 'coordinator', { header: given.missing });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json()).toMatchObject({ code: 'UNREADABLE_FILE' });
    const empty = await send(api, 'triage', { asAt: '2100-01-01' });
    expect(empty.json().errors.map((fault: { code: string }) => fault.code)).toEqual(['future', 'file']);
    expect(
      (await api.ask('coordinator', 'POST', '/api/v1/imports/ssda903', { header: 'x' })).statusCode,
    ).toBe(415);
  });
});
