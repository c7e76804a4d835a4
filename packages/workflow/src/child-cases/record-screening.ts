import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import { basisOf, instrumentFaults, screeningFor } from './assessment.js';
import type { RecordScreeningPayload } from './payloads.js';
import { worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';
import { toFindOut } from './to-find-out.js';

type Ctx = Context<ChildCaseStanding, RecordScreeningPayload>;

/** The recorder of a screening: kept with its explanation, it moves no grade and starts no clock. */
export const screeningRecorders = {
  recordScreening: (context: Ctx): Effect[] => {
    const { payload, record, actor, happened } = context;
    const result = screeningFor(context);
    const { instrument, on, about } = basisOf(context);
    const holder = worker(record.standing);
    const told = result.next === 'assess-today' && holder !== `user:${actor.userId}`;
    return [
      {
        do: 'write',
        kind: 'screening',
        class: 'case',
        body: { ...payload, screened: result, computedFrom: { instrument, on, about }, by: actor.name },
      },
      { do: 'set', patch: { screening: { next: result.next, at: happened } } },
      ...toFindOut(context, result.notKnown),
      ...(told ? [{ do: 'send', kind: 'screening-harm', principal: holder } as const] : []),
    ];
  },
};

/** The payload rules of a screening: its instrument is one for screening, in force, and answered without a fault. */
export const screeningFaults = (context: Ctx): Fault[] => instrumentFaults(context, 'screening');
