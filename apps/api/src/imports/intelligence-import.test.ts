import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine } from './import-lines.js';

const canary = 'Zqcanary';
const head =
  'REFERENCE,SEEN,WHEN,WHERE,WHO_ELSE_KNOWS,HOW_KNOWN,FROM_CHILD,COULD_SHOW,CHILD_IN_DANGER,PHONES,REGISTRATIONS,EMAILS,PNC';
const said = `${canary} seen (made up),${canary} then,${canary} there,${canary} knows`;
const text = [
  head,
  `IN-1,${said},told-by-somebody,no,no,no,07700 900123,,,`,
  `IN-2,${said},a-hunch,no,no,no,,,,`,
  `IN-3,${said},told-by-somebody,no,no,,,,,`,
  `IN-4,${said},told-by-somebody,no,no,no,,,,${canary}12`,
  `IN-5,${said},told-by-somebody,no,no,no,,,,,${canary}`,
  `IN-6,${canary.repeat(3000)},then,there,,told-by-somebody,no,no,no,,,,`,
].join('\n');

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function take(file: string, { preview = false, who = 'intelligence' } = {}) {
  const part = (disposition: string, body: string) =>
    `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${body}\r\n`;
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/v1/imports/intelligence',
    headers: {
      authorization: `Bearer ${await api.tokenOf(who)}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    payload: `${part('name="preview"', String(preview))}${part('name="file"; filename="reports.csv"', file)}--x--\r\n`,
  });
  const lines = answer.statusCode === 200 ? answer.body.trim().split('\n') : [];
  const all = lines.map((line) => JSON.parse(line) as ImportLine);
  const summary = all.at(-1) as Extract<ImportLine, { type: 'summary' }> | undefined;
  const { taken, known, refused } = summary?.stages?.intelligence ?? {};
  const rows = all.flatMap((line) => (line.type === 'row' && line.outcome === 'refused' ? [line] : []));
  const warnings = all.flatMap((line) => (line.type === 'row' && line.outcome === 'warning' ? [line] : []));
  return { status: answer.statusCode, body: answer.body, counts: { taken, known, refused }, rows, warnings };
}

it('each report is submitted to the desk: previewed, taken, known the next time, faults by line and column', async () => {
  const preview = await take(text, { preview: true });
  expect(preview.counts).toEqual({ taken: 1, known: 0, refused: 5 });
  expect((await api.ask('intelligence', 'GET', '/api/v1/intelligence')).json().items).toEqual([]);
  const first = await take(text);
  expect(first.counts).toEqual({ taken: 1, known: 0, refused: 5 });
  const byLine = first.rows.toSorted((one, other) => one.line - other.line);
  expect(byLine.map(({ line, field }) => [line, field])).toEqual([
    [3, 'HOW_KNOWN'],
    [4, 'CHILD_IN_DANGER'],
    [5, 'PNC'],
    [6, ''],
    [7, 'SEEN'],
  ]);
  expect((await take(text)).counts).toEqual({ taken: 0, known: 1, refused: 5 });
  const { items } = (await api.ask('intelligence', 'GET', '/api/v1/intelligence')).json();
  expect(items).toMatchObject([{ desk: { state: 'submitted', grade: null } }]);
});

it('a report under a number that was used for another is refused with its line, in one file and in the next', async () => {
  const [head = '', sound = ''] = text.split('\n');
  const one = sound.replace('IN-1', 'NO-1');
  const other = one.replace('seen (made up)', 'taken to a made-up flat');
  expect(other).not.toBe(one);
  const both = await take([head, one, other, one].join('\n'));
  expect(both.counts).toEqual({ taken: 1, known: 1, refused: 1 });
  expect(both.rows).toMatchObject([{ line: 3, field: 'REFERENCE', code: 'NUMBER_USED' }]);
  expect(both.body).not.toContain('taken to a made-up flat');
  const next = await take([head, other].join('\n'), { preview: true });
  expect(next.rows).toMatchObject([{ line: 2, field: 'REFERENCE', code: 'NUMBER_USED' }]);
  expect((await take([head, one].join('\n'))).counts).toEqual({ taken: 0, known: 1, refused: 0 });
});

it('a number given before rows were compared is said with its line, and is not taken for known where a child is in danger', async () => {
  const [head = '', sound = ''] = text.split('\n');
  const calm = sound.replace('IN-1', 'OL-1');
  const danger = sound.replace('IN-1', 'OL-2').replace('no,no,no,', 'no,no,yes,');
  expect((await take([head, calm, danger].join('\n'))).counts).toEqual({ taken: 2, known: 0, refused: 0 });
  // As it stood before: the command of the row bore no mark.
  await openOwner(api.database.connections.owner, (client) =>
    client.query(
      `alter table history disable trigger user;
       update history set command_id = overlay(command_id::text placing '7' from 15)::uuid
         where command_id::text like '______________8%';
       alter table history enable trigger user;`,
    ),
  );
  const again = await take([head, calm, danger].join('\n'));
  expect(again.counts).toEqual({ taken: 0, known: 1, refused: 1 });
  expect(again.rows).toMatchObject([{ line: 3, field: 'REFERENCE', code: 'NUMBER_NOT_COMPARED' }]);
  expect(again.warnings).toMatchObject([{ line: 2, field: 'REFERENCE', code: 'NUMBER_NOT_COMPARED' }]);
});

it('no word of a report stands in the answer, nor anywhere but in the table of unsanitised text and as its identifiers', async () => {
  const { body, rows } = await take(text.replaceAll('IN-', 'SE-'));
  expect(body).not.toContain(canary);
  expect(rows.find(({ line }) => line === 3)?.raw).toMatchObject({ REFERENCE: 'SE-2', HOW_KNOWN: 'a-hunch' });
  const holding = await openOwner(api.database.connections.owner, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await client.query(
        `select 1 from ${name} t where t::text like '%${canary}%' limit 1`,
      );
      if (rowCount) found.push(name);
    }
    return found;
  });
  expect(holding).toEqual(['unsanitised_text']);
});

it('a file without names of columns is refused without a word of it, and files come from the desk alone', async () => {
  const headless = await take(`IN-9,${said}`);
  expect(headless.status).toBe(400);
  expect(headless.body).not.toMatch(new RegExp(canary, 'i'));
  expect((await take(text, { who: 'worker' })).status).toBe(403);
});
