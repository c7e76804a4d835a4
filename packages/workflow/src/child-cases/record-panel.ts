import { type ReviewDateNews, referredTo } from '../agenda-items/standing.js';
import type { Context } from '../model.js';
import { checkAhead, checkOvertaken } from '../next-check.js';
import { guestsOf, movedAgenda, offAgenda, onAgendaOf } from '../panels/case-members.js';
import { listedFor } from '../panels/listed-for.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { fixesCheck } from './after-closing.js';
import { confirmationQuestions, contradictionsKept } from './contradictions.js';
import { gradeEffects } from './grade-effects.js';
import { gradeForChair } from './judgements.js';
import type {
  DeferListingPayload,
  ListForPanelPayload,
  PanelDecisionPayload,
  ReasonPayload,
} from './payloads.js';
import { manager } from './principals.js';
import { feedbackDue } from './record-feedback.js';
import { type ChildCaseStanding, isRaised, rulingGrade } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Decisions after which a case is off the panel's list. */
export const endsListing: readonly string[] = ['step-down', 'remove', 'close'];

/** The recorders of the panel's list and of what a sitting decides. */
export const panelRecorders = {
  recordListing: (context: Ctx<ListForPanelPayload>): Effect[] => {
    const { payload, happened, actor } = context;
    return [
      { do: 'write', kind: 'listing', class: 'sheet', body: { ...payload, by: actor.name } },
      checkOvertaken('It is listed for the panel again'),
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
  recordWithdrawnListing: ({ payload, actor, record, happened, at }: Ctx<ReasonPayload>): Effect[] => [
    { do: 'write', kind: 'listing-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'chairs-action', reason: 'The listing was withdrawn' },
    { do: 'set', patch: { listing: null, ...offAgenda(record.standing, { happened, at }) } },
  ],
  recordDeferral: ({ payload, record, actor }: Ctx<DeferListingPayload>): Effect[] => [
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
    ...(rulingGrade(record.standing) === 'high'
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
  recordPanelDecision: (context: Ctx<PanelDecisionPayload>): Effect[] => {
    const { payload, record, happened } = context;
    const { standing } = record;
    // What was answered about words and grade stands with the grade.
    const { contradictions: _answered, ...decided } = payload;
    const { decision, nextReview, nextCheck } = decided;
    const listing = standing.listing && { ...standing.listing, until: null, ...referredTo(payload) };
    return [
      { do: 'write', kind: 'panel-decision', class: 'sheet', body: decided },
      {
        do: 'set',
        patch: {
          lastDecision: { decision, at: happened, nextReview: nextReview ?? null },
          listing: endsListing.includes(decision) ? null : listing,
          ...offAgenda(standing, context),
          ...(standing.chairsAction ? { chairsAction: null } : {}),
        },
      },
      { do: 'end', rule: 'panel-review' },
      { do: 'end', rule: 'chairs-action' },
      ...feedbackDue(context, 'decision'),
      ...(nextReview
        ? [{ do: 'start', rule: 'panel-review', who: 'role:coordinator', due: nextReview } as const]
        : []),
      ...(fixesCheck.includes(decision) ? checkAhead('role:coordinator', nextCheck) : []),
      ...(decision === 'change-plan'
        ? [
            {
              do: 'start',
              rule: 'plan-agreement',
              who: manager(standing.team),
              raised: isRaised(standing),
              sooner: true,
            } as const,
          ]
        : []),
    ];
  },
  recordPanelGrade: (context: Ctx<PanelDecisionPayload>): Effect[] => {
    const { grade, reasons, sittingId } = context.payload;
    const { assessmentId, proposed } = context.record.standing;
    if (!grade) return [];
    const asked = confirmationQuestions({ reasons, grade }, proposed);
    const kept = contradictionsKept(asked, grade, context.payload);
    return [
      {
        do: 'write',
        kind: 'grade',
        class: 'sheet',
        body: { grade, reasons, assessmentId, sittingId, proposed, ...kept },
      },
      ...gradeForChair({ ...context, payload: { assessmentId: assessmentId ?? '', grade } }),
      ...gradeEffects(context, grade, { by: null, assessmentId }),
    ];
  },
};
