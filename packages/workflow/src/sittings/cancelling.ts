import { type AgendaItemStanding, caseOfItem } from '../agenda-items/standing.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, StoredRecord } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { mostItems } from './faults.js';
import { toldPanel } from './scheduling.js';
import type { CancelSittingPayload, SittingStanding } from './standing.js';

type Ctx = Context<SittingStanding, CancelSittingPayload>;
type Sitting = StoredRecord<SittingStanding>;
type Item = StoredRecord<AgendaItemStanding>;

/** Items of a sitting without an outcome. */
export function undecided(locked: readonly StoredRecord[]): Item[] {
  return locked.filter(
    (one) => one.kind === 'agendaItem' && ['waiting', 'open'].includes(one.state as string),
  ) as Item[];
}

const ahead = ['scheduled', 'agendaOpen', 'papersIssued'];

/** The next sitting of the same panel that is still to come; null where none is on the books. */
export function nextSitting({ locked, record }: Pick<Ctx, 'locked' | 'record'>): Sitting | null {
  const later = locked.filter(
    ({ kind, id, parentId, state }) =>
      kind === 'sitting' &&
      id !== record.id &&
      record.parentId !== null &&
      parentId === record.parentId &&
      ahead.includes(state as string),
  ) as Sitting[];
  const after = later.filter(({ standing }) => standing.startsAt > record.standing.startsAt);
  after.sort((one, other) => one.standing.startsAt.localeCompare(other.standing.startsAt));
  return after[0] ?? null;
}

function caseOf({ locked }: Pick<Ctx, 'locked'>, item: Item): StoredRecord<ChildCaseStanding> | undefined {
  const found = locked.find(({ kind, id }) => kind !== 'agendaItem' && id === item.subjectId);
  return found as StoredRecord<ChildCaseStanding> | undefined;
}

const isListed = (about: StoredRecord | undefined): boolean =>
  (about?.state as { panel?: string } | undefined)?.panel === 'listed';

/** Whether an item can go straight on the open agenda of the next sitting, by the rules of adding it there. */
function goesOn(context: Ctx, item: Item, next: Sitting | null): boolean {
  const about = caseOf(context, item);
  if (next?.state !== 'agendaOpen' || !isListed(about)) return false;
  const { access, listing } = about?.standing ?? {};
  const chairReads = access?.named?.some(({ userId }) => userId === next.standing.chairId);
  const until = listing?.until;
  const due = !until || localDate(next.standing.startsAt, context.profile.timeZone) >= until;
  return due && (!access?.closed || chairReads === true);
}

/** Items that go on with the next sitting's open agenda, each with the id that it has there. */
function movedItems(context: Ctx): { item: Item; id: string }[] {
  const next = nextSitting(context);
  const room = mostItems - (next?.standing.order.length ?? 0);
  const going = undecided(context.locked).filter((item) => goesOn(context, item, next));
  return going.slice(0, room).map((item, index) => ({
    item,
    id: derivedId(context.commandId, localId.movedItem + index),
  }));
}

function movedStep({ item, id }: { item: Item; id: string }, next: Sitting): Step {
  const { caseId, caseKind, section, asked, minutes, presenterName } = item.standing;
  return {
    record: { kind: 'agendaItem', id },
    event: 'add-item',
    payload: {
      caseId,
      ...(caseKind ? { caseKind } : {}),
      section,
      asked,
      minutes,
      ...(presenterName ? { presenterName } : {}),
      ...(next.standing.panelId ? { panelId: next.standing.panelId } : {}),
    },
    parentId: next.id,
    subjectId: item.subjectId ?? caseId,
  };
}

/**
 * A cancelled sitting returns its items and tells their cases: with an open agenda of the panel's next sitting they go
 * on there, else they are listed for it. A high one goes to chair's action, and waits for no other sitting.
 */
export function cancelledSteps(context: Ctx): Step[] {
  const { record, payload, locked } = context;
  const next = nextSitting(context);
  const moved = movedItems(context);
  const back = undecided(locked).flatMap((item): Step[] => {
    const goes = moved.some((one) => one.item.id === item.id);
    const news = { sittingId: record.id, reason: payload.reason, ...(goes ? { nextId: next?.id } : {}) };
    const listed = isListed(caseOf(context, item));
    return [
      { record: { kind: 'agendaItem', id: item.id }, event: 'return-to-list', payload: { cancelled: true } },
      // An item without a case waits to be taken up by the next agenda.
      ...(item.standing.subject
        ? []
        : [
            {
              record: caseOfItem(item.standing),
              event: listed ? 'sitting-cancelled' : 'leave-agenda',
              payload: listed ? news : {},
            },
          ]),
    ];
  });
  if (!next || moved.length === 0) return back;
  return [
    ...back,
    ...moved.map((one) => movedStep(one, next)),
    {
      record: { kind: 'sitting', id: next.id },
      event: 'receive-items',
      payload: { items: moved.map(({ id }) => id) },
    },
  ];
}

/** What is kept where sittings are cancelled. */
export const cancellingRecorders = {
  recordItemsMoved: ({ payload, record }: Context<SittingStanding, { items: string[] }>): Effect[] => [
    { do: 'set', patch: { order: [...record.standing.order, ...payload.items] } },
  ],
  recordCancellation: (context: Ctx): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { sequence = 0, chairId, panelId } = record.standing;
    return [
      { do: 'write', kind: 'cancelled', class: 'safety', body: { ...payload, by: actor.name } },
      { do: 'endAll', reason: 'The sitting was cancelled' },
      {
        do: 'set',
        patch: {
          cancelled: payload.reason,
          endedAt: happened,
          sequence: sequence + 1,
          changedAt: happened,
        },
      },
      ...(panelId ? toldPanel(context, 'sitting-cancelled', chairId) : []),
    ];
  },
};
