import { type ChildNews, childNewsEffects } from '../children/under-child.js';
import type { Leavers } from '../grace.js';
import type { Context } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { episodesNamed } from './rules.js';
import {
  type CloseOfferPayload,
  episodesAnswered,
  type OfferInterviewPayload,
  type RecordInterviewPayload,
  type ReturnInterviewStanding,
} from './standing.js';

type Ctx<P extends object> = Context<ReturnInterviewStanding, P>;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

/** The recorders of return home interviews. */
export const recorders = {
  recordOffer: (context: Ctx<OfferInterviewPayload>): Effect[] => {
    const { payload, happened, actor } = context;
    const [first] = episodesNamed(context, payload.episodeIds);
    const { childName = '', holders = [], former } = first?.standing ?? {};
    const patch: Partial<ReturnInterviewStanding> = {
      childId: payload.childId,
      childName,
      holders,
      ...(former ? { former } : {}),
      episodeIds: payload.episodeIds,
      offeredAt: happened,
      by: shortened(payload.by, 120),
      agency: shortened(payload.agency, 120),
      independent: payload.independent,
      plannedFor: payload.plannedFor ?? null,
    };
    return [{ do: 'set', patch }, write('interview-offer', { ...payload, recordedBy: actor.name })];
  },
  recordInterview: ({ payload, record, happened, actor }: Ctx<RecordInterviewPayload>): Effect[] => {
    const { alsoEpisodeIds = [], findings, ownRating = null } = payload;
    const episodeIds = [...new Set([...record.standing.episodeIds, ...alsoEpisodeIds])];
    return [
      write('interview', { ...payload, recordedBy: actor.name }),
      {
        do: 'set',
        patch: { episodeIds: episodeIds.slice(0, episodesAnswered), findings, ownRating, heldAt: happened },
      },
    ];
  },
  // Which report it became, and what becomes of that, is not for those who read the interview.
  recordSubmission: ({ payload, record, happened }: Ctx<{ findings: string[] }>): Effect[] => {
    const { findings: before = [], times = 0 } = record.standing.sent ?? {};
    const findings = [...new Set([...before, ...payload.findings])];
    return [
      write('interview-sent', payload),
      { do: 'set', patch: { sent: { findings, times: times + 1, lastAt: happened } } },
    ];
  },
  recordNoInterview: ({ payload, actor }: Ctx<CloseOfferPayload>): Effect[] => [
    write('interview-not-held', { ...payload, by: actor.name }),
  ],
  recordHolder: ({ payload }: Ctx<{ holders: string[]; former: Leavers }>): Effect[] => [
    { do: 'set', patch: payload },
  ],
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, 'childName'),
};
