import {
  findNames,
  findRecordsById,
  findWhoKnew,
  findWhoKnewReach,
  type LookedAt,
  mostTellings,
} from '@mase/store';
import { topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { clockLabel } from '../clock-label.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';

const schema = {
  params: idParams,
  tags: ['who-knew'],
  operationId: 'who-knew.view',
  summary:
    'Who was told of a record and of what hangs under it: when, whether the letter was taken and opened, and which command acted on it',
  response: {
    200: shownSchema('WhoKnewView', 'list', 'The latest 2,000 tellings, newest first'),
    ...answersOf(401, 403, 404, 503),
  },
};

const whoMay =
  'the manager of a team that holds the record, a senior manager, information governance, the Caldicott guardian or an auditor; of a link the supervisor of the intelligence desk too, and the manager of a team that holds its child';

/** `GET /api/v1/who-knew/:id`: for those who answer for a record, or for what their team was told of it, or look over it. */
export function whoKnewRoutes(app: FastifyInstance): void {
  app.get('/api/v1/who-knew/:id', { schema }, async (request) => {
    const id = idOf(request);
    const record: LookedAt = { kind: null, id };
    const { profile } = await askingOf(app, request);
    return audited(app, request, { action: 'who-knew/view', record }, async (tx) => {
      const [found] = await findRecordsById(tx, [id]);
      if (!found) return null;
      record.kind = found.kind;
      const reach = await findWhoKnewReach(tx, id);
      if (!reach) throw notPermitted(whoMay);
      const known = await findWhoKnew(tx, id);
      const names = await findNames(
        tx,
        known.flatMap(({ userId, answer }) => [userId, answer?.byId ?? userId]),
      );
      const nameOf = (user: string) => names[user] ?? 'Not on the books';
      const items = known.map(({ rule, answer, ...one }) => ({
        ...one,
        clock: clockLabel(profile, rule),
        name: nameOf(one.userId),
        answer: answer && {
          ...answer,
          by: answer.byId && nameOf(answer.byId),
          own: answer.byId === one.userId,
        },
      }));
      const { title, reference } = topicOf(found.kind).summary(found.standing as never, found.state);
      const named = { kind: found.kind, title, reference };
      return {
        shown: { record: named, items, partial: reach === 'part', cut: known.length >= mostTellings },
        persons: topicOf(found.kind).persons(found as never),
      };
    });
  });
}
