import { findVerifications, sealedPosition } from '@mase/store';
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
  summary: 'Up to where the history is sealed, and what verifications of the whole database found',
  response: {
    200: shownSchema('VerificationsView', 'plain', 'The newest first'),
    ...answersOf(401, 403, 503),
  },
};

/** `GET /api/v1/verifications`: for those who oversee. It shows nothing of a record. */
export function verificationRoutes(app: FastifyInstance): void {
  app.get('/api/v1/verifications', { schema }, async (request) =>
    audited(app, request, { action: 'verifications/list' }, async (tx) => {
      demandRole(request, readers, readersInWords);
      const sealed = (await sealedPosition(tx, app.store.clock())) ?? null;
      return { shown: { sealed, items: await findVerifications(tx, most) }, persons: [] };
    }),
  );
}
