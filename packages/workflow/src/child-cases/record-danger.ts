import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import type { RecordReferralPayload } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const duty = 'role:duty-manager';

/** Danger as one case hands it to another: since when, who acknowledged it, and whether it was discussed. */
export interface DangerNews {
  raisedAt: string;
  acknowledgedBy: string | null;
  discussed: boolean;
}

/** The danger of a case, for the case that it is joined to; null where none was raised. */
export function dangerOf({ danger, clocks }: ChildCaseStanding): DangerNews | null {
  const discussed = !clocks.some((clock) => clock.rule === 'strategy-discussion');
  return danger && { ...danger, discussed };
}

/** Danger raised again before anybody has acknowledged it leaves the first clocks running: nothing is put off. */
function dangerEffects(raisedAt: string): Effect[] {
  return [
    { do: 'set', patch: { danger: { raisedAt, acknowledgedBy: null } } },
    { do: 'start', rule: 'danger-acknowledgement', who: duty },
    { do: 'start', rule: 'strategy-discussion', who: duty },
    ...[duty, 'role:out-of-hours', 'role:police-desk'].map(
      (principal) => ({ do: 'send', kind: 'danger-alert', principal }) as const,
    ),
  ];
}

/** Danger that waits still goes on waiting in the case that takes the referral in, from when it was raised. */
export function inheritedDanger(danger: DangerNews | null | undefined): Effect[] {
  if (!danger) return [];
  const { raisedAt, acknowledgedBy, discussed } = danger;
  const start = { do: 'start', who: duty, start: raisedAt } as const;
  return [
    { do: 'set', patch: { danger: { raisedAt, acknowledgedBy } } },
    ...(acknowledgedBy === null ? [{ ...start, rule: 'danger-acknowledgement' }] : []),
    ...(discussed ? [] : [{ ...start, rule: 'strategy-discussion' }]),
  ];
}

/** The recorders of immediate danger. */
export const dangerRecorders = {
  recordFirstDanger: ({ payload, happened }: Ctx<RecordReferralPayload>): Effect[] =>
    payload.immediateDanger ? dangerEffects(happened) : [],
  recordDanger: ({ payload, happened }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'danger', class: 'safety', body: payload },
    ...dangerEffects(happened),
  ],
  recordAcknowledgement: ({ record, payload, actor }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'danger-acknowledged', class: 'safety', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: { danger: { ...record.standing.danger, acknowledgedBy: actor.userId ?? actor.name } },
    },
    { do: 'end', rule: 'danger-acknowledgement' },
  ],
};
