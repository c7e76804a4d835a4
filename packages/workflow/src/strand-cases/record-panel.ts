import {
  type RecordPanelDecisionPayload,
  type ReviewDateNews,
  referredTo,
} from '../agenda-items/standing.js';
import type { Context } from '../model.js';
import { type AwaitNextCheckPayload, checkAhead } from '../next-check.js';
import { guestsOf, movedAgenda, offAgenda, onAgendaOf } from '../panels/case-members.js';
import { listedFor } from '../panels/listed-for.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { unwatchedRemovals } from './codes.js';
import type { ListStrandPayload } from './payloads.js';
import { removed } from './record-removal.js';
import type { StrandCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** The recorders of the panel’s list and of what a sitting decides on a person or a place. */
export const strandPanelRecorders = {
  recordListing: (context: Ctx<ListStrandPayload>): Effect[] => {
    const { payload, happened, actor } = context;
    return [
      { do: 'write', kind: 'listing', class: 'sheet', body: { ...payload, by: actor.name } },
      {
        do: 'set',
        patch: {
          listing: {
            basis: payload.basis,
            asked: shortened(payload.asked, 100),
            at: happened,
            until: null,
            ...listedFor(context),
          },
        },
      },
    ];
  },
  recordWithdrawnListing: ({ payload, actor, record, happened, at }: Ctx<{ reason: string }>): Effect[] => [
    { do: 'write', kind: 'listing-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'chairs-action', reason: 'The listing was withdrawn' },
    { do: 'set', patch: { listing: null, ...offAgenda(record.standing, { happened, at }) } },
  ],
  recordDeferral: ({ payload, record, actor }: Ctx<{ reason: string; until: string }>): Effect[] => [
    { do: 'write', kind: 'listing-deferred', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { listing: { ...record.standing.listing, until: payload.until.slice(0, 10) } } },
  ],
  recordOnAgenda: ({ payload }: Ctx<{ sittingId: string; panelId?: string }>): Effect[] => [
    { do: 'set', patch: onAgendaOf(payload) },
  ],
  recordCaseGuests: ({ payload }: Ctx<{ guests: string[] }>): Effect[] => [
    { do: 'set', patch: guestsOf(payload) },
  ],
  recordOffAgenda: ({ record, happened, at }: Ctx<object>): Effect[] => [
    { do: 'set', patch: offAgenda(record.standing, { happened, at }) },
  ],
  recordSittingCancelled: ({ payload, record, happened, at }: Ctx<{ nextId?: string }>): Effect[] => [
    { do: 'write', kind: 'sitting-cancelled', class: 'case', body: payload },
    {
      do: 'set',
      patch: payload.nextId
        ? movedAgenda(record.standing, payload.nextId, { happened, at })
        : offAgenda(record.standing, { happened, at }),
    },
    ...(record.standing.priority === 'high'
      ? [{ do: 'start', rule: 'chairs-action', who: 'role:chair' } as const]
      : []),
  ],
  /** Of the latest decision alone: an older one no longer rules. */
  recordReviewDate: ({ payload, record }: Ctx<ReviewDateNews>): Effect[] => {
    const { lastDecision } = record.standing;
    const { nextReview, decidedAt, reason } = payload;
    if (!lastDecision || lastDecision.at !== decidedAt) return [];
    return [
      {
        do: 'write',
        kind: 'review-date-corrected',
        class: 'sheet',
        body: { from: lastDecision.nextReview, to: nextReview, reason },
      },
      { do: 'set', patch: { lastDecision: { ...lastDecision, nextReview } } },
      { do: 'start', rule: 'panel-review', who: 'role:coordinator', due: nextReview, again: true },
    ];
  },
  recordHearing: ({ payload }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'before-panel', class: 'case', body: payload },
  ],
  recordPanelDecision: (context: Ctx<RecordPanelDecisionPayload>): Effect[] => {
    const { payload, record, happened } = context;
    const { decision, nextReview } = payload;
    const { listing } = record.standing;
    return [
      { do: 'write', kind: 'panel-decision', class: 'sheet', body: payload },
      {
        do: 'set',
        patch: {
          lastDecision: { decision, at: happened, nextReview: nextReview ?? null },
          listing: listing && { ...listing, until: null, ...referredTo(payload) },
          ...(record.standing.chairsAction ? { chairsAction: null } : {}),
          ...offAgenda(record.standing, context),
        },
      },
      { do: 'end', rule: 'panel-review' },
      { do: 'end', rule: 'chairs-action' },
      ...(nextReview
        ? [{ do: 'start', rule: 'panel-review', who: 'role:coordinator', due: nextReview } as const]
        : []),
    ];
  },
  recordAwaitedCheck: ({ payload }: Ctx<AwaitNextCheckPayload>): Effect[] =>
    checkAhead('role:coordinator', payload.nextCheck),
  recordPanelRemoval: ({ payload, happened }: Ctx<RecordPanelDecisionPayload>): Effect[] => {
    const { removalReason = 'no-longer-necessary', nextCheck } = payload;
    return [
      ...removed(removalReason, happened),
      ...(unwatchedRemovals.includes(removalReason) ? [] : checkAhead('role:coordinator', nextCheck)),
    ];
  },
};
