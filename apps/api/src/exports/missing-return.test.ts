import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

// The published return, as it is: its missing file whole, and of its header those children.
const folder = new URL('../../../../packages/exchange/examples/ssda903/', import.meta.url);
const linesOf = (name: string) =>
  readFileSync(new URL(`${name}.csv`, folder), 'utf8')
    .trim()
    .split(/\r?\n/);
const missing = linesOf('missing');
const absent = new Set(missing.map((line) => line.split(',')[0]));
const header = linesOf('header').filter((line) => absent.has(line.split(',')[0]));

let api: TestApi;

async function taken(): Promise<void> {
  const boundary = 'a-return';
  const part = (name: string, lines: string[]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.csv"\r\ncontent-type: text/csv\r\n\r\n${lines.join('\n')}\n\r\n`;
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/v1/imports/ssda903',
    headers: {
      authorization: `Bearer ${await api.tokenOf('coordinator')}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${part('header', header)}${part('missing', missing)}--${boundary}--\r\n`,
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

/** The missing file of the return over these days, its lines below the names of the columns, and how its download ended. */
async function written(from: string, to: string) {
  const asked = {
    ...{ what: 'missing-return', from, to, reason: 'The yearly return (made up)' },
    recipient: { name: 'Made-up desk', organisation: 'Made-up department' },
  };
  const { id } = await api.give('auditor', 'exports/request-export', asked);
  await api.give('caldicott', 'exports/approve-export', {}, id);
  await api.seal();
  await api.give('auditor', 'exports/begin-download', {}, id);
  const file = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
  const [columns, ...rows] = file.body.trim().split(/\r?\n/);
  const { download } = (await api.ask('auditor', 'GET', `/api/v1/exports/${id}`)).json();
  return { columns, rows, end: download.end, mark: file.headers['export-watermark'], id };
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await taken();
});
afterAll(() => api.close());

describe('the missing file of the SSDA903 return', () => {
  it('has every line of the published file but the overlapping absence, which the books refused', async () => {
    const { columns, rows, end, mark, id } = await written('2000-01-01', '2030-12-31');
    const [names, ...given] = missing;
    expect(columns).toBe(names);
    const kept = given.filter((line) => !line.startsWith('366621,') || !line.includes('20/11/2017'));
    expect(kept).toHaveLength(42);
    expect([...rows].sort()).toEqual([...kept].sort());
    expect([end.rows, end.leftOut, mark]).toEqual([42, 0, id]);
  });

  it('has the absences of its days alone, and leaves one open that goes on after them', async () => {
    const { rows } = await written('2017-11-21', '2017-11-21');
    const day = (text = '') => text.split('/').reverse().join('');
    const lasting = missing
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, , , start, end]) => day(start) <= '20171121' && (!end || day(end) >= '20171121'))
      .filter(([child, , , start]) => child !== '366621' || start !== '20/11/2017');
    expect(lasting.length).toBeGreaterThan(2);
    expect(rows).toHaveLength(lasting.length);
    expect(rows.filter((line) => line.endsWith(',')).length).toBe(
      lasting.filter(([, , , , end]) => !end || day(end) > '20171121').length,
    );
  });

  it('leaves out, and counts, a child without the authority’s id, and says nothing of one missing from home', async () => {
    const report = (missingFrom: string, firstName: string) =>
      api.give('police-desk', 'missing-episodes/report-missing', {
        ...{ child: { firstName }, kind: 'missing', since: '2026-11-01T20:00:00.000Z', missingFrom },
        reportedBy: 'Made-up home',
      });
    await report('care', 'Alex');
    await report('home', 'Sam');
    const { rows, end } = await written('2026-11-01', '2026-11-02');
    expect([rows, end.rows, end.leftOut]).toEqual([[], 0, 1]);
  });

  it('is asked for with its days, and nothing else is', async () => {
    const why = async (more: object) => {
      const body = { reason: 'x', recipient: { name: 'x', organisation: 'x' }, ...more };
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const answer = await api.ask('auditor', 'POST', '/api/v1/exports/request-export', body, headers);
      return [answer.statusCode, answer.body.includes('/from')];
    };
    expect(await why({ what: 'missing-return' })).toEqual([409, true]);
    const days = { from: '2026-01-01', to: '2026-02-01' };
    expect(await why({ what: 'list', list: 'child', ...days })).toEqual([409, true]);
  });
});
