import {
  findRecord,
  findRows,
  findThemeActions,
  type ItemOfAgenda,
  type ListedRecord,
  listRecords,
  type OpenedRecord,
  type SittingTimes,
  type Tx,
  withCases,
} from '@mase/store';
import {
  type AgendaItemStanding,
  chairShown,
  fixedWords,
  type PanelStanding,
  personsOfItem,
  plannedAgenda,
  type SittingStanding,
  type StoredRecord,
  type WrittenRow,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { givenWith, ofCommand } from '../packs/logged-actions.js';
import { actionView } from '../plan-actions/action-view.js';
import { inOrder, partsShown } from '../sittings/agenda.js';
import { guestTimes } from '../sittings/guests.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { heardCluster } from './heard-cluster.js';
import { heardWords } from './heard-words.js';
import { calledTo, itemView } from './item-view.js';

const schema = {
  tags: ['agenda-items'],
  operationId: 'agenda-items.view',
  summary: 'One item of an agenda',
  params: idParams,
  response: { 200: shownSchema('AgendaItemView', 'record', 'The item'), ...answersOf(401, 404, 503) },
};

const open = ['offered', 'awaitingOwner', 'accepted', 'declined'];

/** The sitting of an item with its agenda in order, short: what comes before and after, and how long each takes. */
function agendaOf(
  { record, parent: sitting }: Pick<OpenedRecord, 'record' | 'parent'>,
  items: readonly ItemOfAgenda[],
  asking: Asking,
  guest: SittingTimes | null,
) {
  if (!sitting) return { sitting: null, agenda: [] };
  const { panel, startsAt, endsAt, place, quorate, order, sections, breaks } =
    sitting.standing as SittingStanding;
  const placed = inOrder(items, order);
  const planned = plannedAgenda(
    { startsAt, breaks },
    placed.map(({ item }) => ({ id: item.id, minutes: item.standing.minutes })),
    asking.profile,
  );
  const agenda = placed.map((one, index) => {
    const { id, version, state } = one.item;
    const { reference, minutes, openedAt } = one.item.standing;
    return {
      id,
      version,
      etag: `"${version}"`,
      state,
      name: calledTo(one, asking),
      reference,
      minutes,
      openedAt,
      ...planned.items[index],
      ...guest?.times.get(id),
    };
  });
  return {
    sitting: {
      ...{ id: sitting.id, state: sitting.state, panel, startsAt, endsAt, place, quorate },
      chairName: chairShown(sitting as never, record as never, asking.actor),
      ...partsShown(asking.profile, { sections }),
    },
    agenda,
  };
}

/** The panels to which a sitting may refer a case: those that sit, without its own. */
async function otherPanels(tx: Tx, own: string | undefined): Promise<{ id: string; name: string }[]> {
  const { rows } = await listRecords(tx, { kind: 'panel', phases: ['active'], sort: 'newest', limit: 50 });
  return rows
    .filter(({ record }) => record.id !== own)
    .map(({ record }) => ({ id: record.id, name: (record.standing as PanelStanding).name }));
}

/** The decision before as it was written down, as far as the reader reads it; nothing where there was none. */
async function decidedBefore(tx: Tx, previous: ItemOfAgenda['previous']): Promise<WrittenRow | undefined> {
  const [row] = previous ? await findRows(tx, [previous], ['decision']) : [];
  return row;
}

/** A decision with what it fixed, in the words of the minutes. */
const withFixed = <D extends object>(decision: D, row: Pick<WrittenRow, 'body'> | undefined) => ({
  ...decision,
  fixed: fixedWords(row?.body ?? {}),
});

/** `GET /api/v1/agenda-items/:id`: the item, its place on the agenda, the open actions of its case that the reader may see. */
export function viewItem(app: FastifyInstance): void {
  app.get('/api/v1/agenda-items/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'agenda-items/view', record: { kind: 'agendaItem', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'agendaItem', id);
      if (!opened) return null;
      const item = opened.record as StoredRecord<AgendaItemStanding>;
      const { caseId, caseKind } = item.standing;
      const beside = await listRecords(tx, {
        kind: 'agendaItem',
        parentId: item.standing.sittingId,
        sort: 'newest',
        limit: 100,
      });
      const others = beside.rows
        .map((row) => row.record as StoredRecord<AgendaItemStanding>)
        .filter((one) => one.id !== item.id);
      const items = await withCases(tx, [item, ...others]);
      const [placed] = items;
      const heard = placed?.about && !caseKind ? await findRecord(tx, 'childCase', caseId) : null;
      const cluster = caseKind === 'cluster' ? await heardCluster(tx, caseId, asking) : null;
      const actions = await listRecords(tx, {
        kind: 'planAction',
        // What a theme is about has no record: its actions are those of the same theme at this panel’s last sittings.
        ...(caseId ? { parentId: caseId } : { ids: await findThemeActions(tx, item) }),
        sort: 'newest',
        limit: 200,
      });
      const guest = await guestTimes(app, request, tx, item.standing.sittingId);
      const before = await decidedBefore(tx, placed?.previous ?? null);
      const given = before ? givenWith(before) : null;
      const view = itemView(placed ?? { item, about: null, previous: null }, opened.parent, asking);
      const decided = opened.written.find(({ kind }) => kind === 'decision');
      const actionOf = ({ record, classes }: ListedRecord) =>
        actionView(record, classes, asking, placed?.about);
      const shown = {
        panels: await otherPanels(tx, item.standing.panelId),
        ...view,
        decision: view.decision && withFixed(view.decision, decided),
        previous: view.previous && withFixed(view.previous, before),
        actions: actions.rows.filter(({ phase }) => open.includes(phase)).map(actionOf),
        // What the decision before gave, with what has come of it.
        previousActions: actions.rows
          .filter(({ record }) => given !== null && ofCommand(record.id) === given)
          .map(actionOf),
        words: heardWords(heard),
        cluster: cluster?.shown ?? null,
        written: writtenView(opened.written),
        names: opened.names,
        guest: guest !== null,
        ...agendaOf(opened, items, asking, guest),
      };
      const persons = [
        ...items.flatMap((one) => personsOfItem(one.item.standing)),
        ...(cluster?.persons ?? []),
      ];
      return { shown, persons: [...new Set(persons)] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
