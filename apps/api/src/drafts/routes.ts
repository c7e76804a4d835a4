import { findRecordsById, type ReadAct, reading } from '@mase/store';
import { topicOf, topics } from '@mase/workflow';
import { IsObject } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { idPattern } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { notVisible } from '../problem.js';
import { audited } from '../view.js';

/** What somebody typed into a form, field by field. */
export class SaveDraftBody {
  @IsObject()
  fields: { [name: string]: unknown };
}

const draftParams = {
  type: 'object',
  properties: {
    form: { type: 'string', description: 'The form, such as child-cases.confirm-grade' },
    record: {
      type: 'string',
      description:
        'The id of the record, or new; after a dot what tells several such forms of one record apart, as the page of a list',
    },
  },
  required: ['form', 'record'],
};

const params = (request: { params: unknown }) => {
  const { form, record } = request.params as { form: string; record: string };
  const [about = ''] = record.split('.');
  if (!/^[a-z0-9/.-]{1,80}$/.test(form) || !/^[a-z0-9-]{1,60}(\.[a-z0-9-]{1,60})?$/.test(record))
    throw notVisible();
  return { form, record, about };
};

/** Looking at a draft is looking at its record, which the audit names where the form is one of a topic. */
function lookAt(form: string, record: string): Omit<ReadAct, 'persons'> {
  const topic = topics.find(({ name }) => name === form.split('.')[0]);
  return {
    action: 'drafts/view',
    ...(topic && idPattern.test(record) ? { record: { kind: topic.kind, id: record } } : {}),
  };
}

/** Drafts: one a person, form and record, or part of it; not commands, outside the ledger. */
export function draftRoutes(app: FastifyInstance): void {
  const address = '/api/v1/drafts/:form/:record';
  app.get(
    address,
    {
      schema: {
        tags: ['drafts'],
        operationId: 'drafts.view',
        params: draftParams,
        response: { 200: shownSchema('DraftView', 'plain', 'What was typed'), ...answersOf(401, 404, 503) },
      },
    },
    async (request) => {
      const { form, record, about } = params(request);
      return audited(app, request, lookAt(form, about), async (tx) => {
        const found = await tx.query<{ body: string; saved_at: string }>(
          'select body, saved_at from draft where form = $1 and record = $2 and user_id = (select app_user())',
          [form, record],
        );
        const row = found.rows[0];
        if (!row) return null;
        const records = idPattern.test(about) ? await findRecordsById(tx, [about]) : [];
        // What was typed tells of the record: whoever reads it no longer gets it back no more.
        if (idPattern.test(about) && records.length === 0) return null;
        const persons = records.flatMap((one) => topicOf(one.kind).persons(one as never));
        return { shown: { fields: JSON.parse(row.body) as object, savedAt: row.saved_at }, persons };
      });
    },
  );
  app.put<{ Body: SaveDraftBody }>(
    address,
    {
      config: { savesDrafts: true },
      schema: {
        body: dto(SaveDraftBody),
        tags: ['drafts'],
        operationId: 'drafts.save',
        params: draftParams,
        response: {
          200: shownSchema('SavedDraft', 'plain', 'Kept'),
          ...answersOf(400, 401, 404, 413, 415, 503),
        },
      },
    },
    async (request) => {
      const { form, record } = params(request);
      const savedAt = app.store.clock();
      const { partnershipId, userId } = request.reading;
      await reading(app.store, request.reading, (tx) =>
        tx.query(
          `insert into draft (partnership_id, user_id, form, record, body, saved_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (user_id, form, record) do update set body = excluded.body, saved_at = excluded.saved_at`,
          [partnershipId, userId, form, record, JSON.stringify(request.body.fields), savedAt],
        ),
      );
      return { savedAt };
    },
  );
  app.delete(
    address,
    {
      schema: {
        tags: ['drafts'],
        operationId: 'drafts.discard',
        params: draftParams,
        response: { 204: { type: 'null', description: 'Thrown away' }, ...answersOf(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const { form, record } = params(request);
      await reading(app.store, request.reading, (tx) =>
        tx.query('delete from draft where form = $1 and record = $2', [form, record]),
      );
      return reply.code(204).send();
    },
  );
}
