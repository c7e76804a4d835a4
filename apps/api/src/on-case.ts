import { findCautioned } from '@mase/store';
import { type ContentClass, type RecordKind, type StoredRecord, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from './description/answers.js';
import { Id, Listed, Optional, Texts } from './fields.js';
import { listed } from './list-view.js';
import { DueRecordsQuery } from './page.js';
import { dto } from './plugins/bodies.js';
import { registerView } from './record-view.js';
import { writtenView } from './written-view.js';

/** Which records that hang on cases a list shows: those of one case, those in some states. */
export class OnCaseQuery extends DueRecordsQuery {
  @Optional()
  @Id()
  caseId?: string;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

/** How the records of a topic that hang on cases are listed and shown. */
export interface OnCaseTopic {
  kind: RecordKind;
  /** Names of the schemas of the list and of the view, and what each is in words. */
  schemas: [list: string, view: string];
  summaries: [list: string, view: string];
  line: (record: StoredRecord, classes: readonly ContentClass[]) => object;
  childOf: (record: StoredRecord) => string;
}

/** Registers `GET /api/v1/<topic>` and `GET /api/v1/<topic>/:id` of a topic whose records hang on cases. */
export function registerOnCase(app: FastifyInstance, topic: OnCaseTopic): void {
  const { kind, schemas, summaries, line, childOf } = topic;
  const { name } = topicOf(kind);
  const schema = {
    querystring: dto(OnCaseQuery),
    tags: [name],
    operationId: `${name}.list`,
    summary: summaries[0],
    response: { 200: shownSchema(schemas[0], 'list', summaries[0]), ...answersOf(400, 401, 503) },
  };
  app.get<{ Querystring: OnCaseQuery }>(`/api/v1/${name}`, { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: `${name}/list`,
      asked: { kind, parentId: request.query.caseId, phases: request.query.phase, sort: 'newest' },
      show: (rows) => rows.map(({ record, classes }) => line(record, classes)),
      persons: ({ record }) => childOf(record),
    }),
  );
  registerView(app, {
    kind,
    schema: schemas[1],
    summary: summaries[1],
    show: async (opened, _asking, tx) => ({
      ...line(opened.record, opened.classes),
      /** Whether the reader sees the case that it hangs on. */
      mayOpenCase: opened.parent !== null,
      cautions: (await findCautioned(tx, [childOf(opened.record)])).get(childOf(opened.record)) ?? [],
      written: writtenView(opened.written),
      names: opened.names,
    }),
    persons: ({ record }) => [childOf(record)],
  });
}
