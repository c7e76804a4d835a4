import { findRecord, type OpenedRecord } from '@mase/store';
import {
  allowedNow,
  type ChildCaseStanding,
  type ChronologyGroup,
  chronologyGroups,
  topicOf,
} from '@mase/workflow';
import { Type } from 'class-transformer';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Listed, OneOf, Optional, SomeOf, Whole } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { hasReceiptAlone, readsOfChild } from './case-state.js';
import { entriesOf } from './chronology-entries.js';

const groups = Object.keys(chronologyGroups) as ChronologyGroup[];
const pageLength = 100;

/** Which entries a chronology shows, and in which order of when they happened. */
export class ChronologyQuery {
  @Optional()
  @Listed()
  @SomeOf(groups)
  group?: ChronologyGroup[];

  @Optional()
  @OneOf(['latest', 'earliest'])
  first?: 'latest' | 'earliest';

  @Optional()
  @Type(() => Number)
  @Whole(1, 1000)
  page?: number;
}

const schema = {
  querystring: dto(ChronologyQuery),
  tags: ['child-cases'],
  operationId: 'child-cases.chronology',
  summary: 'What happened in one case, by when it happened, each with when it was recorded',
  params: idParams,
  response: {
    200: shownSchema('ChronologyView', 'record', 'One page of what happened, as far as the reader reads it'),
    ...answersOf(400, 401, 404, 503),
  },
};

/** Whether the reader may correct an entry of the case now. */
function mayCorrect({ record, written, children }: OpenedRecord, asking: Asking): boolean {
  const { profile, actor, now: at } = asking;
  const facts = { related: children, written };
  return allowedNow(topicOf('childCase'), record, { facts, profile, actor, at }).some(
    ({ command, available }) => available && command === 'child-cases/correct-record',
  );
}

/** `GET /api/v1/child-cases/:id/chronology`: sorted by when it happened, narrowed by group, a hundred entries a page. */
export function viewChronology(app: FastifyInstance): void {
  app.get<{ Querystring: ChronologyQuery }>(
    '/api/v1/child-cases/:id/chronology',
    { schema },
    async (request) => {
      const id = idOf(request);
      const { group, first = 'latest', page = 1 } = request.query;
      const asking = await askingOf(app, request);
      const act = { action: 'child-cases/chronology', record: { kind: 'childCase', id } } as const;
      return audited(app, request, act, async (tx) => {
        const opened = await findRecord(tx, 'childCase', id);
        if (!opened) return null;
        const { reference, childId, name } = opened.record.standing as ChildCaseStanding;
        const all = hasReceiptAlone(opened.classes) ? [] : await entriesOf(tx, opened, asking.profile);
        const sign = first === 'latest' ? -1 : 1;
        const entries = all
          .filter((one) => !group || group.includes(one.group))
          .sort(
            (one, other) =>
              sign * (one.happened.localeCompare(other.happened) || one.at.localeCompare(other.at)),
          );
        const shown = {
          id,
          version: opened.record.version,
          reference,
          childId,
          ...(readsOfChild(opened.classes) ? { name } : {}),
          classes: opened.classes,
          counts: Object.fromEntries(
            groups.map((key) => [key, all.filter((one) => one.group === key).length]),
          ),
          total: entries.length,
          page,
          pages: Math.max(1, Math.ceil(entries.length / pageLength)),
          entries: entries.slice((page - 1) * pageLength, page * pageLength),
          mayCorrect: readsOfChild(opened.classes) && mayCorrect(opened, asking),
          names: opened.names,
        };
        return { shown, persons: [childId] };
      });
    },
  );
}
