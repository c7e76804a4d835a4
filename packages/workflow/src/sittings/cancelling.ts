import { caseOfItem } from '../agenda-items/standing.js';
import type { Context } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { aboutItem, carriedSteps, carriedTo, isListed, openAhead, toldNext, undecided } from './carrying.js';
import { toldPanel } from './scheduling.js';
import type { CancelSittingPayload, SittingStanding } from './standing.js';

type Ctx = Context<SittingStanding, CancelSittingPayload>;

/**
 * A cancelled sitting returns its items and tells their cases: with an open agenda of the panel's next sitting they go
 * on there, else they are listed for it. A high one goes to chair's action, and waits for no other sitting.
 */
export function cancelledSteps(context: Ctx): Step[] {
  const { record, payload, locked } = context;
  const next = openAhead(context);
  const moved = carriedTo(context, undecided(locked), next);
  const back = undecided(locked).flatMap((item): Step[] => {
    const goes = moved.some((one) => one.item.id === item.id);
    const news = { sittingId: record.id, reason: payload.reason, ...(goes ? { nextId: next?.id } : {}) };
    const listed = isListed(aboutItem(context, item));
    return [
      { record: { kind: 'agendaItem', id: item.id }, event: 'return-to-list', payload: { cancelled: true } },
      // An item without a case tells none.
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
  return next ? [...back, ...carriedSteps(context, moved, next), toldNext(next, moved)] : back;
}

/** What is kept where sittings are cancelled. */
export const cancellingRecorders = {
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
