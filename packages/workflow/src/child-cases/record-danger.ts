import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import type { RecordReferralPayload } from './payloads.js';
import { worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const duty = 'role:duty-manager';

/** Who besides the duty manager has danger in the list until somebody has acknowledged it. */
export const dangerWatchers = ['role:out-of-hours', 'role:police-desk'] as const;

/** Who acknowledges danger, of a restricted case too: none of these is named on it. */
export const dangerDuty = [duty, ...dangerWatchers] as const;

/** Alerts those on duty, and for a restricted case, whose danger few know of, those who are named on it. */
const alertsOf = (standing: ChildCaseStanding): Effect[] =>
  [...dangerDuty, ...(standing.access?.closed ? [worker(standing)] : [])].map((principal) => ({
    do: 'send',
    kind: 'danger-alert',
    principal,
  }));

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
function dangerEffects(raisedAt: string, standing: ChildCaseStanding): Effect[] {
  return [
    { do: 'set', patch: { danger: { raisedAt, acknowledgedBy: null } } },
    { do: 'start', rule: 'danger-acknowledgement', who: duty },
    { do: 'start', rule: 'strategy-discussion', who: duty },
    ...alertsOf(standing),
  ];
}

/** Two dangers as one: since the later raising, and acknowledged only where both are. */
function mergedDanger(own: ChildCaseStanding['danger'], news: DangerNews): ChildCaseStanding['danger'] {
  const { raisedAt, acknowledgedBy } = news;
  if (!own) return { raisedAt, acknowledgedBy };
  const later = own.raisedAt > raisedAt ? own : news;
  const open = own.acknowledgedBy === null || acknowledgedBy === null;
  return { raisedAt: later.raisedAt, acknowledgedBy: open ? null : later.acknowledgedBy };
}

/** Danger that waits still goes on waiting in the case that takes the referral in, from when it was raised. */
export function inheritedDanger(standing: ChildCaseStanding, news: DangerNews | null | undefined): Effect[] {
  if (!news) return [];
  const { raisedAt, acknowledgedBy, discussed } = news;
  const start = { do: 'start', who: duty, start: raisedAt, sooner: true } as const;
  return [
    { do: 'set', patch: { danger: mergedDanger(standing.danger, news) } },
    ...(acknowledgedBy === null ? [{ ...start, rule: 'danger-acknowledgement' }] : []),
    ...(discussed ? [] : [{ ...start, rule: 'strategy-discussion' }]),
    ...(acknowledgedBy === null || !discussed ? alertsOf(standing) : []),
  ];
}

/** The recorders of immediate danger. */
export const dangerRecorders = {
  recordFirstDanger: ({ record, payload, happened }: Ctx<RecordReferralPayload>): Effect[] =>
    payload.immediateDanger ? dangerEffects(happened, record.standing) : [],
  recordDanger: ({ record, payload, happened }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'danger', class: 'safety', body: payload },
    ...dangerEffects(happened, record.standing),
  ],
  /** The clock has run out, which its end says. The next runs from the new alert: after a time down there is one, not one for each hour. */
  recordRepeatedDanger: ({ record, at }: Ctx<object>): Effect[] => [
    { do: 'start', rule: 'danger-acknowledgement', who: duty, start: at, again: true },
    ...alertsOf(record.standing),
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
