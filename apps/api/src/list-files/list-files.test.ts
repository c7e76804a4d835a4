import { inflateRawSync } from 'node:zlib';
import { openOwner } from '@mase/store/testing';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sharedSchemas } from '../description/schemas.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { listColumns } from './list-columns.js';

let api: TestApi;
const canaries = ['=1+1', '+44', '-1', '@SUM(A1)'];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (let index = 0; index < 130; index += 1) {
    const firstName = canaries[index] ?? `Zqchild${index}`;
    const { id } = await api.give(
      'referrer',
      'child-cases/record-referral',
      aReferral({ child: { firstName, lastName: 'Example' } }),
    );
    const teamId = index % 2 === 0 ? 'north' : 'south';
    if (index < 30)
      await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId }), id);
  }
}, 120_000);
afterAll(() => api.close());

const file = (who: string, list: string, format = 'csv') =>
  api.ask(who, 'GET', `/api/v1/${list}${list.includes('?') ? '&' : '?'}format=${format}`);
const linesOf = (body: string) => body.trimEnd().split('\r\n');

/** The text of the only sheet of a workbook. */
function sheetOf(zip: Buffer): string {
  let at = zip.readUInt32LE(zip.length - 6);
  for (;;) {
    const [packed, length, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + length).endsWith('sheet1.xml'))
      return inflateRawSync(
        zip.subarray(local + 30 + zip.readUInt16LE(local + 26)).subarray(0, packed),
      ).toString();
    at += 46 + length;
  }
}

describe('a list as a file', () => {
  it('holds every line that its reader may see, page after page, with its filters', async () => {
    const all = await file('triage', 'child-cases');
    expect(all.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(all.headers['content-disposition']).toBe('attachment; filename="child-cases.csv"');
    expect(linesOf(all.body)).toHaveLength(131);
    expect(linesOf((await file('senior', 'child-cases?team=north')).body)).toHaveLength(16);
    expect(linesOf((await file('manager', 'child-cases')).body)).toHaveLength(16);
    expect(linesOf((await file('licensing', 'child-cases')).body)).toHaveLength(1);
    expect((await file('triage', 'child-cases', 'pdf')).statusCode).toBe(400);
    expect((await api.ask('triage', 'GET', '/api/v1/child-cases')).json().items).toHaveLength(25);
  });

  it('makes every cell inert that a spreadsheet would run, as CSV and as XLSX', async () => {
    const { body } = await file('triage', 'children');
    for (const canary of canaries) expect(body).toContain(`'${canary} Example`);
    const workbook = await file('triage', 'children', 'xlsx');
    expect(workbook.headers['content-type']).toContain('spreadsheetml.sheet');
    const sheet = sheetOf(workbook.rawPayload);
    expect(sheet.match(/<row>/g)).toHaveLength(131);
    expect(sheet).not.toMatch(/<f[ >]/);
    for (const canary of canaries)
      expect(sheet).toContain(`t="inlineStr"><is><t xml:space="preserve">${canary} Example<`);
  });

  it('is a table too where a report answers one: places with their months, a profile with its definitions', async () => {
    const places = linesOf((await file('auditor', 'locations/picture?from=2026-10&to=2026-11')).body);
    expect(places[0]).toBe(
      'Place,Reference,Kind,Priority,Address,Postcode,Latitude,Longitude,Incidents,Found there,Intelligence,Links,"Named, not linked",2026-10,2026-11',
    );
    const profile = await file('auditor', 'problem-profile?year=2026&for=outside');
    expect(profile.headers['content-disposition']).toBe(
      'attachment; filename="problem-profile-2026-for-others.csv"',
    );
    expect(linesOf(profile.body)[0]).toBe('Section,Figure,Line,Number,Of,Percentage,Definition');
    expect(profile.body).toContain('kept back');
    const summary = 'training-sessions/summary?from=2026-10-01&to=2026-11-30';
    expect((await file('auditor', summary, 'xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await file('worker', 'problem-profile?year=2026')).statusCode).toBe(403);
    expect((await file('auditor', 'problem-profile?year=2026', 'pdf')).statusCode).toBe(400);
  });

  it('is refused as the list is, before the first byte', async () => {
    const refused = await file('worker', 'silent-cases');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'NOT_PERMITTED']);
    expect((await file('chair', 'silent-cases')).statusCode).toBe(200);
    expect((await api.app.inject({ method: 'GET', url: '/api/v1/child-cases?format=csv' })).statusCode).toBe(
      401,
    );
  });

  it('audits whom each page shows before it leaves', async () => {
    const lookedAt = () =>
      openOwner(api.database.connections.owner, async (client) => {
        const found = await client.query(
          `select count(distinct s.person_id)::integer as n from audit_subject s join audit a on a.id = s.audit_id
             where a.action = 'children/list' and a.user_id = $1`,
          [api.founded.people.coordinator],
        );
        return found.rows[0].n as number;
      });
    const before = await lookedAt();
    const { body } = await file('coordinator', 'children');
    expect((await lookedAt()) - before).toBe(linesOf(body).length - 1);
  });

  it('has headings that tell its columns apart, in every list', () => {
    const lists = Object.entries(sharedSchemas).filter(
      ([, { properties }]) => properties && 'items' in properties && 'next' in properties,
    );
    expect(lists.length).toBeGreaterThan(30);
    for (const [name] of lists) {
      const headings = listColumns(name).map(({ heading }) => heading);
      expect([name, new Set(headings).size]).toEqual([name, headings.length]);
    }
  });
});
