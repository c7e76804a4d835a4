import { type ChildNews, childNewsEffects } from '../children/under-child.js';
import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import { instantMs, localDate } from '../clocks/time-zone.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { bundleOf } from './bundle.js';
import { holderOf } from './parts.js';
import { extendedDue } from './rules.js';
import type {
  AccessRequestStanding,
  AskRequesterPayload,
  ConfirmIdentityPayload,
  DecideItemsPayload,
  ExtendTimePayload,
  GatherBundlePayload,
  IssueResponsePayload,
  OpenPartPayload,
  RecordAccessRequestPayload,
} from './standing.js';

type Ctx<P extends object> = Context<AccessRequestStanding, P>;

const clock = 'access-response';
const dayMs = 86_400_000;

const wrote = (kind: string, { payload, actor }: Ctx<object>): Effect => ({
  do: 'write',
  kind,
  class: 'case',
  body: { ...payload, by: actor.name },
});
const set = (patch: Partial<AccessRequestStanding>): Effect => ({ do: 'set', patch });
const dueOn = (who: string, due: string): Effect => ({ do: 'start', rule: clock, who, due, again: true });
const noon = (day: string) => `${day}T12:00:00.000Z`;

/** A month from a day, or three where the time was extended. */
function monthFrom({ record, profile }: Ctx<object>, day: string): Effect {
  const who = holderOf(record.standing);
  const due = record.standing.extended
    ? extendedDue(day, profile)
    : dateOf(addMonths(epochDay(day), profile.clocks[clock].amount));
  return dueOn(who, due);
}

/** How an access request is recorded, by the names that its chart uses. */
export const recorders = {
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, null),
  recordRequest: (context: Ctx<RecordAccessRequestPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    const { requester, childId = null, sought = null, receivedOn } = payload;
    return [
      wrote('access-request', context),
      set({
        requester,
        childId,
        sought,
        receivedOn,
        countsFrom: receivedOn,
        recorded: { by: actor.userId, at: happened },
      }),
      monthFrom(context, receivedOn),
    ];
  },
  recordIdentity: (context: Ctx<ConfirmIdentityPayload>): Effect[] => {
    const { payload, record, actor, happened, profile } = context;
    const day = localDate(happened, profile.timeZone);
    const wasAsked = record.standing.waits?.for === 'identity';
    return [
      wrote('identity-confirmed', context),
      set({
        identity: { by: actor.userId, at: happened, how: payload.how },
        ...(wasAsked ? { waits: null, countsFrom: day } : {}),
      }),
      ...(wasAsked ? [monthFrom(context, day)] : []),
    ];
  },
  recordAsking: (context: Ctx<AskRequesterPayload>): Effect[] => {
    const { payload, record, at, happened } = context;
    const due = record.standing.clocks.find(({ rule }) => rule === clock)?.due ?? at;
    return [
      wrote('requester-asked', context),
      set({ waits: { for: payload.for, since: happened, due } }),
      { do: 'end', rule: clock, reason: 'The requester was asked' },
    ];
  },
  recordAnswer: (context: Ctx<object>): Effect[] => {
    const { record, happened, at } = context;
    const { waits } = record.standing;
    const waited = waits ? Math.max(0, instantMs(happened) - instantMs(waits.since)) : 0;
    const due = instantMs(waits?.due ?? at) + Math.ceil(waited / dayMs) * dayMs;
    return [
      wrote('requester-answered', context),
      set({ waits: null }),
      dueOn(holderOf(record.standing), localDate(new Date(due).toISOString(), context.profile.timeZone)),
    ];
  },
  recordExtension: (context: Ctx<ExtendTimePayload>): Effect[] => {
    const { record, profile } = context;
    const due = extendedDue(record.standing.countsFrom, profile);
    const { waits } = record.standing;
    return [
      wrote('time-extended', context),
      set({ extended: true, ...(waits ? { waits: { ...waits, due: noon(due) } } : {}) }),
      ...(waits ? [] : [dueOn(holderOf(record.standing), due)]),
    ];
  },
  recordBundle: (context: Ctx<GatherBundlePayload>): Effect[] => {
    const { payload, facts, at } = context;
    const { items, decided } = bundleOf([{ kind: 'bundle', body: payload }, ...facts.written]);
    const undecided = items.filter(({ id }) => !decided.has(id)).length;
    return [wrote('bundle', context), set({ bundle: { at, items: items.length }, undecided })];
  },
  recordDecisions: ({ payload, facts, record, actor }: Ctx<DecideItemsPayload>): Effect[] => {
    const before = bundleOf(facts.written);
    const digests = new Map(before.items.map(({ id, digest }) => [id, digest]));
    const body = {
      items: payload.items.map((one) => ({ ...one, digest: digests.get(one.id) as string })),
      by: actor.name,
    };
    const { decided } = bundleOf([{ kind: 'item-decisions', body }, ...facts.written]);
    const { deciders } = record.standing;
    const who = actor.userId ?? '';
    return [
      { do: 'write', kind: 'item-decisions', class: 'case', body },
      set({
        undecided: before.items.filter(({ id }) => !decided.has(id)).length,
        deciders: deciders.includes(who) ? deciders : [...deciders, who],
      }),
    ];
  },
  recordConsultation: ({ payload, record }: Ctx<{ id: string; due: string }>): Effect[] => [
    set({ asked: { ...record.standing.asked, [payload.id]: payload.due } }),
  ],
  recordConsulted: ({ payload, record }: Ctx<{ id: string }>): Effect[] => {
    const { [payload.id]: _answered, ...asked } = record.standing.asked;
    return [set({ asked })];
  },
  recordApproval: (context: Ctx<object>): Effect[] => [
    wrote('response-approved', context),
    set({ approved: { by: context.actor.userId, at: context.at } }),
  ],
  recordReturn: (context: Ctx<object>): Effect[] => [
    wrote('response-returned', context),
    set({ approved: null }),
  ],
  recordIssue: (context: Ctx<IssueResponsePayload>): Effect[] => {
    const { actor, happened, payload } = context;
    const { changed: _none, ...counts } = payload;
    return [
      wrote('response-issued', { ...context, payload: counts }),
      set({ issued: { by: actor.userId, at: happened, ...counts } }),
      { do: 'end', rule: clock },
    ];
  },
  recordEnd: (context: Ctx<object>): Effect[] => {
    const { actor, happened } = context;
    return [
      wrote('request-ended', context),
      set({ ended: { by: actor.userId, at: happened }, waits: null }),
      { do: 'endAll', reason: 'The request has ended' },
    ];
  },
  recordStop: ({ actor, happened }: Ctx<object>): Effect[] => [
    set({ ended: { by: actor.userId, at: happened } }),
    { do: 'endAll', reason: 'The request has ended' },
  ],
  recordPart: ({ payload }: Ctx<OpenPartPayload>): Effect[] => {
    const { standing, words, due } = payload;
    const who = holderOf({ partOf: standing.partOf ?? null, team: standing.team ?? null });
    return [
      set(standing),
      { do: 'write', kind: 'part-opened', class: 'case', body: words },
      dueOn(who, due),
      { do: 'send', kind: 'access-part', principal: who },
    ];
  },
};
