import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { RecordReferralPayload } from './payloads.js';
import type { Hosting, RecordAreaExchangePayload, RecordPlacementAreaPayload } from './placement-area.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** The rule of telling and hearing, by the name that the chart uses. */
export const hostingRules = {
  hasOtherArea: ({ record }: GuardContext<ChildCaseStanding>): Missing[] =>
    record.standing.hosting
      ? []
      : missing('otherArea', 'No other area is recorded for this child.', 'the worker or the manager'),
};

/** The other area from now on: the placing area keeps the case and owns the clock of the interview (statutory guidance on missing children, 2014). */
function otherArea(
  { hosting: before }: Pick<ChildCaseStanding, 'hosting'>,
  payload: RecordPlacementAreaPayload,
  by: string,
): Effect[] {
  const { as, area, reference = null, since } = payload;
  const { toldAt = null, heardAt = null } = before ?? {};
  const interviews = as === 'host' ? 'other-area' : 'this-area';
  const hosting: Hosting = { as, area, reference, since, interviews, toldAt, heardAt };
  return [
    { do: 'write', kind: 'placement-area', class: 'case', body: { ...payload, by } },
    { do: 'set', patch: { hosting } },
  ];
}

/** A referral of a child whom another area placed here opens a hosted record in one go. */
export function hostedAtOnce({ payload, record, actor }: Ctx<RecordReferralPayload>): Effect[] {
  const { hosted, seenOrSaid } = payload;
  if (!hosted) return [];
  return otherArea(record.standing, { as: 'host', ...hosted, notification: seenOrSaid }, actor.name);
}

/** The recorders of the other area, and of what is told to it and heard from it. */
export const hostingRecorders = {
  recordPlacementArea: ({ payload, record, actor }: Ctx<RecordPlacementAreaPayload>): Effect[] =>
    otherArea(record.standing, payload, actor.name),
  recordAreaExchange: ({ payload, record, actor, happened }: Ctx<RecordAreaExchangePayload>): Effect[] => {
    const hosting = record.standing.hosting as Hosting;
    const which = payload.direction === 'told' ? { toldAt: happened } : { heardAt: happened };
    const body = { ...payload, area: hosting.area, by: actor.name };
    return [
      { do: 'write', kind: 'area-exchange', class: 'case', body },
      { do: 'set', patch: { hosting: { ...hosting, ...which } } },
    ];
  },
};

/** Payload rule of the other area: a placement that is recorded has begun. */
export function placementAreaFaults(
  { payload, at, profile }: Ctx<Pick<RecordPlacementAreaPayload, 'since'>>,
  pointer = '/since',
): Fault[] {
  if (payload.since <= localDate(at, profile.timeZone)) return [];
  return [
    {
      pointer,
      code: 'future',
      detail: 'The placement has begun: the day cannot lie in the future.',
    },
  ];
}
