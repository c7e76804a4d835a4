import { findMatches, findRecord, type MatchTerm, type PossibleMatch } from '@mase/store';
import { type ChildStanding, ownTerms } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { caseOfChild } from '../child-cases/case-of-child.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';

/** By what children who may be the same are looked for. */
export function matchTerms(child: ChildStanding): { kind: MatchTerm; term: string }[] {
  return ownTerms(child).map(({ kind, term }) => ({ kind: kind as MatchTerm, term }));
}

/** A child who may be the same, as a choice shows him or her. */
export function matchLine({ child, by, cases }: PossibleMatch, asking: Asking) {
  const { name, chosenName, birthDate, sex, localId } = child.standing;
  return {
    childId: child.id,
    name,
    chosenName,
    birthDate,
    sex,
    localId,
    by,
    cases: cases.map((one) => caseOfChild(one, asking)),
  };
}

const schema = {
  tags: ['children'],
  operationId: 'children.possible-matches',
  summary: 'Children on the books who may be the same as one',
  params: idParams,
  response: {
    200: shownSchema('ChildMatchesView', 'plain', 'Who may be the same child, the likeliest first'),
    ...answersOf(401, 404, 503),
  },
};

/** `GET /api/v1/children/:id/possible-matches`: who may be the same child, before two records are joined. */
export function viewChildMatches(app: FastifyInstance): void {
  app.get('/api/v1/children/:id/possible-matches', { schema }, async (request) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'children/possible-matches', record: { kind: 'child', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'child', id);
      if (!opened) return null;
      const terms = matchTerms(opened.record.standing as ChildStanding);
      const matches = await findMatches(tx, { terms, except: id, limit: 20 });
      return {
        shown: { childId: id, matches: matches.map((one) => matchLine(one, asking)) },
        persons: [id, ...matches.map((one) => one.child.id)],
      };
    });
  });
}
