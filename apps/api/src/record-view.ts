import { findRecord, type OpenedRecord, type Tx } from '@mase/store';
import {
  type Allowed,
  allowedNow,
  type Facts,
  type RecordKind,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { beginsOf, begunOn } from './begins.js';
import { dueDates } from './clock-view.js';
import { answersOf, idParams, shownSchema } from './description/answers.js';
import { type Asking, askingOf, audited, idOf } from './view.js';

/** How one record of a topic is shown, and whom it shows. */
export interface RecordView {
  kind: RecordKind;
  /** The name of its schema, and what it is in words. */
  schema: string;
  summary: string;
  show: (opened: OpenedRecord, asking: Asking, tx: Tx) => object | Promise<object>;
  persons: (opened: OpenedRecord, shown: object) => (string | null)[];
}

/** What may be asked of a record now by this reader, by facts that rules need, with what is missing for the rest. */
export const allowedOf = (record: StoredRecord, { profile, actor, now }: Asking, facts?: Facts): Allowed[] =>
  allowedNow(topicOf(record.kind), record, { profile, actor, at: now, ...(facts ? { facts } : {}) });

/**
 * What every view of one record says: its id, version, state, what may be asked of it now by facts that rules need, what
 * may be begun on it where anything is, and, to those who read the whole of it, what is due on it and why then.
 */
export function recordBase(
  { record, classes }: Pick<OpenedRecord, 'record' | 'classes'>,
  asking: Asking,
  facts?: Facts,
) {
  return {
    id: record.id,
    version: record.version,
    etag: `"${record.version}"`,
    state: record.state,
    clocks: classes.includes('case') ? dueDates(record.standing.clocks, asking) : [],
    allowed: allowedOf(record, asking, facts),
    ...(record.kind in begunOn ? { begins: beginsOf({ record }, asking) } : {}),
  };
}

/** Registers `GET /api/v1/<topic>/:id`, audited before it is shown. */
export function registerView(
  app: FastifyInstance,
  { kind, schema, summary, show, persons }: RecordView,
): void {
  const { name } = topicOf(kind);
  const route = {
    tags: [name],
    operationId: `${name}.view`,
    summary,
    params: idParams,
    response: { 200: shownSchema(schema, 'record', summary), ...answersOf(401, 404, 503) },
  };
  app.get(`/api/v1/${name}/:id`, { schema: route }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const view = await audited(app, request, { action: `${name}/view`, record: { kind, id } }, async (tx) => {
      const opened = await findRecord(tx, kind, id);
      if (!opened) return null;
      const shown = { ...recordBase(opened, asking), ...(await show(opened, asking, tx)) };
      const known = persons(opened, shown).filter((one): one is string => Boolean(one));
      return { shown, persons: known };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
