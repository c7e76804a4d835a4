import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import {
  closedOf,
  closedPatch,
  type EndMoved,
  endAccessEffects,
  movedEffects,
  movedFromAfter,
} from '../links/end-news.js';
import { localId } from '../local-id.js';
import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import type { PersonStanding } from '../persons/standing.js';
import type { Effect } from '../topic.js';
import { correctingRecorders } from './correcting.js';
import {
  cawnKept,
  childOfNotice,
  groundClocks,
  isCawn,
  lastDayAfter,
  lastDayOf,
  lastDayTold,
  lifeClocks,
} from './lapse.js';
import type {
  AllocateMeasurePayload,
  ApplyPayload,
  BreachPayload,
  CawnNews,
  ConsiderMeasurePayload,
  EndMeasurePayload,
  GrantPayload,
  ReviewMeasurePayload,
  ServePayload,
  VaryPayload,
} from './payloads.js';
import {
  breachesKept,
  type Dated,
  type MeasureEnding,
  type MeasureStanding,
  type MeasureSubject,
  ownerOf,
} from './standing.js';

type Ctx<P extends object> = Context<MeasureStanding, P>;

const dated = ({ actor, happened, profile }: Ctx<object>): Dated => ({
  by: actor.userId,
  on: localDate(happened, profile.timeZone),
});

const write = (kind: string, { payload, actor }: Ctx<object>): Effect => ({
  do: 'write',
  kind,
  class: 'case',
  body: { ...payload, by: actor.name },
});

/** The ids of the protections that a new measure opens, one for each child that it names. */
export function protectionIds({ childIds = [] }: ConsiderMeasurePayload, commandId: string): string[] {
  return childIds.map((_, index) => derivedId(commandId, localId.protection + index));
}

/**
 * Whoever is given a measure acts on somebody, and is told on whom: the name, the date of birth and the licence, in a row
 * of the class that those who act read. Nothing is told of a person whose record is closed.
 */
function subjectOf(context: Ctx<ConsiderMeasurePayload>): Effect[] {
  const { locked, payload } = context;
  const person = locked.find(({ kind, id }) => kind === 'person' && id === payload.personId);
  const closes = Object.values(closedEndsOf(context)).some(({ closed }) => closed);
  if (!person || closes) return [];
  const { name, birthDate, licence } = person.standing as PersonStanding;
  const body: MeasureSubject = { name, birthDate, licence };
  return [{ do: 'write', kind: 'measure-subject', class: 'identity', body }];
}

/** In force from now on: until when, and by which clocks. */
function inForce(context: Ctx<GrantPayload | ServePayload>, patch: Partial<MeasureStanding>): Effect[] {
  const { record, locked, payload } = context;
  const { on } = dated(context);
  const child = isCawn(record.standing) ? childOfNotice(locked, record.id) : null;
  const cawn = child && cawnKept(child, on);
  const expiresOn = lastDayOf(payload.lastDay ?? null, cawn);
  const after = { ...record.standing, ...patch, cawn, expiresOn };
  return [{ do: 'set', patch: { ...patch, cawn, expiresOn } }, ...lifeClocks(context, after)];
}

/** The clocks of its life, where its last day is another one now. */
function reckonedAnew(context: Ctx<object>, expiresOn: string | null): Effect[] {
  const { standing } = context.record;
  return expiresOn === standing.expiresOn ? [] : lifeClocks(context, { ...standing, expiresOn });
}

function ending(context: Ctx<object>, how: MeasureEnding): Effect[] {
  const { on } = dated(context);
  return [
    { do: 'set', patch: { ended: { how, on, because: null } } },
    { do: 'end', rule: 'measure-next-step' },
    { do: 'endAll', reason: 'The measure has ended' },
  ];
}

/** What is closed of a measure: whom it is on, and by its own handling those not named. */
function closedEndsOf({ payload, locked }: Ctx<ConsiderMeasurePayload>) {
  const { personId, locationId, handling, readers = [] } = payload;
  const ids = [personId, locationId].filter((id) => id !== undefined);
  const named = readers.map((userId) => ({ userId, classes: ['case' as const], until: null }));
  return { ...closedOf(locked, ids), ...(handling === 'C' ? { own: { closed: true, named } } : {}) };
}

/** The recorders of measures. */
export const recorders = {
  ...correctingRecorders,
  recordEndAccess: endAccessEffects,
  // It goes with the person or place, and remembers where it began.
  recordMoved: ({ payload, record }: Ctx<EndMoved>): Effect[] => {
    const { personId, locationId } = record.standing;
    const after = (id: string | null) => (id === payload.from ? payload.to : id);
    const movedFrom = movedFromAfter(record.standing, payload);
    return [
      { do: 'set', patch: { personId: after(personId), locationId: after(locationId), movedFrom } },
      ...movedEffects(record, payload),
    ];
  },
  recordConsidered: (context: Ctx<ConsiderMeasurePayload>): Effect[] => {
    const { payload, actor, facts, commandId } = context;
    const { code, personId = null, locationId = null, nextOn, handling = 'P' } = payload;
    const ownerId = payload.ownerId ?? actor.userId;
    const patch = {
      code,
      personId,
      locationId,
      protects: protectionIds(payload, commandId),
      ownerId,
      ownerAgencyId: findPerson(facts, payload.ownerId)?.agencyId ?? actor.agencyId,
      handling,
      considered: dated(context),
      ...closedPatch(closedEndsOf(context)),
    };
    return [
      write('measure-considered', context),
      ...subjectOf(context),
      { do: 'set', patch },
      { do: 'start', rule: 'measure-next-step', who: ownerOf({ code, ownerId }), due: nextOn },
      ...(payload.ownerId && payload.ownerId !== actor.userId
        ? [{ do: 'send', kind: 'measure-given', principal: `user:${payload.ownerId}` } as const]
        : []),
    ];
  },
  recordApplied: (context: Ctx<ApplyPayload>): Effect[] => [
    write('measure-applied', context),
    { do: 'set', patch: { applied: dated(context) } },
    {
      do: 'start',
      rule: 'measure-next-step',
      who: ownerOf(context.record.standing),
      due: context.payload.nextOn,
      again: true,
    },
  ],
  recordGranted: (context: Ctx<GrantPayload>): Effect[] => [
    write('measure-granted', context),
    ...inForce(context, { granted: dated(context) }),
  ],
  recordServedNotice: (context: Ctx<ServePayload>): Effect[] => [
    write('measure-served', context),
    ...inForce(context, { served: dated(context) }),
  ],
  recordServedOrder: (context: Ctx<ServePayload>): Effect[] => {
    const expiresOn = lastDayTold(context.record.standing, context.payload);
    return [
      write('measure-served', context),
      { do: 'set', patch: { served: dated(context), expiresOn } },
      ...reckonedAnew(context, expiresOn),
    ];
  },
  recordVaried: (context: Ctx<VaryPayload>): Effect[] => {
    const { record, payload } = context;
    const { standing } = record;
    const expiresOn = lastDayTold(standing, payload);
    return [
      write('measure-varied', context),
      { do: 'set', patch: { variations: standing.variations + 1, expiresOn } },
      ...reckonedAnew(context, expiresOn),
    ];
  },
  recordBreach: (context: Ctx<BreachPayload>): Effect[] => {
    const breaches = [...context.record.standing.breaches, dated(context).on].sort().slice(-breachesKept);
    return [write('measure-breach', context), { do: 'set', patch: { breaches } }];
  },
  recordReview: (context: Ctx<ReviewMeasurePayload>): Effect[] => {
    const { record, payload } = context;
    const review = { ...dated(context), outcome: payload.outcome };
    const who = ownerOf(record.standing);
    return [
      write('measure-review', context),
      { do: 'set', patch: { review } },
      { do: 'end', rule: 'order-expiry-warning' },
      { do: 'end', rule: 'measure-review' },
      ...(record.standing.expiresOn === null ? [{ do: 'start', rule: 'measure-review', who } as const] : []),
    ];
  },
  recordDischarged: (context: Ctx<EndMeasurePayload>): Effect[] => [
    write('measure-discharged', context),
    ...ending(context, 'discharged'),
  ],
  recordRefused: (context: Ctx<EndMeasurePayload>): Effect[] => [
    write('measure-refused', context),
    ...ending(context, 'refused'),
  ],
  recordDropped: (context: Ctx<EndMeasurePayload>): Effect[] => [
    write('measure-not-pursued', context),
    ...ending(context, 'not-pursued'),
  ],
  recordOwner: (context: Ctx<AllocateMeasurePayload>): Effect[] => {
    const { payload, record, facts } = context;
    const owner = findPerson(facts, payload.ownerId);
    const who = `user:${payload.ownerId}`;
    const rules = record.standing.clocks.map(({ rule }) => rule);
    return [
      write('measure-owner', context),
      { do: 'set', patch: { ownerId: payload.ownerId, ownerAgencyId: owner?.agencyId ?? null } },
      { do: 'reassign', rules, from: ownerOf(record.standing), who },
      { do: 'send', kind: 'measure-given', principal: who },
    ];
  },
  recordExpired: (context: Ctx<object>): Effect[] => {
    const { standing } = context.record;
    const { cawn, expiresOn } = standing;
    const lapsed = cawn?.because && expiresOn === lastDayOf(null, cawn);
    const on = expiresOn ?? dated(context).on;
    return [
      {
        do: 'set',
        patch: { ended: { how: lapsed ? 'lapsed' : 'expired', on, because: lapsed ? cawn.because : null } },
      },
      { do: 'end', rule: 'measure-expiry' },
      { do: 'endAll', reason: 'The measure has ended' },
      { do: 'send', kind: 'measure-ended', principal: ownerOf(standing) },
    ];
  },
  recordChildStatus: (context: Ctx<CawnNews>): Effect[] => {
    const { record, payload } = context;
    const known = record.standing.expiresOn;
    const expiresOn = lastDayAfter(record.standing, payload.cawn);
    const after = { ...record.standing, cawn: payload.cawn, expiresOn };
    return [
      { do: 'write', kind: 'measure-reckoned', class: 'case', body: payload.cawn },
      { do: 'set', patch: { cawn: payload.cawn, expiresOn } },
      ...(expiresOn === known ? [] : lifeClocks(context, after, 'Reckoned anew')),
      ...groundClocks(context, record.standing, after),
      { do: 'send', kind: 'measure-lapse-changed', principal: ownerOf(record.standing) },
    ];
  },
};
