import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { addItem, gradedCase, list, openSitting } from './testing/little-sitting.js';

let api: TestApi;
let sitting: { id: string };
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const caseId = await gradedCase(api, { firstName: 'Robin', lastName: 'Example', birthDate: '2010-06-01' });
  await list(api, caseId);
  api.time.now = '2026-02-05T09:00:00.000Z';
  sitting = { id: await openSitting(api, '2026-02-26T10:00:00.000Z', '2026-02-26T12:00:00.000Z') };
  await addItem(api, sitting.id, caseId);
  const theme = {
    subject: 'theme',
    words: 'Made-up papers of a theme',
    title: 'Lifts home from work (made up)',
    section: 'theme',
    asked: 'Who has an overview?',
  };
  await api.give('coordinator', 'sittings/add-subject', theme, sitting.id);
}, 120_000);
afterAll(() => api.close());

const pack = async (who: string) => {
  const { statusCode, body } = await api.ask(who, 'GET', `/api/v1/sittings/${sitting.id}/pack?format=html`);
  expect(statusCode).toBe(200);
  const from = body.indexOf('id="figures"');
  return { all: body, figures: body.slice(from, body.indexOf('<section', from + 1)) };
};
const issue = () => {
  const { people } = api.founded;
  const recipients = [people.chair, people['member-police'], people['member-health'], people.coordinator];
  return api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
};
const versionOf = async (who: string) => {
  const answer = await api.ask(who, 'GET', `/api/v1/sittings/${sitting.id}/pack?format=html`);
  return [answer.headers['pack-version'], answer.headers.etag];
};

describe('themes and figures in the papers', () => {
  it('are the themes on the agenda, and until the papers are issued no figure', async () => {
    const { figures } = await pack('chair');
    expect(figures).toContain('Lifts home from work (made up)');
    expect(figures).toContain('Figures are counted when the papers are first issued');
  });

  it('are counted when papers are issued, each with its definition, and are the same for everybody', async () => {
    await issue();
    const [chair, health] = [await pack('chair'), await pack('member-health')];
    expect(chair.figures).toContain('Referrals as they were received in the period');
    expect(chair.figures).toContain('Children');
    expect(chair.figures).toContain('What is closed to all but those named is not counted.');
    const tables = ({ figures }: typeof chair) => figures.slice(figures.indexOf('<table'));
    expect(tables(health)).toBe(tables(chair));
  });

  it('hold no number from 1 to 4, nor what would tell one', async () => {
    const { figures } = await pack('chair');
    const cells = [...figures.matchAll(/<td>([^<]*)<\/td>/g)].map(([, words = '']) => words);
    expect(cells.filter((words) => /(?:^|\()[1-4](?: of|$)/.test(words))).toEqual([]);
    expect(cells).toContain('kept back');
    expect(figures).toContain('Numbers from 1 to 4 are kept back');
  });

  it('stay as they were counted, so that no figure makes a new version', async () => {
    const before = await versionOf('member-health');
    const child = { firstName: 'Kim', lastName: 'Another', birthDate: '2011-03-04' };
    const seenOrSaid = 'An adult nobody knows waits after school (made up).';
    await api.give('referrer', 'child-cases/record-referral', { seenOrSaid, immediateDanger: false, child });
    await issue();
    expect(await versionOf('member-health')).toEqual(before);
  });
});
