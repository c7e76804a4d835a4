import { findMatches, findRecord, listRecords } from '@mase/store';
import type { ChildCaseStanding, ChildStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { matchLine, matchTerms } from '../children/possible-matches.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { askingOf, audited, idOf } from '../view.js';
import { caseOfChild } from './case-of-child.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.possible-matches',
  summary: 'Children on the books who may be the child of a referral',
  params: idParams,
  response: {
    200: shownSchema(
      'PossibleMatchesView',
      'plain',
      'The same child’s other cases, and who may be the same child',
    ),
    ...answersOf(401, 404, 503),
  },
};

/** `GET /api/v1/child-cases/:id/possible-matches`: the same child is looked for before anything is decided. */
export function viewPossibleMatches(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/possible-matches', { schema }, async (request) => {
    const id = idOf(request);
    const act = { action: 'child-cases/possible-matches', record: { kind: 'childCase', id } } as const;
    const asking = await askingOf(app, request);
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      const { childId } = opened.record.standing as ChildCaseStanding;
      const child = opened.parent?.standing as ChildStanding | undefined;
      const own = await listRecords(tx, { kind: 'childCase', parentId: childId, sort: 'newest', limit: 50 });
      const terms = child ? matchTerms(child) : [];
      const matches = await findMatches(tx, { terms, except: childId, limit: 20 });
      const shown = {
        caseId: id,
        sameChild: own.rows
          .filter((row) => row.record.id !== id)
          .map((row) => caseOfChild(row.record, asking)),
        matches: matches.map((one) => matchLine(one, asking)),
      };
      return { shown, persons: [childId, ...matches.map((one) => one.child.id)] };
    });
  });
}
