import { caseAbove, keptOfCaseAbove, recordHolder } from '../child-cases/on-case.js';
import { type PartnersRead, partnersOf } from '../child-cases/partner-steps.js';
import { worker } from '../child-cases/principals.js';
import { type ChildCaseStanding, isRaised } from '../child-cases/standing.js';
import { recordChildOfCase } from '../children/under-child.js';
import type { Context, StoredRecord } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import {
  type AcceptServicePayload,
  type CarryServicePayload,
  carriedKept,
  type DeclineServicePayload,
  type EndServicePayload,
  type ReferServicePayload,
  type ServiceEpisodeStanding,
  type StartServicePayload,
} from './standing.js';

/** What a service learns of the plan partners of its case. */
interface PartnersNews {
  partners: PartnersRead;
}

type Ctx<P extends object> = Context<ServiceEpisodeStanding, P>;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'safety', body });
const set = (patch: Partial<ServiceEpisodeStanding>): Effect => ({ do: 'set', patch });

/** The agency that gives the service, as it stands on the books. */
export function agencyNamed({ facts, payload }: Pick<Ctx<ReferServicePayload>, 'facts' | 'payload'>) {
  const agency = facts.related.find((one) => one.kind === 'agency' && one.id === payload.agencyId);
  return agency?.standing as { name: string } | undefined;
}

/** The case to which a service is carried, as far as it is locked. */
export function caseNamed({ locked, payload }: Pick<Ctx<CarryServicePayload>, 'locked' | 'payload'>) {
  const found = locked.find((one) => one.kind === 'childCase' && one.id === payload.caseId);
  return found as StoredRecord<ChildCaseStanding> | undefined;
}

/** The answer of the service, for which whoever works with the child waits. */
const clock = 'service-answer';
const answered: Effect = { do: 'end', rule: clock };

const recordHolderOfCase = recordHolder(clock) as (context: Ctx<never>) => Effect[];

/** The recorders of services to a child. */
export const recorders = {
  recordReferral: (context: Ctx<ReferServicePayload>): Effect[] => {
    const { payload, locked, record, actor, happened } = context;
    const above = caseAbove(locked, record);
    if (!above) return [];
    const kept = keptOfCaseAbove(above);
    return [
      set({
        ...kept,
        partners: partnersOf(above.standing),
        service: shortened(payload.service, 120),
        agencyId: payload.agencyId,
        agencyName: agencyNamed(context)?.name ?? '',
        referred: { by: actor.userId, name: actor.name, at: happened },
      }),
      write('service-referral', { ...payload, by: actor.name }),
      { do: 'start', rule: clock, who: worker(kept), raised: isRaised(above.standing) },
    ];
  },
  recordChildOfCase,
  // A closed case is held by somebody anew only when it is taken up again: its services go on under it.
  recordHolder: (context: Ctx<never>): Effect[] => [
    ...recordHolderOfCase(context),
    set({ caseClosedAt: null }),
  ],
  recordAcceptance: ({ payload, actor, happened }: Ctx<AcceptServicePayload>): Effect[] => [
    write('service-accepted', { ...payload, by: actor.name }),
    set({ acceptedAt: happened }),
    answered,
  ],
  recordDecline: ({ payload, actor, happened }: Ctx<DeclineServicePayload>): Effect[] => [
    write('service-declined', { ...payload, by: actor.name }),
    set({ ended: { outcome: 'declined', at: happened } }),
    answered,
  ],
  recordStart: ({ payload, record, actor, happened }: Ctx<StartServicePayload>): Effect[] => [
    write('service-started', { ...payload, by: actor.name }),
    set({ startedAt: happened, acceptedAt: record.standing.acceptedAt ?? happened }),
    answered,
  ],
  recordEnd: ({ payload, actor, happened }: Ctx<EndServicePayload>): Effect[] => [
    write('service-ended', { ...payload, by: actor.name }),
    set({ ended: { outcome: payload.outcome, at: happened } }),
    answered,
  ],
  recordCarrying: (context: Ctx<CarryServicePayload>): Effect[] => {
    const { record, actor, happened } = context;
    const next = caseNamed(context);
    if (!next) return [];
    const { caseId, reference, carried } = record.standing;
    const access =
      record.standing.access || next.standing.access ? { access: next.standing.access ?? {} } : {};
    return [
      write('service-carried', { from: reference, to: next.standing.reference, by: actor.name }),
      set({
        ...keptOfCaseAbove(next),
        former: next.standing.former ?? {},
        ...access,
        partners: partnersOf(next.standing),
        caseClosedAt: null,
        carried: [...carried, { caseId, reference, at: happened }].slice(-carriedKept),
      }),
      {
        do: 'reassign',
        rules: [clock],
        from: worker(record.standing),
        who: worker(keptOfCaseAbove(next)),
      },
      { do: 'move', parentId: next.id },
    ];
  },
  recordPartners: ({ payload }: Ctx<PartnersNews>): Effect[] => [set({ partners: payload.partners })],
  recordCaseClosed: ({ payload, happened }: Ctx<PartnersNews>): Effect[] => [
    set({ caseClosedAt: happened, partners: payload.partners }),
  ],
  recordDeath: ({ payload, happened }: Ctx<PartnersNews>): Effect[] => [
    write('service-ended', { outcome: 'died', reason: 'The case was closed because the child has died' }),
    set({ ended: { outcome: 'died', at: happened }, partners: payload.partners }),
    { do: 'end', rule: clock, reason: 'The child has died' },
  ],
};
