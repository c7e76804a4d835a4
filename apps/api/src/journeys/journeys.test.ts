import { openPdf, pdfFaults, withoutSpace } from '@mase/documents/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { canary, type LittleSitting, littleSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let sitting: LittleSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
  const { robin, sam } = sitting.cases;
  const words = 'Robin and Wren met Robbie’s aunt; call 07700 900123 (made up).';
  await api.give('worker', 'child-cases/record-view', { of: 'child', words, how: 'with Wren Worker' }, robin);
  const caution = {
    who: 'The mother’s partner (made up)',
    party: 'other',
    whatNot: 'No letter to the house',
    why: 'CAUTION-WHY-CANARY',
    until: '2026-03-02',
  };
  await api.give('manager', 'child-cases/set-contact-caution', caution, sam);
}, 120_000);
afterAll(() => api.close());

const journey = (who: string, id: string, more = '?format=html') =>
  api.ask(who, 'GET', `/api/v1/child-cases/${id}/journey${more}`);

describe('the child’s journey', () => {
  it('tells what happened, the earliest first, with the child’s own words, in HTML and in PDF', async () => {
    const { body, headers } = await journey('worker', sitting.cases.robin);
    const at = (words: string) => body.indexOf(words);
    expect(at('Referral received')).toBeGreaterThan(0);
    expect(at('Triage decision')).toBeGreaterThan(at('Referral received'));
    expect(at('Grade confirmed: medium')).toBeGreaterThan(at('Triage decision'));
    expect(body).toContain('I want them to stop waiting for me.');
    expect(body).toContain('OFFICIAL-SENSITIVE');
    expect(headers['content-disposition']).not.toMatch(/robin/i);
    const pdf = await openPdf((await journey('worker', sitting.cases.robin, '')).rawPayload);
    expect(pdfFaults(pdf)).toEqual([]);
    expect(pdf.body).toContain(withoutSpace('I want them to stop waiting for me.'));
  });

  it('heeds a caution without saying why, prints no disruption part, and says what is left out', async () => {
    for (const who of ['worker', 'manager', 'senior', 'chair', 'auditor']) {
      const { statusCode, body } = await journey(who, sitting.cases.sam);
      if (statusCode !== 200) continue;
      expect(body).toContain('Contact caution');
      expect(body).not.toContain('CAUTION-WHY-CANARY');
      expect(body).not.toContain(canary);
      expect(body).toContain('Left out of this copy');
    }
  });

  it('is not there for whoever reads no such case, nor for the referrer, who has the receipt alone', async () => {
    for (const who of ['licensing', 'worker-south', 'referrer'])
      expect([who, (await journey(who, sitting.cases.robin)).statusCode]).toEqual([who, 404]);
  });
});

describe('a copy of the child’s journey', () => {
  const copies = async (who: string, id: string) => {
    const answer = await api.ask(who, 'GET', `/api/v1/child-cases/${id}/journey-copies`);
    return answer.json().items as {
      number: number;
      version: number;
      name: string;
      openedAt: string | null;
    }[];
  };

  it('is numbered for its reader, stays the same while nothing is new, and gets a new version with a new entry', async () => {
    const { robin } = sitting.cases;
    const first = await journey('manager', robin);
    const again = await journey('manager', robin, '?format=pdf');
    expect([again.headers['pack-copy'], again.headers['pack-version'], again.headers.etag]).toEqual([
      first.headers['pack-copy'],
      '1',
      first.headers.etag,
    ]);
    const said = { of: 'child', words: 'I like it here now (made up).', how: 'in person' };
    await api.give('worker', 'child-cases/record-view', said, robin);
    const next = await journey('manager', robin);
    expect(next.headers['pack-version']).toBe('2');
    expect(Number(next.headers['pack-copy'])).toBeGreaterThan(Number(first.headers['pack-copy']));
    const mine = (await copies('manager', robin)).filter(({ name }) => name === 'Mo Manager');
    expect(mine.map(({ version, openedAt }) => [version, openedAt !== null])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  it('is opened as it was issued by whose it is and by those who oversee, and is not there for anybody else', async () => {
    const { robin } = sitting.cases;
    const own = await journey('worker', robin);
    const number = own.headers['pack-copy'] as string;
    const said = { of: 'child', words: 'LATER-WORDS (made up)', how: 'in person' };
    await api.give('worker', 'child-cases/record-view', said, robin);
    const open = (who: string) =>
      api.ask(who, 'GET', `/api/v1/child-cases/${robin}/journey-copies/${number}?format=html`);
    for (const who of ['worker', 'auditor', 'governance', 'manager']) {
      const { statusCode, body, headers } = await open(who);
      expect([who, statusCode, headers['pack-whole'], headers.etag]).toEqual([
        who,
        200,
        'yes',
        own.headers.etag,
      ]);
      expect(body).toContain('I want them to stop waiting for me.');
      expect(body).not.toContain('LATER-WORDS');
    }
    for (const who of ['senior', 'licensing', 'referrer'])
      expect([who, (await open(who)).statusCode]).toEqual([who, 404]);
    const numbers = (await copies('worker', robin)).map((one) => one.name);
    expect([...new Set(numbers)]).toEqual(['Wren Worker']);
    expect((await copies('governance', robin)).length).toBeGreaterThan(numbers.length);
  });

  it('lacks an entry that was withdrawn since, and says so', async () => {
    const { alex } = sitting.cases;
    const said = { of: 'parent', words: 'WRONG-CHILD-CANARY', how: 'by telephone' };
    await api.give('worker', 'child-cases/record-view', said, alex);
    const { headers, body } = await journey('worker', alex);
    expect(body).toContain('WRONG-CHILD-CANARY');
    const view = await api.ask('worker', 'GET', `/api/v1/child-cases/${alex}`);
    const written = view.json().written as { id: string; body: { words?: string } }[];
    const entry = written.find((one) => one.body.words === 'WRONG-CHILD-CANARY')?.id as string;
    await api.give(
      'manager',
      'child-cases/withdraw-entry',
      { rowId: entry, reason: 'It is about another child (made up)' },
      alex,
    );
    const opened = await api.ask(
      'worker',
      'GET',
      `/api/v1/child-cases/${alex}/journey-copies/${headers['pack-copy']}?format=html`,
    );
    expect([opened.statusCode, opened.headers['pack-whole']]).toEqual([200, 'no']);
    expect(opened.body).not.toContain('WRONG-CHILD-CANARY');
    expect(opened.body).toContain('without what can no longer be shown');
    const carried = await api.ask('governance', 'GET', `/api/v1/child-cases/${alex}/carriers`);
    const papers = (carried.json().copies as { paper: string }[]).map(({ paper }) => paper);
    expect(papers).toContain('journey-copy');
  });
});
