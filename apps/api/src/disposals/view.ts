import {
  findCertificate,
  findNames,
  findRecord,
  findRecordsById,
  findRecordsUnder,
  listRecords,
  type Tx,
} from '@mase/store';
import {
  allowedNow,
  type DisposalStanding,
  keptOf,
  kindsUnderChild,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { recordBase } from '../record-view.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { disposalLine, disposedOf } from './disposal-line.js';

const schema = {
  tags: ['disposals'],
  operationId: 'disposals.view',
  summary:
    'One disposal: its record while it is there, why this date, who decided, its certificate once it is done',
  params: idParams,
  response: { 200: shownSchema('DisposalView', 'record', 'The disposal'), ...answersOf(401, 404, 503) },
};

/** The legal holds in force that this reader may see. */
async function holdsInForce(tx: Tx): Promise<StoredRecord[]> {
  const page = await listRecords(tx, { kind: 'legalHold', phases: ['inForce'], sort: 'newest', limit: 500 });
  return page.rows.map((row) => row.record);
}

/** What is looked at of the child before the next step: cases, and what is not finished. */
const underChild = (tx: Tx, locked: readonly StoredRecord[]) =>
  findRecordsUnder(
    tx,
    locked.filter(({ kind }) => kind === 'child').map(({ id }) => id),
    kindsUnderChild,
  );

/** A disposal with all that its next step looks at. */
async function shownDisposal(tx: Tx, id: string, asking: Asking) {
  const opened = await findRecord(tx, 'disposal', id);
  if (!opened) return null;
  const { record } = opened;
  const standing = record.standing as DisposalStanding;
  const [target] = standing.target ? await findRecordsById(tx, [standing.target.id]) : [];
  const above = target?.parentId ? await findRecordsById(tx, [target.parentId]) : [];
  const locked = [record, ...(target ? [target] : []), ...above];
  const related = [...(await holdsInForce(tx)), ...(await underChild(tx, locked))];
  const acts = [standing.proposed, standing.approved, standing.ended];
  const kept = target ? keptOf(target, { locked, facts: { related } }, asking.profile) : null;
  const view = {
    ...recordBase(opened, asking),
    ...disposalLine(record, target),
    why: kept?.by ?? [],
    certificate: await findCertificate(tx, id),
    written: writtenView(opened.written),
    names: {
      ...opened.names,
      ...(await findNames(
        tx,
        acts.map((one) => one?.by),
      )),
    },
    allowed: allowedNow(topicOf('disposal'), record, {
      locked,
      facts: { related, written: [] },
      profile: asking.profile,
      actor: asking.actor,
      at: asking.now,
    }),
  };
  const about = disposedOf(target);
  return { shown: view, persons: about ? [about.childId] : [] };
}

/** `GET /api/v1/disposals/:id`. */
export function viewDisposal(app: FastifyInstance): void {
  app.get('/api/v1/disposals/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'disposals/view', record: { kind: 'disposal' as const, id } };
    const view = await audited(app, request, act, (tx) => shownDisposal(tx, id, asking));
    reply.header('etag', view.etag);
    return view;
  });
}
