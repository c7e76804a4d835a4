import { findCarriers, findRecord } from '@mase/store';
import { type ChildCaseStanding, ruleDueAt } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.carriers',
  summary: 'Papers, files and messages that may have carried an entry of the case which was withdrawn',
  params: idParams,
  response: {
    200: shownSchema(
      'CarriersView',
      'plain',
      'Who has which copy; empty for whoever may not read what was withdrawn',
    ),
    ...answersOf(401, 404, 503),
  },
};

/** The entries that wait for a decision, the earliest first: which kind of entry, and until when each is decided. */
function waitingOf({ withdrawn = [] }: ChildCaseStanding, { profile }: Asking) {
  const asked = { raised: false, grade: null };
  return withdrawn
    .map(({ rowId, kind, at }) => ({
      rowId,
      kind,
      at,
      due: ruleDueAt(profile.clocks['breach-decision'], at, profile, asked),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** `GET /api/v1/child-cases/:id/carriers`: whom to tell that an entry was about somebody else. */
export function viewCarriers(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/carriers', { schema }, async (request) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'child-cases/carriers', record: { kind: 'childCase', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      const standing = opened.record.standing as ChildCaseStanding;
      const isGovernance = asking.actor.roles.includes('information-governance');
      const shown = {
        caseId: id,
        restricted: Boolean(standing.access?.closed),
        waiting: isGovernance ? waitingOf(standing, asking) : [],
        copies: await findCarriers(tx, id),
      };
      return { shown, persons: [standing.childId] };
    });
  });
}
