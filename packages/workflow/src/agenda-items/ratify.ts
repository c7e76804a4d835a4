import type { Context, Fault, Missing, StoredRecord } from '../model.js';
import { isLaterOfPanel } from '../sittings/later-sitting.js';
import type { RatificationNews, SittingStanding } from '../sittings/standing.js';
import { type Effect, type GuardContext, missing, type Step } from '../topic.js';
import { askedQuorum } from './quorum.js';
import type { AgendaItemStanding, RatifyDecisionPayload } from './standing.js';

type Ctx = Context<AgendaItemStanding, RatifyDecisionPayload>;

/** Whether a decision was taken without a quorum and nobody has ratified it yet. */
export function isUnratified({ record }: GuardContext<AgendaItemStanding>): Missing[] {
  const { decision } = record.standing;
  if (decision?.inquorate && !decision.ratifiedAt) return [];
  return missing('ratified', 'Only a decision taken without a quorum is ratified, and once.', 'nobody');
}

function ratifying({
  locked,
  payload,
}: Pick<Ctx, 'locked' | 'payload'>): StoredRecord<SittingStanding> | undefined {
  return locked.find(({ kind, id }) => kind === 'sitting' && id === payload.sittingId) as never;
}

/** A later sitting ratifies in session and in quorum; between sittings the chair does by rule, with a reason. */
export function ratificationFaults(context: Ctx): Fault[] {
  const { payload, record, locked } = context;
  if (!payload.sittingId && askedQuorum(context))
    return [
      {
        pointer: '/sittingId',
        code: 'asked',
        detail: 'A lower grade, a removal or a closing is ratified by a quorate sitting alone: name it.',
      },
    ];
  if (!payload.sittingId)
    return payload.reason
      ? []
      : [
          {
            pointer: '/reason',
            code: 'asked',
            detail: 'Name the sitting that ratifies it, or give the reason for which the chair does by rule.',
          },
        ];
  const sitting = ratifying(context);
  const heard = locked.find(({ id }) => id === record.standing.sittingId) as
    | StoredRecord<SittingStanding>
    | undefined;
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/sittingId', code, detail }];
  if (sitting?.state !== 'inSession' || !sitting.standing.quorate || sitting.id === heard?.id)
    return fault('notQuorate', 'A decision is ratified by a later sitting that is in session and quorate.');
  return heard && isLaterOfPanel(sitting, heard)
    ? []
    : fault(
        'otherPanel',
        'A decision is ratified by a later sitting of the same panel: choose it, or give the chair’s reason.',
      );
}

/** Keeps who ratified a decision, where and why; the decision itself stays as it was taken. */
export function recordRatification(context: Ctx): Effect[] {
  const { payload, record, happened, actor } = context;
  const { decision } = record.standing;
  return [
    { do: 'write', kind: 'ratification', class: 'sheet', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { decision: { ...decision, ratifiedAt: happened } } },
    { do: 'end', rule: 'ratification' },
  ];
}

/**
 * The sitting that ratifies it minutes it by the reference of the case: a number on the agenda is another for whoever does
 * not see each item. Of a restricted case nothing stands on a sitting.
 */
export function ratificationSteps({ payload, record, locked }: Ctx): Step[] {
  const { standing } = record;
  const heard = locked.find(({ id }) => id === standing.sittingId)?.standing as SittingStanding | undefined;
  if (!payload.sittingId || !heard || standing.access?.closed) return [];
  const news: RatificationNews = {
    panel: heard.panel,
    startsAt: heard.startsAt,
    reference: standing.reference || standing.name,
    decision: standing.decision?.decision ?? '',
  };
  return [
    { record: { kind: 'sitting', id: payload.sittingId }, event: 'receive-ratification', payload: news },
  ];
}
