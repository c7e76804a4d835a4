import { openStore, weighLinks } from '@mase/store';
import { aLink, aLinkGrade } from '@mase/workflow/testing';
import { type JourneyStep, nobody, reason } from './journey-step.js';
import type { TestApi } from './test-api.js';

/** Draws and weighs what waits for it, as the worker does, until nothing waits; gives how many that were. */
export async function weighNow(api: TestApi): Promise<number> {
  const worker = await openStore(api.database.connections.worker, { clock: () => api.time.now });
  try {
    for (let all = 0; ; ) {
      const done = await weighLinks(worker, api.store);
      if (done === 0) return all;
      all += done;
    }
  } finally {
    await worker.close();
  }
}

/** The migration from which on links are drawn. */
const sinceDrawn = '1765190000000';

/** Takes the books to where they were before links were drawn. */
export async function beforeDrawing(api: TestApi): Promise<void> {
  const store = await openStore(api.database.connections.owner, { size: 2 });
  const newest = async (): Promise<string> =>
    (await store.dataSource.query('select max(timestamp)::text as at from migration'))[0].at;
  try {
    while ((await newest()) >= sinceDrawn) await store.dataSource.undoLastMigration({ transaction: 'each' });
    await store.dataSource.query('truncate unweighed_link');
  } finally {
    await store.close();
  }
}

/** Puts three made-up children on the books who were contacted from one number, and gives the cluster that is proposed. */
export async function aProposedCluster(api: TestApi, number: string): Promise<string> {
  const known = async () => {
    const answer = await api.ask('intelligence', 'GET', '/api/v1/clusters');
    return (answer.json().items as { id: string }[]).map(({ id }) => id);
  };
  const before = await known();
  for (const firstName of ['Ada', 'Bea', 'Cleo']) {
    const child = { firstName, lastName: `Made-up ${number}`, from: 'return' };
    const { id } = await api.give('coordinator', 'children/record-child', child);
    const link = aLink(id, { kind: 'contacted-from', to: { kind: 'phone', text: number } });
    await api.give('coordinator', 'links/record-link', link);
  }
  await weighNow(api);
  return (await known()).find((id) => !before.includes(id)) as string;
}

const link = (as: string): JourneyStep => ({
  command: 'links/record-link',
  who: 'worker',
  as,
  body: ({ known }) => aLink(known.childOfCase as string),
  refusedBody: () => aLink(nobody),
});
const desk = (verb: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}): JourneyStep => ({
  command: `links/${verb}`,
  who: 'intelligence',
  on: 'link',
  body,
  ...more,
});
const reviewBy = '2027-02-01';
const cluster = (verb: string, on: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command: `clusters/${verb}`, who: 'duty', on, body, ...more }) as JourneyStep;
const words = () => ({ words: 'Made-up words' });
const agencies = ['Police', 'Social care'];

/** Links from recording to withdrawal, and a cluster of children from its proposal to its closing. */
export const linkSteps: JourneyStep[] = [
  link('link'),
  desk('grade-link', () => aLinkGrade(reviewBy), { refusedBody: () => aLinkGrade('2001-01-01') }),
  desk('acknowledge-link', () => ({ doing: 'known-already', words: 'Made up' }), {
    who: 'worker',
    refused: 'never',
  }),
  desk('review-link', () => ({ outcome: 'stands', reviewBy, reasons: 'Made up' }), {
    refusedBody: () => ({ outcome: 'stands', reviewBy: '2001-01-01', reasons: 'Made up' }),
    keep: async ({ known }, _answer, api) => {
      await api.give(
        'intelligence',
        'links/review-link',
        { outcome: 'fades', reasons: 'Made up' },
        known.link as string,
      );
      known.cluster = await aProposedCluster(api, '07700 900201');
      known.otherCluster = await aProposedCluster(api, '07700 900202');
    },
  }),
  desk('renew-link', () => ({ lastOn: '2025-10-05', reviewBy, reasons: 'Seen again (made up)' })),
  desk('withdraw-link', reason),
  cluster('decline-cluster', 'otherCluster', reason),
  cluster('confirm-cluster', 'cluster', words),
  cluster(
    'record-cluster-discussion',
    'cluster',
    () => ({ agencies, outcome: 'joint-plan', words: 'Made up' }),
    { refused: 'never' },
  ),
  cluster('record-cluster-meeting', 'cluster', () => ({ agencies, words: 'Made up' }), { refused: 'never' }),
  cluster('close-cluster', 'cluster', words),
];
