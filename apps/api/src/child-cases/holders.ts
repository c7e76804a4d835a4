import { findHolders, findRecord } from '@mase/store';
import type { ChildCaseStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { beforeTheSitting, issuers } from '../packs/pack-rights.js';
import { audited, idOf } from '../view.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.holders',
  summary: 'Who has copies of the papers of sittings in which the case stands',
  params: idParams,
  response: {
    200: shownSchema(
      'HoldersView',
      'plain',
      'The copies, the latest first; empty for whoever does not read the whole case',
    ),
    ...answersOf(401, 404, 503),
  },
};

/** `GET /api/v1/child-cases/:id/holders`: for whoever restricts a case, before and after: a restriction takes no paper out of a hand. */
export function viewHolders(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/holders', { schema }, async (request) => {
    const id = idOf(request);
    const { partnershipId } = request.reading;
    const act = { action: 'child-cases/holders', record: { kind: 'childCase', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      const { childId, reference, access } = opened.record.standing as ChildCaseStanding;
      const copies = opened.classes.includes('case') ? await findHolders(app.store, partnershipId, id) : [];
      const names = new Set((access?.named ?? []).map(({ userId }) => userId));
      const shown = {
        reference,
        restricted: Boolean(access?.closed),
        recalls: issuers.some((role) => request.actor.roles.includes(role)),
        // Of a restricted case: whether whoever has the copy is among those who read the case.
        copies: copies.map((one) => ({
          ...one,
          reads: !access?.closed || names.has(one.recipientId),
          recallable: beforeTheSitting.includes(one.document) && one.recalledAt === null,
        })),
      };
      return { shown, persons: [childId] };
    });
  });
}
