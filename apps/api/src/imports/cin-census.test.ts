import { readFileSync } from 'node:fs';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine, RowLine } from './import-lines.js';

const sample = readFileSync(
  new URL('../../../../packages/exchange/examples/cin-census/cin-census-2022-sample.xml', import.meta.url),
  'utf8',
);
const counts = (read: number, taken: number, known: number, refused: number, warnings: number) => ({
  read,
  taken,
  known,
  refused,
  warnings,
});
const boundary = 'a-census';

async function send(api: TestApi, who: string, census: string | Buffer, fields: Record<string, string> = {}) {
  const field = ([name, value]: [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${Object.entries(fields).map(field).join('')}--${boundary}\r\ncontent-disposition: form-data; name="census"; filename="cin.xml"\r\ncontent-type: text/xml\r\n\r\n`;
  return api.app.inject({
    method: 'POST',
    url: '/api/v1/imports/cin-census',
    headers: {
      authorization: `Bearer ${await api.tokenOf(who)}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(census), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

async function take(api: TestApi, census: string, fields: Record<string, string> = {}) {
  const answer = await send(api, 'coordinator', census, fields);
  expect(answer.statusCode, answer.body).toBe(200);
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine);
  const summary = lines.at(-1) as Extract<ImportLine, { type: 'summary' }>;
  expect(summary.type, JSON.stringify(summary)).toBe('summary');
  return { summary, rows: lines.filter((line): line is RowLine => line.type === 'row') };
}

const stored = (api: TestApi) =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ children: number; referrals: number; proposals: number }>(
      `select (select count(*)::integer from record where kind = 'child') as children,
        (select count(*)::integer from written where kind = 'social-care-referral') as referrals,
        (select count(*)::integer from record where kind = 'referralProposal') as proposals`,
    );
    return found.rows[0];
  });

describe('the published children in need census', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi(inject('MASE_TEST_SERVER'));
  });
  afterAll(() => api.close());

  /** Five of the sample's referrals are dated after the day of the test: none that lies ahead is taken. */
  const ahead = ['2026', '2026', '2030', '2026', '2028'].map((year) => [year, 'future']);

  it('is previewed without storing, then taken as it is; a second time nothing is taken twice', async () => {
    const fields = { asAt: '2022-07-21' };
    const preview = await take(api, sample, { ...fields, preview: 'true' });
    const expected = {
      children: { read: 332, taken: 332, refused: 0 },
      referrals: { read: 402, taken: 397, refused: 5 },
    };
    const refused = preview.rows.filter((row) => row.outcome === 'refused');
    expect(refused.map((row) => [row.value.slice(0, 4), row.code])).toEqual(ahead);
    expect(preview.summary.stages).toMatchObject(expected);
    expect(await stored(api)).toEqual({ children: 0, referrals: 0, proposals: 0 });
    const first = await take(api, sample, fields);
    expect(first.summary.stages).toEqual(preview.summary.stages);
    const after = { children: 332, referrals: 397, proposals: 0 };
    expect(await stored(api)).toEqual(after);
    const again = await take(api, sample, fields);
    expect(again.summary.stages).toMatchObject({
      children: { taken: 0, known: 332 },
      referrals: { taken: 0, known: 397, refused: 5 },
    });
    expect(await stored(api)).toEqual(after);
  });
});

const census = (children: string) =>
  `<?xml version="1.0" encoding="utf-8"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year></CollectionDetails></Header><Children>\n${children}\n</Children></Message>`;
const child = (id: string, born: string, details = '') =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><UPNunknown>UN3</UPNunknown><PersonBirthDate>${born}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>${details}</Child>`;
const assessed = (authorised: string, ...factors: string[]) =>
  `<CINdetails><CINreferralDate>2025-01-05</CINreferralDate><Assessments><AssessmentActualStartDate>2025-01-06</AssessmentActualStartDate><AssessmentAuthorisationDate>${authorised}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>${factors.map((one) => `<AssessmentFactors>${one}</AssessmentFactors>`).join('')}</FactorsIdentifiedAtAssessment></Assessments></CINdetails>`;

describe('a census with factors', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi(inject('MASE_TEST_SERVER'));
  });
  afterAll(() => api.close());

  it('proposes a referral for sexual and for criminal exploitation, once for each assessment', async () => {
    const first = census(
      child('F1', '2011-02-03', assessed('2025-02-16', '10A', '11A')) +
        child('F2', '2011-02-03', assessed('2025-02-16', '24A')) +
        child('F3', '2011-02-03', assessed('2025-02-16', '12A', '19B')) +
        child('F4', '2001-02-03', assessed('2025-02-16', '11A')),
    );
    const { summary } = await take(api, first, { asAt: '2025-03-31' });
    expect(summary.proposals.map(({ localId, factors }) => [localId, factors?.codes])).toEqual([
      ['F1', ['11A']],
      ['F2', ['24A']],
    ]);
    const more = assessed('2025-02-16', '10A', '11A').replace(
      '</CINdetails>',
      '<CINclosureDate>2025-03-01</CINclosureDate></CINdetails>',
    );
    const later = await take(api, census(child('F1', '2011-02-03', more)), { asAt: '2025-03-31' });
    expect(later.summary.stages.referrals).toEqual(counts(1, 1, 0, 0, 0));
    expect(later.summary.proposals).toEqual([]);
    expect(await stored(api)).toMatchObject({ proposals: 2 });
  });

  it('refuses what cannot be taken with its line and reason, and takes the rest', async () => {
    const { rows, summary } = await take(
      api,
      census(
        `${child('G1', '2012-01-01', '<CINdetails><CINreferralDate>2025-02-30</CINreferralDate></CINdetails>')}\n` +
          `${child('', '2012-01-01')}\n${child('F1', '2012-01-01')}`,
      ),
    );
    expect(summary.stages.children).toMatchObject({ read: 3, taken: 1, refused: 2 });
    expect(
      rows.filter((row) => row.outcome === 'refused').map((row) => [row.line, row.field, row.code]),
    ).toEqual([
      [3, 'ChildIdentifiers/LAchildID', 'BLANK'],
      [4, 'ChildIdentifiers/PersonBirthDate', 'FACTS_DIFFER'],
      [2, 'CINreferralDate', 'NOT_A_DATE'],
    ]);
  });
});

describe('a census that cannot be read', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi(inject('MASE_TEST_SERVER'));
  });
  afterAll(() => api.close());

  it.each([
    ['that breaks off after thousands of lines', sample.slice(0, -400), 'NOT_XML'],
    ['with an entity bomb', `<!DOCTYPE Message [<!ENTITY a "b">]>${sample}`, 'DOCUMENT_TYPE'],
    [
      'in another encoding than it says',
      Buffer.from(census(child('Zo\u00eb', '2012-01-01')), 'latin1'),
      'WRONG_ENCODING',
    ],
    ['of another kind', sample.replace('>CIN<', '>SWF<'), 'NOT_A_CENSUS'],
  ])('%s is refused whole: nothing is half taken', async (_what, file, code) => {
    const answer = await send(api, 'coordinator', file);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'UNREADABLE_FILE', errors: [{ code }] });
    expect(answer.json().detail).toContain('Nothing was taken.');
    expect(await stored(api)).toEqual({ children: 0, referrals: 0, proposals: 0 });
  });

  it.each(['worker', 'police-desk', 'auditor'])(
    'is not taken from %s, who is told by whom it can be done',
    async (who) => {
      const answer = await send(api, who, sample);
      const { detail } = answer.json();
      expect([answer.statusCode, detail]).toEqual([
        403,
        'This can be done by the coordinator or the triage team. Nothing was taken.',
      ]);
      expect(await stored(api)).toEqual({ children: 0, referrals: 0, proposals: 0 });
    },
  );
});
