import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
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

/** The recorders of the other area, and of what is told to it and heard from it. */
export const hostingRecorders = {
  recordPlacementArea: ({ payload, record, actor }: Ctx<RecordPlacementAreaPayload>): Effect[] => {
    const { as, area, reference = null, since } = payload;
    const { toldAt = null, heardAt = null } = record.standing.hosting ?? {};
    const hosting: Hosting = { as, area, reference, since, toldAt, heardAt };
    return [
      { do: 'write', kind: 'placement-area', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { hosting } },
    ];
  },
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
export function placementAreaFaults({ payload, at, profile }: Ctx<RecordPlacementAreaPayload>): Fault[] {
  if (payload.since <= localDate(at, profile.timeZone)) return [];
  return [
    {
      pointer: '/since',
      code: 'future',
      detail: 'The placement has begun: the day cannot lie in the future.',
    },
  ];
}
