import { findNames, findRecord } from '@mase/store';
import {
  type Priority,
  priorities,
  type StoredRecord,
  type Strand,
  type StrandCaseStanding,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Listed, OneOf, Optional, Text, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery, type SortAsked, Sorted } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited, idOf } from '../view.js';
import { strandLine } from './strand-line.js';
import { strandView } from './strand-view.js';

/** Which cases of a strand a list shows. */
export class StrandCasesQuery extends PageQuery {
  @Sorted('recorded', '-recorded', 'due')
  sort?: SortAsked;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];

  /** Only cases that wait on the panel's list. */
  @Optional()
  @OneOf(['listed'])
  panel?: 'listed';

  @Optional()
  @OneOf(priorities)
  priority?: Priority;

  @Optional()
  @OneOf(['me'])
  owner?: 'me';

  @Optional()
  @Text(20)
  reference?: string;
}

const schemas = { personCase: 'PersonCase', locationCase: 'LocationCase' } as const;
const nouns = { personCase: 'persons of concern', locationCase: 'locations' } as const;

/** `GET /api/v1/person-cases` and `GET /api/v1/location-cases`: cases by phase, priority, owner or reference. */
function listStrand(app: FastifyInstance, { topic, kind }: Strand): void {
  const schema = {
    querystring: dto(StrandCasesQuery),
    tags: [topic],
    operationId: `${topic}.list`,
    summary: `Cases about ${nouns[kind]} that the reader may see, newest first`,
    response: {
      200: shownSchema(`${schemas[kind]}sView`, 'list', 'One page of cases'),
      ...answersOf(400, 401, 503),
    },
  };
  app.get<{ Querystring: StrandCasesQuery }>(`/api/v1/${topic}`, { schema }, async (request, reply) => {
    const { phase, panel, priority, owner, reference } = request.query;
    return listed(app, request, reply, {
      action: `${topic}/list`,
      asked: {
        kind,
        phases: phase,
        panel,
        grade: priority,
        ownerId: owner ? request.reading.userId : undefined,
        reference: reference?.trim().toUpperCase(),
        sort: 'newest',
      },
      show: async (rows, tx) => {
        const owners = rows.map((row) => row.ownerId);
        const names = await findNames(tx, owners);
        return rows.map((row) => strandLine(row, names));
      },
      persons: ({ record }) => (record.standing as StrandCaseStanding).aboutId,
    });
  });
}

/** `GET /api/v1/person-cases/:id` and of `location-cases`: one case, audited before it is shown. */
function viewStrand(app: FastifyInstance, { topic, kind }: Strand): void {
  const schema = {
    tags: [topic],
    operationId: `${topic}.view`,
    summary: `One case about ${nouns[kind]}`,
    params: idParams,
    response: {
      200: shownSchema(`${schemas[kind]}View`, 'record', 'The case, as far as the reader may see it'),
      ...answersOf(401, 404, 503),
    },
  };
  app.get(`/api/v1/${topic}/:id`, { schema, config: { heldSession: true } }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: `${topic}/view`, record: { kind, id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, kind, id);
      if (!opened) return null;
      const { standing } = opened.record as StoredRecord<StrandCaseStanding>;
      return { shown: strandView(opened, asking), persons: [standing.aboutId] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}

/** What may be looked at of the cases of a strand. */
export function readStrand(app: FastifyInstance, strand: Strand): void {
  listStrand(app, strand);
  viewStrand(app, strand);
}
