import { findRecordsById, findTitles } from '@mase/store';
import {
  type ChildStanding,
  cawn,
  childrenNamed,
  legalOrdersOf,
  localDate,
  measuresFor,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Id, Ids, Listed, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';

/** On whom, where and for which children a measure is thought of. */
export class MeasureFormQuery {
  /** The day on which it was considered, whose law is offered; today where it is left out. */
  @Optional()
  @Day()
  on?: string;

  @Optional()
  @Id()
  personId?: string;

  @Optional()
  @Id()
  locationId?: string;

  @Optional()
  @Listed()
  @Ids(childrenNamed)
  childIds?: string[];
}

const schema = {
  querystring: dto(MeasureFormQuery),
  tags: ['disruption-measures'],
  operationId: 'disruption-measures.form',
  summary:
    'What whoever asks may consider, by the law of a day, on whom and for which child, with today’s advice on a notice',
  response: {
    200: shownSchema('MeasureFormView', 'plain', 'Measures to choose from, names, and advice'),
    ...answersOf(400, 401, 503),
  },
};

function advised(child: StoredRecord, on: string) {
  const standing = child.standing as ChildStanding;
  const advice = cawn({ birthDate: standing.birthDate, orders: legalOrdersOf(standing) }, on);
  return { childId: child.id, name: standing.name, ...advice };
}

/** `GET /api/v1/disruption-measures/form`: names that the reader may not know are left out. */
export function measureForm(app: FastifyInstance): void {
  app.get<{ Querystring: MeasureFormQuery }>(
    '/api/v1/disruption-measures/form',
    { schema },
    async (request) => {
      const { personId, locationId, childIds = [], on } = request.query;
      const { now, profile, actor } = await askingOf(app, request);
      const today = localDate(now, profile.timeZone);
      const day = on ?? today;
      const codes = measuresFor(actor, day).map(({ code, title, statute, section, aim, owner, strands }) => {
        return { code, title, statute, section, aim, owner, strands };
      });
      return audited(app, request, { action: 'disruption-measures/form' }, async (tx) => {
        const asked = [personId, locationId].filter((id): id is string => id !== undefined);
        const titles = await findTitles(tx, asked);
        const children = (await findRecordsById(tx, childIds)).filter(({ kind }) => kind === 'child');
        const shown = {
          on: day,
          measures: codes,
          personName: titles.get(personId ?? '') ?? null,
          locationName: titles.get(locationId ?? '') ?? null,
          children: children.map((child) => advised(child, today)),
        };
        const seen = personId && titles.has(personId) ? [personId] : [];
        return { shown, persons: [...seen, ...children.map(({ id }) => id)] };
      });
    },
  );
}
