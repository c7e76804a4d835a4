import type { HolderNews } from '../child-cases/holder-steps.js';
import { childName, unidentified } from '../child-cases/record-referral.js';
import type { Context } from '../model.js';
import { legalOrdersOf, ordersAfter } from '../protections/legal-orders.js';
import type { Effect } from '../topic.js';
import { aboutRecorders } from './about.js';
import { carerRecorders } from './carers.js';
import { identifyingRecorders } from './identifying.js';
import { joiningRecorders, ownTerms } from './joining.js';
import { recordMovedCase } from './moving.js';
import { recordSocialCareReferral } from './social-care-referral.js';
import {
  type ChildStanding,
  casesKept,
  childStatusOf,
  episodesKept,
  type Holder,
  heldAfter,
  type RecordChildPayload,
  type RecordStatusPayload,
} from './standing.js';
import { toldNhsNumber } from './told-nhs-number.js';
import { withdrawingRecorders } from './withdrawing.js';

/** An episode as its own record tells the child, and the as-at day of the proposal that it made. */
interface EpisodeNews {
  start: string;
  end: string | null;
  proposedAsAt?: string;
}

type Ctx<P extends object> = Context<ChildStanding, P>;

/** The recorders of a child's own record. */
export const recorders = {
  ...aboutRecorders,
  ...carerRecorders,
  ...joiningRecorders,
  ...identifyingRecorders,
  ...withdrawingRecorders,
  recordMovedCase,
  recordChild: ({ payload, record }: Ctx<RecordChildPayload>): Effect[] => {
    const named = childName(payload);
    const name =
      payload.localId && !payload.firstName && !payload.lastName ? `Child ${payload.localId}` : named;
    const standing: Partial<ChildStanding> = {
      name,
      chosenName: payload.chosenName ?? null,
      birthDate: payload.birthDate ?? null,
      sex: payload.sex ?? null,
      ethnicity: payload.ethnicity ?? null,
      upn: payload.upn ?? null,
      localId: payload.localId ?? null,
      ...toldNhsNumber(payload),
      cases: payload.caseId ? [payload.caseId] : [],
    };
    const nobodyKnows = name === unidentified && !payload.upn && !payload.nhsNumber;
    return [
      { do: 'set', patch: { ...standing, ...(nobodyKnows ? { identified: false } : {}) } },
      { do: 'write', kind: 'identity', class: 'case', body: payload },
      { do: 'find', terms: ownTerms({ ...record.standing, ...standing }) },
    ];
  },
  recordCaseOfChild: ({ payload, record }: Ctx<{ caseId: string }>): Effect[] => [
    { do: 'set', patch: { cases: [...record.standing.cases, payload.caseId].slice(-casesKept) } },
  ],
  recordHolder: ({ payload, record, at }: Ctx<Holder & HolderNews & { workers?: number }>): Effect[] => {
    const { workers = 0, ...holder } = payload;
    const had = Math.max(record.standing.workers ?? 0, workers);
    const held = heldAfter(record.standing, holder, at);
    return [{ do: 'set', patch: { ...held, ...(had > 0 ? { workers: had } : {}) } }, { do: 'reweigh' }];
  },
  recordSocialCareReferral,
  recordStatus: ({ payload, record }: Ctx<RecordStatusPayload>): Effect[] => {
    const status = childStatusOf(payload);
    const orders = ordersAfter(legalOrdersOf(record.standing), payload);
    const newer = !record.standing.status || status.since >= record.standing.status.since;
    return [
      { do: 'write', kind: 'status', class: 'case', body: payload },
      { do: 'set', patch: { orders, ...(newer ? { status } : {}) } },
    ];
  },
  recordEpisodeOfChild: ({ payload, record }: Ctx<EpisodeNews>): Effect[] => {
    const episodes = [...record.standing.episodes, { start: payload.start, end: payload.end }];
    episodes.sort((one, other) => (one.start < other.start ? -1 : 1));
    const { proposedAsAt } = payload;
    return [
      {
        do: 'set',
        patch: { episodes: episodes.slice(-episodesKept), ...(proposedAsAt ? { proposedAsAt } : {}) },
      },
    ];
  },
  recordReturnOfChild: ({ payload, record }: Ctx<{ start: string; end: string }>): Effect[] => {
    const over = (one: ChildStanding['episodes'][number]) => one.start === payload.start && one.end === null;
    const episodes = record.standing.episodes.map((one) => (over(one) ? { ...one, end: payload.end } : one));
    return [{ do: 'set', patch: { episodes } }];
  },
  recordNoEpisode: ({ payload, record }: Ctx<{ start: string; end: string | null }>): Effect[] => {
    const { episodes } = record.standing;
    const at = episodes.findIndex((one) => one.start === payload.start && one.end === payload.end);
    return [{ do: 'set', patch: { episodes: episodes.filter((_, index) => index !== at) } }];
  },
};
