import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listFileAsked } from '../../list-files.js';
import { linksIn, signedIn } from '../../testing/crawl.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  await smallWorld(api);
  site = await startSite(api.url);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

describe('a list as a file', () => {
  it('is offered under the filters with which the list is shown, as CSV and as XLSX', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/clocks?stands=late&from=2020-01-01');
    const files = linksIn(auditor.html).filter((to) => to.startsWith('/list-file?'));
    expect(files.map((to) => new URLSearchParams(to.split('?')[1]).getAll('stands'))).toEqual([
      ['overdue', 'met-late', 'missed'],
      ['overdue', 'met-late', 'missed'],
    ]);
    const [csv, xlsx] = await Promise.all(files.map((to) => auditor.open(to)));
    expect([csv?.statusCode, csv?.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv?.headers['content-disposition']).toBe('attachment; filename="clocks.csv"');
    expect([xlsx?.statusCode, xlsx?.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('leads to no other address of the api', async () => {
    expect(listFileAsked({ table: '../sessions', format: 'csv' })).toBe(null);
    expect(listFileAsked({ table: 'clocks', format: 'pdf' })).toBe(null);
    expect(listFileAsked({ table: 'clocks', format: 'csv', stands: ['a', 'b'] })).toBe(
      '/api/v1/clocks?format=csv&stands=a&stands=b',
    );
    expect(listFileAsked({ table: 'judgement-lists', format: 'csv', list: 'no-harm' })).toBe(
      '/api/v1/judgement-lists?format=csv&list=no-harm',
    );
  });
});
