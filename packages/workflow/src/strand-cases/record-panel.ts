import { type RecordPanelDecisionPayload, referredTo } from '../agenda-items/standing.js';
import type { Context } from '../model.js';
import { listedFor } from '../panels/listed-for.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import type { ListStrandPayload } from './payloads.js';
import { removed } from './record-removal.js';
import type { StrandCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** The recorders of the panel’s list and of what a sitting decides on a person or a place. */
export const strandPanelRecorders = {
  recordListing: ({ payload, happened, actor }: Ctx<ListStrandPayload>): Effect[] => [
    { do: 'write', kind: 'listing', class: 'sheet', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: {
        listing: {
          basis: payload.basis,
          asked: shortened(payload.asked, 100),
          at: happened,
          until: null,
          ...listedFor(payload),
        },
      },
    },
  ],
  recordWithdrawnListing: ({ payload, actor }: Ctx<{ reason: string }>): Effect[] => [
    { do: 'write', kind: 'listing-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { listing: null, onAgenda: null } },
  ],
  recordDeferral: ({ payload, record, actor }: Ctx<{ reason: string; until: string }>): Effect[] => [
    { do: 'write', kind: 'listing-deferred', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { listing: { ...record.standing.listing, until: payload.until.slice(0, 10) } } },
  ],
  recordOnAgenda: ({ payload }: Ctx<{ sittingId: string }>): Effect[] => [
    { do: 'set', patch: { onAgenda: payload.sittingId } },
  ],
  recordOffAgenda: (): Effect[] => [{ do: 'set', patch: { onAgenda: null } }],
  recordSittingCancelled: ({ payload }: Ctx<{ nextId?: string }>): Effect[] => [
    { do: 'write', kind: 'sitting-cancelled', class: 'case', body: payload },
    { do: 'set', patch: { onAgenda: payload.nextId ?? null } },
  ],
  recordHearing: ({ payload }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'before-panel', class: 'case', body: payload },
  ],
  recordPanelDecision: ({ payload, record, happened }: Ctx<RecordPanelDecisionPayload>): Effect[] => {
    const { decision, nextReview } = payload;
    const { listing } = record.standing;
    return [
      { do: 'write', kind: 'panel-decision', class: 'sheet', body: payload },
      {
        do: 'set',
        patch: {
          lastDecision: { decision, at: happened, nextReview: nextReview ?? null },
          listing: listing && { ...listing, until: null, ...referredTo(payload) },
          onAgenda: null,
        },
      },
      { do: 'end', rule: 'panel-review' },
      ...(nextReview
        ? [{ do: 'start', rule: 'panel-review', who: 'role:coordinator', due: nextReview } as const]
        : []),
    ];
  },
  recordPanelRemoval: ({ payload, happened }: Ctx<RecordPanelDecisionPayload>): Effect[] =>
    removed(payload.removalReason ?? 'no-longer-necessary', happened),
};
