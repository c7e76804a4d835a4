import { findRecord, listRecords, withCases } from '@mase/store';
import type { AgendaItemStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { actionView } from '../plan-actions/action-view.js';
import { askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { itemView } from './item-view.js';

const schema = {
  tags: ['agenda-items'],
  operationId: 'agenda-items.view',
  summary: 'One item of an agenda',
  params: idParams,
  response: { 200: shownSchema('AgendaItemView', 'record', 'The item'), ...answersOf(401, 404, 503) },
};

const open = ['offered', 'accepted', 'declined'];

/** `GET /api/v1/agenda-items/:id`: the item with the open actions of its case that the reader may see. */
export function viewItem(app: FastifyInstance): void {
  app.get('/api/v1/agenda-items/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'agenda-items/view', record: { kind: 'agendaItem', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'agendaItem', id);
      if (!opened) return null;
      const item = opened.record as StoredRecord<AgendaItemStanding>;
      const { caseId, childId } = item.standing;
      const [placed] = await withCases(tx, [item]);
      const actions = await listRecords(tx, { kind: 'planAction', parentId: caseId, phases: open, sort: 'newest', limit: 100 });
      const shown = {
        ...itemView(placed ?? { item, about: null, previous: null }, opened.parent, asking),
        actions: actions.rows.map((row) => actionView(row.record, asking, placed?.about)),
        written: writtenView(opened.written),
        names: opened.names,
      };
      return { shown, persons: [childId] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
