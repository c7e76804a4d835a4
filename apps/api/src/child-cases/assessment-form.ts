import { type DatedRow, findRecord } from '@mase/store';
import { allowedNow, type ChildCaseStanding, instrumentsInForce, localDate, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { standingAssessments } from './assessment-comparison.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.assessment-form',
  summary: 'What a new risk assessment of a case begins with',
  params: idParams,
  response: {
    200: shownSchema(
      'AssessmentFormView',
      'record',
      'The instruments of the area, the last answers, the floors',
    ),
    ...answersOf(401, 403, 404, 503),
  },
};

function lastView(row: DatedRow | undefined) {
  if (!row) return null;
  const { result: _result, ...answers } = row.body as { result?: unknown };
  return { id: row.id, happened: row.happened, at: row.at, authorId: row.authorId, answers };
}

/** `GET /api/v1/child-cases/:id/assessment-form`: nothing that is known is asked again. */
export function viewAssessmentForm(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/assessment-form', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const { profile, actor, now } = asking;
    const act = { action: 'child-cases/assessment-form', record: { kind: 'childCase', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      const { record, names, written, classes } = opened;
      const standing = record.standing as ChildCaseStanding;
      const whole = classes.includes('case');
      // Whoever assesses without seeing the first is given the questions, and nothing that was answered.
      const asked = standing.blind?.madeAt === null ? standing.blind : undefined;
      const blind = !whole && asked !== undefined && asked.assessorId === actor.userId;
      const sameAs = asked?.instrument;
      if (!whole && !blind) throw notPermitted('those who read the whole case');
      const shown = {
        caseId: id,
        version: record.version,
        etag: `"${record.version}"`,
        instruments: instrumentsInForce(profile, localDate(now, profile.timeZone)).filter(
          ({ purpose, id: name, version }) =>
            purpose === 'assessment' && (!blind || (name === sameAs?.id && version === sameAs.version)),
        ),
        floors: profile.floors,
        grades: profile.grades,
        last: blind ? null : lastView(standingAssessments(written)[0]),
        harm: blind ? {} : standing.harm,
        names,
        allowed: allowedNow(topicOf('childCase'), record, { profile, actor, at: now }).filter(
          (one) => one.command === (blind ? 'child-cases/assess-blind' : 'child-cases/assess-risk'),
        ),
      };
      return { shown, persons: [standing.childId] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
