import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listFileAsked } from '../../list-files.js';
import { tablePages } from '../../list-pages.js';
import { pages } from '../../pages.js';
import { linksIn, signedIn } from '../../testing/crawl.js';
import { scheduled } from '../../testing/panel-sittings.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: Awaited<ReturnType<typeof smallWorld>>;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
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

  it('is offered of every page with figures, with the same table as CSV and as XLSX', async () => {
    const { body } = await api.ask('auditor', 'GET', `/api/v1/child-cases/${world.proposed}`);
    const { childId } = body as { childId: string };
    const ids: Record<string, string> = {
      ...{ 'child-cases': world.proposed, children: childId },
      sittings: await scheduled(api, 30, 60),
    };
    const readers = await Promise.all(['auditor', 'licensing'].map((who) => signedIn(site.app, who)));
    const lacking: string[] = [];
    for (const id of Object.keys(tablePages)) {
      const url = pages.find((one) => one.id === id)?.url ?? '';
      const here = `${url.replace(':id', ids[id.split('/')[0] ?? ''] ?? '')}?about=${childId}`;
      for (const reader of readers) {
        const shown = await reader.open(here);
        const files = linksIn(shown.body).filter((to) => to.startsWith('/list-file?'));
        const kinds = await Promise.all(
          files.slice(0, 2).map(async (to) => (await reader.open(to)).headers['content-disposition']),
        );
        if (kinds.every((kind) => /filename=".+\.(csv|xlsx)"/.test(String(kind))) && kinds.length === 2)
          break;
        if (reader === readers.at(-1)) lacking.push(`${id} ${shown.statusCode} ${kinds}`);
      }
    }
    expect(lacking).toEqual([]);
  });

  it('leads to no other address of the api', async () => {
    expect(listFileAsked({ table: 'children/:id/looks', format: 'csv', record: '..' })).toBe(null);
    expect(listFileAsked({ table: 'children/:id/looks', format: 'csv' })).toBe(null);
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
