import {
  findKnown,
  findRecord,
  findRows,
  findUnratified,
  type OpenedRecord,
  type Tx,
  type Unratified,
  withCases,
} from '@mase/store';
import {
  type AgendaItemStanding,
  amendmentKind,
  type MinutesAmendment,
  personsOfItem,
  type SittingStanding,
  type StoredRecord,
} from '@mase/workflow';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { chairs } from '../packs/pack-rights.js';
import { dto } from '../plugins/bodies.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { connectionsOf, waitingOf } from './found-connections.js';
import { guestTimes } from './guests.js';
import { sittingView } from './sitting-view.js';

/** Whether a chair asks how many possible personal connections wait: that compares names, so no page asks that does not show it. */
export class SittingQuery {
  @IsOptional()
  @IsIn(['waiting'])
  connections?: 'waiting';
}

const schema = {
  querystring: dto(SittingQuery),
  tags: ['sittings'],
  operationId: 'sittings.view',
  summary: 'One sitting with its agenda',
  params: idParams,
  response: { 200: shownSchema('SittingView', 'record', 'The sitting'), ...answersOf(400, 401, 404, 503) },
};

const toCome = ['agendaOpen', 'papersIssued', 'inSession'];

/** A decision of an earlier sitting that waits to be ratified, by its reference: numbers are each reader's own. */
const toRatify = ({ item, sitting }: Unratified) => ({
  itemId: item.id,
  name: item.standing.name,
  reference: item.standing.reference,
  decision: item.standing.decision?.decision ?? null,
  panel: sitting.standing.panel,
  startsAt: sitting.standing.startsAt,
});

/** Corrections of agreed minutes, of the sitting and of the items that the reader sees, the oldest first. */
async function amendmentsOf(tx: Tx, { record, written }: OpenedRecord, items: readonly StoredRecord[]) {
  if (record.state !== 'minutesAgreed') return [];
  const rows = [...written, ...(await findRows(tx, items, [amendmentKind]))];
  return rows
    .filter(({ kind }) => kind === amendmentKind)
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ record: on, body, at }) => {
      const { wrong, right, panel, startsAt, by } = body as MinutesAmendment;
      return { itemId: on.kind === 'agendaItem' ? on.id : null, wrong, right, panel, startsAt, by, at };
    });
}

/** While papers are made: in session nobody waits for names to be compared, and the page of connections does it on asking. */
const isPrepared = ({ state }: StoredRecord): boolean => state === 'agendaOpen' || state === 'papersIssued';

const mayAnswer = ({ actor }: Asking, sitting: StoredRecord): boolean =>
  chairs.some((role) => actor.roles.includes(role)) && isPrepared(sitting);

/** `GET /api/v1/sittings/:id`: the sitting with the items that the reader may see. */
export function viewSitting(app: FastifyInstance): void {
  app.get<{ Querystring: SittingQuery }>('/api/v1/sittings/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const view = await audited(
      app,
      request,
      { action: 'sittings/view', record: { kind: 'sitting', id } },
      async (tx) => {
        const opened = await findRecord(tx, 'sitting', id);
        if (!opened) return null;
        const own = opened.children.filter(
          (one) => one.kind === 'agendaItem',
        ) as StoredRecord<AgendaItemStanding>[];
        const items = await withCases(tx, own);
        const known = await findKnown(tx, (opened.record.standing as SittingStanding).order);
        const unratified = toCome.includes(opened.record.state as string)
          ? await findUnratified(tx, opened.record as StoredRecord<SittingStanding>)
          : [];
        const shown = {
          ...sittingView(opened, items, known, asking, await guestTimes(app, request, tx, id)),
          toRatify: unratified.map(toRatify),
          amendments: await amendmentsOf(tx, opened, own),
        };
        return {
          // How many possible connections wait is for the chairs, whose they are to answer.
          shown:
            request.query.connections && mayAnswer(asking, opened.record)
              ? { ...shown, connectionsWaiting: waitingOf(await connectionsOf(tx, opened)) }
              : shown,
          persons: [...own, ...unratified.map(({ item }) => item)].flatMap((one) =>
            personsOfItem(one.standing),
          ),
        };
      },
    );
    reply.header('etag', view.etag);
    return view;
  });
}
