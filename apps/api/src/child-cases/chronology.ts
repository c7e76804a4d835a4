import { findRecord, listRecords, type OpenedRecord, type Tx } from '@mase/store';
import {
  type ChildCaseStanding,
  type ChronologyGroup,
  chronologyGroupOf,
  chronologyGroups,
  type MissingEpisodeStanding,
} from '@mase/workflow';
import { Type } from 'class-transformer';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Listed, OneOf, Optional, SomeOf, Whole } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';

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

/** Entries that are nobody's news: what the referrer is told, and questions of an assessment. */
const silent = ['receipt', 'to-find-out'];

/** What was written on the case, of the classes that this reader reads. */
function writtenEntries({ written }: OpenedRecord) {
  return writtenView(written)
    .filter(({ kind }) => !silent.includes(kind))
    .map((row) => ({ ...row, group: chronologyGroupOf(row.kind), of: null as string | null }));
}

/** The missing episodes of the child that this reader may read, each as an entry of its own. */
async function missingEntries(tx: Tx, childId: string): Promise<ReturnType<typeof writtenEntries>> {
  const { rows } = await listRecords(tx, {
    kind: 'missingEpisode',
    parentId: childId,
    sort: 'newest',
    limit: 200,
  });
  return rows
    .filter(({ classes }) => classes.includes('case'))
    .map(({ record }) => {
      const { kind, start, end } = record.standing as MissingEpisodeStanding;
      return {
        id: record.id,
        kind: 'episode',
        class: 'case' as const,
        replaces: null,
        happened: `${start}T00:00:00.000Z`,
        at: record.at,
        authorId: null,
        wrong: false,
        body: { kind, start, end },
        group: 'missing' as const,
        of: record.id,
      };
    });
}

/** `GET /api/v1/child-cases/:id/chronology`: sorted by when it happened, narrowed by group, a hundred entries a page. */
export function viewChronology(app: FastifyInstance): void {
  app.get<{ Querystring: ChronologyQuery }>(
    '/api/v1/child-cases/:id/chronology',
    { schema },
    async (request) => {
      const id = idOf(request);
      const { group, first = 'latest', page = 1 } = request.query;
      const act = { action: 'child-cases/chronology', record: { kind: 'childCase', id } } as const;
      return audited(app, request, act, async (tx) => {
        const opened = await findRecord(tx, 'childCase', id);
        if (!opened) return null;
        const { reference, childId, name } = opened.record.standing as ChildCaseStanding;
        const receipt = opened.classes.every((one) => one === 'receipt' || one === 'existence');
        const all = receipt ? [] : [...writtenEntries(opened), ...(await missingEntries(tx, childId))];
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
          ...(receipt ? {} : { name }),
          classes: opened.classes,
          counts: Object.fromEntries(
            groups.map((key) => [key, all.filter((one) => one.group === key).length]),
          ),
          total: entries.length,
          page,
          pages: Math.max(1, Math.ceil(entries.length / pageLength)),
          entries: entries.slice((page - 1) * pageLength, page * pageLength),
          names: opened.names,
        };
        return { shown, persons: [childId] };
      });
    },
  );
}
