import { findNames, findRecord, findRecordsById, type OpenedRecord, type Tx } from '@mase/store';
import {
  type AccessConsultationStanding,
  type AccessRequestStanding,
  type BundleItem,
  blankAccessRequest,
  type ChildStanding,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { gather } from '../access-requests/gather.js';
import { registerCommands } from '../command.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { recordBase } from '../record-view.js';
import { askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { answerConsultation } from './answer-consultation.js';
import { askAgency } from './ask-agency.js';
import { consultationLine } from './consultation-line.js';

const schemaOf = (operationId: string, summary: string) => ({
  tags: ['access-consultations'],
  operationId: `access-consultations.${operationId}`,
  summary,
});
const listSchema = {
  ...schemaOf('list', 'What agencies are asked about requests for access, the newest first'),
  querystring: dto(PageQuery),
  response: {
    200: shownSchema('AccessConsultationsView', 'list', 'One page of consultations'),
    ...answersOf(400, 401, 503),
  },
};
const viewSchema = {
  ...schemaOf(
    'view',
    'What one agency is asked: the items that it wrote, with the text where the reader reads it',
  ),
  params: idParams,
  response: {
    200: shownSchema('AccessConsultationView', 'record', 'The consultation'),
    ...answersOf(401, 404, 503),
  },
};

const standingOf = ({ standing }: StoredRecord) => standing as AccessConsultationStanding;

/** The items that the agency wrote, each with its text where this reader still reads what it refers to. */
async function itemsOf(tx: Tx, { record, written }: OpenedRecord) {
  const asked = written.find(({ kind }) => kind === 'consultation')?.body as
    | { items: BundleItem[] }
    | undefined;
  const request = { ...record, standing: { ...blankAccessRequest, childId: standingOf(record).childId } };
  const found = await gather(tx, request as StoredRecord<AccessRequestStanding>);
  const texts = new Map(found.map((one) => [one.id, one]));
  return (asked?.items ?? []).map(({ id, kind, happened, digest }) => {
    const now = texts.get(id);
    return { id, kind, happened, text: now?.digest === digest ? now.text : null };
  });
}

/** Everything of consultations that can be asked over HTTP. */
export function accessConsultationRoutes(app: FastifyInstance): void {
  registerCommands(app, [askAgency, answerConsultation]);
  app.get('/api/v1/access-consultations', { schema: listSchema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'access-consultations/list',
      asked: { kind: 'accessConsultation', sort: 'newest' },
      show: (rows) => rows.map(({ record }) => consultationLine(record)),
      persons: ({ record }) => standingOf(record).childId,
    }),
  );
  app.get('/api/v1/access-consultations/:id', { schema: viewSchema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'access-consultations/view', record: { kind: 'accessConsultation' as const, id } };
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'accessConsultation', id);
      if (!opened) return null;
      const { childId, agencyId } = standingOf(opened.record);
      const [child] = childId ? await findRecordsById(tx, [childId]) : [];
      const shown = {
        ...recordBase(opened, asking),
        ...consultationLine(opened.record),
        childName: (child?.standing as ChildStanding | undefined)?.name ?? null,
        of: await itemsOf(tx, opened),
        written: writtenView(opened.written).map((row) => ({
          ...row,
          body: { ...row.body, items: undefined },
        })),
        names: { ...opened.names, ...(await findNames(tx, [agencyId])) },
      };
      return { shown, persons: childId ? [childId] : [] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
