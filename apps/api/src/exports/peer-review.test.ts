import { openPdf, pdfFaults, withoutSpace } from '@mase/documents/testing';
import { openOwner } from '@mase/store/testing';
import { aLink, aLinkGrade } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LittleSitting, littleSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let cases: LittleSitting['cases'];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  ({ cases } = await littleSitting(api));
  const { robin, sam } = cases;
  const childOf = async (id: string) =>
    (await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`)).json().childId as string;
  const [ofRobin, ofSam] = [await childOf(robin), await childOf(sam)];
  const me = { likes: 'Foxes', trustedAdult: 'Aunt Maddie Fictional, who lives next door' };
  await api.give('worker', 'children/record-about-me', me, ofRobin);
  const handle = { kind: 'handle', platform: 'other', text: 'foxlover-zq' };
  for (const id of [ofRobin, ofSam]) {
    const link = aLink(id, { kind: 'contacted-from', to: handle });
    const made = await api.give('worker', 'links/record-link', link);
    // Those who oversee read a link once police have graded it.
    await api.give('intelligence', 'links/grade-link', aLinkGrade('2026-03-01'), made.id);
  }
  const say = (words: string, id: string) =>
    api.give('worker', 'child-cases/record-view', { of: 'child', words, how: 'with Wren Worker' }, id);
  await say(
    'Robbie met Sam at Bracken Academy, 14 Made-Up Road; call 07700 900123 or foxlover-zq. Maddie and Wren know.',
    robin,
  );
  await say('Robin told me of foxlover-zq. Aunt Maddie came with Wren.', sam);
}, 180_000);
afterAll(() => api.close());

const asked = (more: object = {}) => ({
  what: 'peer-review',
  cases: [cases.robin, cases.sam],
  recipient: { name: 'Blake Placeholder', organisation: 'Made-up Improvement Partners' },
  reason: 'A made-up review of Robin’s year',
  ...more,
});
const request = async (more: object = {}) =>
  (await api.give('auditor', 'exports/request-export', asked(more))).id as string;
const read = (who: string, id: string) =>
  api.ask(who, 'GET', `/api/v1/exports/${id}/peer-review?format=html`);
const refusal = (more: object) =>
  api.ask('auditor', 'POST', '/api/v1/exports/request-export', asked(more), { 'idempotency-key': uuidv7() });
const main = (body: string) => body.slice(body.indexOf('<main'), body.indexOf('</main'));
const saidIn = (body: string) => body.match(/<span class="note">In their own words:<\/span> [^<]*/g) ?? [];

describe('a pack for a peer review', () => {
  it('names nobody whom the records know on any page: no child, nickname, school, carer, address, telephone or account', async () => {
    const { statusCode, body } = await read('auditor', await request());
    expect(statusCode).toBe(200);
    const known = [
      'Robin',
      'Robbie',
      'Ordinary',
      'Sam\\b',
      'Maddie',
      'Fictional',
      'Wren',
      'Mo Manager',
      'Bracken',
    ];
    // Whose copy it is stands on it, as on every copy that is read within the partnership.
    const shown = main(body).replace(/<dt>This copy<\/dt>.*/, '');
    for (const name of [...known, 'Made-Up Road', '07700', 'foxlover', 'Fernshire', 'C-\\d', '\\b20(1|0)\\d'])
      expect([name, shown.match(new RegExp(`.{0,40}${name}.{0,20}`))?.[0]]).toEqual([name, undefined]);
    expect(shown).toContain('[address]');
    expect(shown).toContain('[number]');
    expect(shown).toContain('Day 1');
    expect(shown).toContain('Free text can still tell who somebody is');
  });

  it('calls whoever comes up in several of its cases the same in each', async () => {
    const { body } = await read('auditor', await request());
    const [ofRobin = '', ofSam = ''] = saidIn(main(body)).filter((words) =>
      words.includes('Account or number'),
    );
    expect(ofRobin).toContain('[Child 1] met [Child 2]');
    expect(ofSam).toContain('[Child 1] told me of [Account or number 1]');
    const worker = /\[Professional \d+\]/.exec(ofRobin)?.[0] as string;
    expect(worker).toMatch(/Professional/);
    expect(ofSam).toContain(`came with ${worker}`);
    for (const one of [ofRobin, ofSam]) expect(one).toContain('[Trusted adult 1]');
  });

  it('is read by who decides, leaves once as a numbered copy for its recipient, and has the digest of what was read', async () => {
    const id = await request();
    const before = await read('caldicott', id);
    expect(before.body).toContain('Child 2');
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.seal();
    await api.give('auditor', 'exports/begin-download', {}, id);
    const file = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    const pdf = await openPdf(file.rawPayload);
    expect(pdfFaults(pdf)).toEqual([]);
    for (const page of pdf.pages)
      expect(page).toContain(withoutSpace('for Blake Placeholder, Made-up Improvement Partners'));
    expect((await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`)).json().code).toBe('FETCHED');
    const { copies, download } = (await api.ask('governance', 'GET', `/api/v1/exports/${id}`)).json();
    const [first, last] = copies;
    expect([first.number, first.outside, last.number, last.outside]).toEqual([1, false, 2, true]);
    expect(`"${last.digest}"`).toBe(before.headers.etag);
    expect(download.end).toMatchObject({ complete: true, bytes: file.rawPayload.length });
    expect(download.end.rows).toBeGreaterThan(5);
    const seen = await openOwner(api.database.connections.owner, (client) =>
      client.query(
        `select 1 from audit a join audit_subject s on s.audit_id = a.id
         where a.action = 'exports/rows' and a.record_id = $1`,
        [id],
      ),
    );
    expect(seen.rows.length).toBe(2);
  });

  it('holds no case that one of the two does not read whole, and says so to who asked alone', async () => {
    await openOwner(api.database.connections.owner, (client) =>
      client.query(`delete from case_reader where principal = 'role:caldicott-guardian' and record_id = $1`, [
        cases.alex,
      ]),
    );
    const id = await request({ cases: [cases.alex, cases.robin] });
    const decides = await read('caldicott', id);
    expect(decides.body).not.toContain('Child 2');
    const view = await api.ask('caldicott', 'GET', `/api/v1/exports/${id}`);
    expect(view.json().cases.map((one: { id: string }) => one.id)).toEqual([cases.robin]);
    await api.give('caldicott', 'exports/approve-export', {}, id);
    await api.seal();
    await api.give('auditor', 'exports/begin-download', {}, id);
    const file = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
    const { body } = await openPdf(file.rawPayload);
    expect(body).not.toContain(withoutSpace('Child 2'));
    expect(body).toContain(withoutSpace('Of the cases that were chosen, 1 is left out'));
  });

  it('needs cases that may be seen, at most twelve, and is refused with what is wrong', async () => {
    const faults = async (more: object) => {
      const { statusCode, body } = await refusal(more);
      return [statusCode, body.match(/Choose the cases|no case that you may see|at most 12 ids/)?.[0]];
    };
    expect(await faults({ cases: [] })).toEqual([409, 'Choose the cases']);
    expect(await faults({ cases: [uuidv7()] })).toEqual([409, 'no case that you may see']);
    expect(await faults({ cases: Array.from({ length: 13 }, () => uuidv7()) })).toEqual([
      400,
      'at most 12 ids',
    ]);
    expect(await faults({ what: 'partnership' })).toEqual([409, 'Choose the cases']);
  });

  it('is not there where another export is asked for, nor for anybody else, and not once it is refused', async () => {
    const id = await request();
    expect((await read('manager', id)).statusCode).toBe(404);
    const list = await request({ what: 'list', list: 'child', cases: undefined });
    expect((await read('governance', list)).statusCode).toBe(404);
    await api.give('governance', 'exports/refuse-export', { reason: 'Too much (made up)' }, id);
    expect((await read('auditor', id)).json().code).toBe('ENDED');
  });
});
