import { localDate } from '../clocks/time-zone.js';
import type { Context, StoredRecord } from '../model.js';
import { shortened } from '../shortened.js';
import type { SittingStanding } from '../sittings/standing.js';
import type { CommandDefinition, Effect, Step } from '../topic.js';
import { type AgendaItemStanding, caseOfItem } from './standing.js';

/** Why an item is taken off the agenda before it is decided, in words that everybody who sees the item reads. */
export interface TakeOffAgendaPayload {
  reason: string;
}

/** What an item is told whose case leaves the panel's list, and who chairs its sitting; nobody where the chair may not know. */
export interface LeavingNews extends TakeOffAgendaPayload {
  chairId: string | null;
}

type Ctx<P extends object> = Context<AgendaItemStanding, P>;
type Item = StoredRecord<AgendaItemStanding>;
type Sitting = StoredRecord<SittingStanding>;

/** The item keeps its number and takes no time any more; what it was planned for stands in what was written. */
function recordTakenOff({ payload, happened, actor }: Ctx<TakeOffAgendaPayload>): Effect[] {
  const { reason } = payload;
  return [
    { do: 'write', kind: 'item-taken-off', class: 'sheet', body: { reason, by: actor.name } },
    { do: 'set', patch: { returned: happened, takenOff: shortened(reason, 300), minutes: 0 } },
  ];
}

/** What is kept of an item that is taken off; of one that left with its case the office and the chair are told. */
export const takeOffRecorders = {
  recordTakenOff,
  recordLeaving: (context: Ctx<LeavingNews>): Effect[] => [
    ...recordTakenOff(context),
    ...['role:coordinator', ...(context.payload.chairId ? [`user:${context.payload.chairId}`] : [])].map(
      (principal) => ({ do: 'send', kind: 'item-left', principal }) as const,
    ),
  ],
};

/** The case stays on the list for another sitting; an item without a case tells none. */
export function offAgendaSteps({ record, locked }: Ctx<TakeOffAgendaPayload>): Step[] {
  if (record.standing.subject) return [];
  const before = locked.find(({ id }) => id === record.id);
  const event = before?.state === 'open' ? 'return-to-list' : 'leave-agenda';
  return [{ record: caseOfItem(record.standing), event, payload: {} }];
}

/** What a command locks by which a case may leave an agenda: its items, seen or not, and their sittings. */
export const withItems = {
  about: ['agendaItem'],
  aboutParent: 'share',
  unseen: true,
} as const satisfies CommandDefinition['locks'];

/** The items of a case that wait on an agenda, each with its sitting. */
function waiting({ locked, record }: Pick<Context, 'locked' | 'record'>): [Item, Sitting][] {
  return locked
    .filter((one) => one.kind === 'agendaItem' && one.subjectId === record.id && one.state === 'waiting')
    .flatMap((item): [Item, Sitting][] => {
      const sitting = locked.find(({ kind, id }) => kind === 'sitting' && id === item.parentId);
      return sitting ? [[item as Item, sitting as Sitting]] : [];
    });
}

/**
 * The items of a case that leave an agenda with it: all that wait, or those of the sittings that `leaves` names. The case
 * is then on no agenda.
 */
export function leavingSteps(
  context: Pick<Context, 'locked' | 'record'>,
  reason: string,
  leaves: (sitting: Sitting) => boolean = () => true,
): Step[] {
  const { kind, id } = context.record;
  const going = waiting(context).filter(([, sitting]) => leaves(sitting));
  return going.flatMap(([item, { standing }]): Step[] => [
    {
      record: { kind: 'agendaItem', id: item.id },
      event: 'leave-with-case',
      payload: { reason, chairId: standing.chairId } satisfies LeavingNews,
    },
    { record: { kind, id }, event: 'leave-agenda', payload: {} },
  ]);
}

/** A listing that is withdrawn takes its item off the agenda, with the reason that was given. */
export function withdrawnListingSteps(context: Context<never, TakeOffAgendaPayload>): Step[] {
  return leavingSteps(context, `The listing was withdrawn: ${context.payload.reason}`);
}

/** A listing that is deferred beyond a sitting takes its item off that agenda. */
export function deferredListingSteps(
  context: Context<never, TakeOffAgendaPayload & { until: string }>,
): Step[] {
  const { payload, profile } = context;
  const day = payload.until.slice(0, 10);
  return leavingSteps(
    context,
    `The listing was deferred: ${payload.reason}`,
    ({ standing }) => localDate(standing.startsAt, profile.timeZone) < day,
  );
}

/** A case that is closed to all but those named stays on an agenda where the chair of the sitting is one of them, and leaves it else. */
export function closedExistenceSteps(context: Context): Step[] {
  const { state, standing } = context.record;
  const { closed, named = [] } = standing.access ?? {};
  if (!closed) return [];
  const leaving = challengeSteps(context);
  if ((state as { panel?: string }).panel !== 'listed') return leaving;
  return [
    ...leaving,
    ...leavingSteps(
      context,
      'The chair of this sitting is not among those who read it now.',
      (sitting) => !named.some(({ userId }) => userId === sitting.standing.chairId),
    ),
  ];
}

/** What hangs on a closed case and waits on an agenda for itself leaves it: only those named may know of it, and no whole panel. */
function challengeSteps({ locked, record }: Context): Step[] {
  const hung = new Set(locked.filter(({ parentId }) => parentId === record.id).map(({ id }) => id));
  const reason = 'What it is about is now for those named alone.';
  return locked
    .filter((one) => one.kind === 'agendaItem' && one.state === 'waiting' && hung.has(one.subjectId ?? ''))
    .map(({ id }) => ({
      record: { kind: 'agendaItem', id } as const,
      event: 'leave-with-case',
      payload: { reason, chairId: null } satisfies LeavingNews,
    }));
}
