import { writeLocations, writePersons } from '@mase/exchange';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine, RowLine } from './import-lines.js';

const boundary = 'a-strand-file';
let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function take(
  kind: 'persons' | 'locations',
  text: string,
  { preview = false, who = 'intelligence' } = {},
) {
  const part = (disposition: string, body: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${body}\r\n`;
  const payload = `${part('name="preview"', String(preview))}${part(`name="file"; filename="${kind}.csv"`, text)}--${boundary}--\r\n`;
  const headers = {
    authorization: `Bearer ${await api.tokenOf(who)}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const answer = await api.app.inject({ method: 'POST', url: `/api/v1/imports/${kind}`, headers, payload });
  if (answer.statusCode !== 200) return { status: answer.statusCode };
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine);
  const summary = lines.at(-1) as Extract<ImportLine, { type: 'summary' }>;
  expect(summary.type, JSON.stringify(summary)).toBe('summary');
  const { read, taken, known, refused } = summary.stages[kind] as never as Record<string, number>;
  const rows = lines.filter((line): line is RowLine => line.type === 'row' && line.outcome === 'refused');
  return {
    status: 200,
    counts: { read, taken, known, refused },
    refused: rows.map((row) => [row.line, row.field, row.code]),
    body: answer.body,
  };
}

const textOf = async (pieces: AsyncIterable<string>) => (await Array.fromAsync(pieces)).join('');
const person = {
  reference: 'OP-1',
  name: 'Jordan Sampleton',
  birthDate: '1990-02-28',
  bases: [{ code: 'disclosure', on: '2026-03-01' }],
  why: 'A made-up reason why it concerns children.',
  identifiers: [{ kind: 'phone' as const, text: '07700 900123' }],
};
const place = {
  reference: 'PL-1',
  name: 'The Made-up Hotel',
  kind: 'hotel-or-guest-house',
  address: '1 Sample Street, Madeupton',
  bases: [{ code: 'incident' }],
  why: 'A made-up reason why it concerns children.',
  identifiers: [],
};

/** The cases of persons, as the owner of the database finds them. */
const idsOfCases = () =>
  openOwner(api.database.connections.owner, async (client) => {
    const { rows } = await client.query<{ id: string }>(`select id from record where kind = 'personCase'`);
    return rows.map(({ id }) => id);
  });

it('persons of concern are nominated from a file: previewed, taken, known the next time, faults by line and column', async () => {
  const text = await textOf(
    writePersons([
      person,
      { ...person, reference: 'OP-2', sex: 'nobody' },
      { ...person, reference: 'OP-3', bases: [{ code: 'hunch' }] },
    ]),
  );
  const first = await take('persons', text, { preview: true });
  expect(first.counts).toEqual({ read: 3, taken: 1, known: 0, refused: 2 });
  expect(first.refused?.map(([line, field]) => [line, field])).toEqual([
    [3, 'SEX'],
    [4, 'BASES'],
  ]);
  expect((await take('persons', text)).counts).toEqual({ read: 3, taken: 1, known: 0, refused: 2 });
  expect((await take('persons', text)).counts).toEqual({ read: 3, taken: 0, known: 1, refused: 2 });
});

it('a row that is wrong in several ways is told all of them at once, each by its column', async () => {
  const columns = 'REFERENCE,NAME,BORN,AGE_FROM,AGE_TO,SEX,BASES,WHY,PHONES,PNC';
  const wrong = 'OP-77,Jordan Sampleton,31/02/1990,,,nobody,hunch,Made up,123,08/123456A';
  const older = 'OP-78,Jordan Sampleton,,19,18,,disclosure,Made up,123,';
  const { counts, refused = [] } = await take('persons', `${[columns, wrong, older].join('\n')}\n`);
  expect(counts).toEqual({ read: 2, taken: 0, known: 0, refused: 2 });
  const columnsOf = (line: number) => refused.filter(([at]) => at === line).map(([, field]) => field);
  expect(columnsOf(2).sort()).toEqual(['BASES', 'BORN', 'PHONES', 'PNC', 'SEX']);
  expect(columnsOf(3).sort()).toEqual(['AGE_TO', 'PHONES']);
});

it('a number of which the row was refused is free: the next row with it is looked at for itself, also in a preview', async () => {
  const columns = 'REFERENCE,NAME,BORN,AGE_FROM,AGE_TO,SEX,BASES,WHY,PHONES,PNC';
  const row = (name: string, from: number, to: number) =>
    `OP-90,${name},,${from},${to},,disclosure,Made up,,`;
  const [wrong, sound] = [row('Jordan Sampleton', 19, 18), row('Jordan Sampleton', 18, 19)];
  const rows = [wrong, wrong, sound, sound, row('Robin Sampleton', 18, 19)];
  const file = `${[columns, ...rows].join('\n')}\n`;
  for (const preview of [true, false]) {
    const { counts, refused } = await take('persons', file, { preview });
    expect(counts).toEqual({ read: 5, taken: 1, known: 1, refused: 3 });
    expect(refused).toEqual([
      [2, 'AGE_TO', expect.any(String)],
      [3, 'AGE_TO', expect.any(String)],
      [6, 'REFERENCE', 'NUMBER_USED'],
    ]);
  }
  const again = await take('persons', file);
  expect(again.counts).toEqual({ read: 5, taken: 0, known: 2, refused: 3 });
});

it('places are reported from a file in the same way', async () => {
  const text = await textOf(writeLocations([place, { ...place, reference: 'PL-2', kind: 'castle' }, place]));
  const { counts, refused } = await take('locations', text);
  expect(counts).toEqual({ read: 3, taken: 1, known: 1, refused: 1 });
  expect(refused).toEqual([[3, 'KIND', expect.any(String)]]);
  expect((await take('locations', text)).counts).toEqual({ read: 3, taken: 0, known: 2, refused: 1 });
});

it('a row whose record has since been closed to the importer, or disposed of, answers as one that is open', async () => {
  const importer = { who: 'police-desk' };
  const files = await Promise.all(
    ['OP-7', 'OP-8', 'OP-9'].map((reference) =>
      textOf(writePersons([{ ...person, reference, identifiers: [] }])),
    ),
  );
  const [open, closed, gone] = files as [string, string, string];
  const ids: string[] = [];
  for (const text of [open, closed, gone]) {
    const before = new Set(await idsOfCases());
    expect((await take('persons', text, importer)).counts).toMatchObject({ taken: 1 });
    ids.push(...(await idsOfCases()).filter((id) => !before.has(id)));
  }
  const [, closedId = '', goneId = ''] = ids;
  const closing = { handling: 'C', conditions: 'Made-up conditions', reason: 'Made up', readers: [] };
  await api.give('intelligence-supervisor', 'person-cases/set-handling', closing, closedId);
  const seen = await api.ask('police-desk', 'GET', `/api/v1/person-cases/${closedId}`);
  expect(seen.statusCode).toBe(404);
  // What a disposal leaves: the row of the record, and nobody who reads it.
  await openOwner(api.database.connections.owner, async (client) => {
    await client.query('delete from case_reader where record_id = $1', [goneId]);
    await client.query(`update record set phase = 'disposed' where id = $1`, [goneId]);
  });
  const answers = [];
  for (const text of [open, closed, gone]) answers.push(await take('persons', text, importer));
  expect(answers[0]?.counts).toEqual({ read: 1, taken: 0, known: 1, refused: 0 });
  const asAt = /"asAt":"[^"]*"/;
  for (const { body = '' } of answers)
    expect(body.replace(asAt, '')).toBe(answers[0]?.body?.replace(asAt, ''));
});

it('neither is taken from a worker', async () => {
  const text = await textOf(writePersons([person]));
  expect((await take('persons', text, { who: 'worker' })).status).toBe(403);
});
