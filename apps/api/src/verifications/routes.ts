import {
  findReadHistories,
  findVerifications,
  sealedPosition,
  type Tx,
  type Verification,
} from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { demandRole } from '../report-of-days.js';
import { audited } from '../view.js';

const readers = ['auditor', 'information-governance', 'caldicott-guardian', 'senior'] as const;
const readersInWords = 'an auditor, a senior manager, information governance or the Caldicott guardian';
/** A year of weekly verifications. */
const most = 52;

const schema = {
  tags: ['verifications'],
  operationId: 'verifications.list',
  summary:
    'Up to where the history is sealed, what verifications of the whole database found, and where in this partnership the first faults are',
  response: {
    200: shownSchema('VerificationsView', 'plain', 'The newest first'),
    ...answersOf(401, 403, 503),
  },
};

/** What is said of a place on a record of which the reader may not know, so that every fault is counted all the same. */
const unread = { record: null, words: 'One record that you do not read.', opens: false };

/** Verifications with the places of their faults: which record, and what it is, where the reader reads its history alone. */
async function shownOf(tx: Tx, verifications: readonly Verification[]): Promise<object[]> {
  const places = verifications.flatMap((one) => one.places ?? []);
  const ids = [...new Set(places.flatMap(({ record }) => record ?? []))];
  const opened = ids.length > 0 ? await findReadHistories(tx, ids) : new Set<string>();
  return verifications.map(({ places: found = [], ...one }) => ({
    ...one,
    places: found.map(({ record, words }) =>
      record !== null && !opened.has(record) ? unread : { record, words, opens: record !== null },
    ),
  }));
}

/** `GET /api/v1/verifications`: for those who oversee. It shows nothing of a record that the reader does not read. */
export function verificationRoutes(app: FastifyInstance): void {
  app.get('/api/v1/verifications', { schema }, async (request) =>
    audited(app, request, { action: 'verifications/list' }, async (tx) => {
      demandRole(request, readers, readersInWords);
      const sealed = (await sealedPosition(tx, app.store.clock())) ?? null;
      const items = await shownOf(tx, await findVerifications(tx, most));
      return { shown: { sealed, items }, persons: [] };
    }),
  );
}
