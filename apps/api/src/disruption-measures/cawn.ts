import { findRecord } from '@mase/store';
import { type ChildStanding, cawn, legalOrdersOf, localDate } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Id, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';

/** For which child, and for which day, a notice about abduction is thought of. */
export class CawnQuery {
  @Id()
  childId: string;

  @Optional()
  @Day()
  on?: string;
}

const schema = {
  querystring: dto(CawnQuery),
  tags: ['disruption-measures'],
  operationId: 'disruption-measures.cawn',
  summary:
    'Whether a child abduction warning notice may be given for a child, on what it stands, when it lapses',
  response: {
    200: shownSchema('CawnView', 'plain', 'The advice, with how it was reached'),
    ...answersOf(400, 401, 404, 503),
  },
};

/** `GET /api/v1/disruption-measures/cawn`: the officer is advised, and never refused. */
export function adviseCawn(app: FastifyInstance): void {
  app.get<{ Querystring: CawnQuery }>('/api/v1/disruption-measures/cawn', { schema }, async (request) => {
    const { childId, on } = request.query;
    const { now, profile } = await askingOf(app, request);
    const record = { kind: 'child', id: childId } as const;
    return audited(app, request, { action: 'disruption-measures/cawn', record }, async (tx) => {
      const opened = await findRecord(tx, 'child', childId);
      if (!opened) return null;
      const child = opened.record.standing as ChildStanding;
      const day = on ?? localDate(now, profile.timeZone);
      const advice = cawn({ birthDate: child.birthDate, orders: legalOrdersOf(child) }, day);
      return { shown: { childId, name: child.name, ...advice }, persons: [childId] };
    });
  });
}
