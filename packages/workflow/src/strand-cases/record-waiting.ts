import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { releaseAhead, releaseClocks } from './clocks-of.js';
import type {
  ChangeReleasePayload,
  PrepareReleasePayload,
  ResumeStrandPayload,
  SuspendStrandPayload,
} from './payloads.js';
import { officer, type StrandCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** The recorders of custody and other waiting: the review of necessity runs on meanwhile. */
export const waitingRecorders = {
  recordSuspension: (context: Ctx<SuspendStrandPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    const { reason, releaseOn = null, offenderManager = null, mappa = null } = payload;
    return [
      { do: 'write', kind: 'suspension', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { suspension: { reason, at: happened, releaseOn, offenderManager, mappa } } },
      ...releaseAhead(context, payload),
    ];
  },
  recordRelease: (context: Ctx<ChangeReleasePayload>): Effect[] => {
    const { payload, actor, record } = context;
    const { suspension } = record.standing;
    if (!suspension) return [];
    const { words: _words, checkBy: _checkBy, ...changed } = payload;
    const releaseOn = payload.releaseOn ?? (payload.checkBy ? null : suspension.releaseOn);
    return [
      { do: 'write', kind: 'release', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { suspension: { ...suspension, ...changed, releaseOn } } },
      ...(payload.releaseOn || payload.checkBy
        ? releaseAhead(context, { releaseOn, checkBy: payload.checkBy })
        : []),
    ];
  },
  recordReleasePrepared: ({ payload, actor }: Ctx<PrepareReleasePayload>): Effect[] => [
    { do: 'write', kind: 'release-prepared', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: payload.stage === 'three-months' ? 'release-three-months' : 'release-28-days' },
  ],
  recordResumption: ({ payload, actor, record }: Ctx<ResumeStrandPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'resumption',
      class: 'case',
      body: { ...payload, was: record.standing.suspension?.reason, by: actor.name },
    },
    { do: 'set', patch: { suspension: null, returnTo: 'active' } },
    ...releaseClocks.map((rule): Effect => ({ do: 'end', rule, reason: 'The case resumed' })),
    { do: 'end', rule: 'release-day' },
    { do: 'end', rule: 'suspension-check' },
    { do: 'send', kind: 'person-of-concern-resumed', principal: officer(record.standing) },
  ],
};
