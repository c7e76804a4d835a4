import { caseAbove, keptOfCaseAbove, recordHolder } from '../child-cases/on-case.js';
import { entryRecorders } from '../child-cases/withdrawn-on-case.js';
import { recordChildOfCase } from '../children/under-child.js';
import { countedFrom } from '../clocks/counted-from.js';
import type { Context, StoredRecord } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { askedAt, firstStage, stageAt, stageDue } from './stages.js';
import type {
  AnswerChallengePayload,
  ChallengeStanding,
  EscalateChallengePayload,
  RaiseChallengePayload,
  ResolveChallengePayload,
} from './standing.js';

type Ctx<P extends object> = Context<ChallengeStanding, P>;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'safety', body });

/** The agency that has this team. */
function agencyWith(related: readonly StoredRecord[], team: string | null): string | null {
  const has = ({ standing }: StoredRecord) =>
    (standing as unknown as { teams?: { id: string }[] }).teams?.some(({ id }) => id === team);
  return (team && related.find((one) => one.kind === 'agency' && has(one))?.id) || null;
}

/** Brings a challenge to a stage: who is asked there is told, and has the profile's time to answer. */
function toStage(
  context: Ctx<object>,
  index: number,
  held: Pick<ChallengeStanding, 'team' | 'workerId' | 'holdingAgencyId'>,
): Effect[] {
  const { profile } = context;
  const start = countedFrom(context);
  const stage = stageAt(profile, index);
  const asked = askedAt(stage, held);
  const [who = 'role:chair'] = asked;
  const lastStage = index >= profile.escalation.challenge.length - 1;
  return [
    { do: 'set', patch: { stage: index, stageLabel: stage.label, to: stage.to, lastStage, answered: null } },
    {
      do: 'start',
      rule: 'challenge-answer',
      who,
      start,
      due: stageDue(stage, start, profile),
      again: true,
    },
    ...asked.map((principal) => ({ do: 'send', kind: 'challenge-to-answer', principal }) as const),
  ];
}

const raiserOf = ({ standing }: Ctx<object>['record']): string => `user:${standing.raised?.by ?? ''}`;

/** The recorders of challenges; none of them touches the case: a challenge is never held against the child’s plan. */
export const recorders = {
  ...entryRecorders,
  recordChallenge: (context: Ctx<RaiseChallengePayload>): Effect[] => {
    const { payload, actor, happened, locked, record, facts, profile } = context;
    const above = caseAbove(locked, record);
    if (!above) return [];
    const kept = keptOfCaseAbove(above);
    const held = { ...kept, holdingAgencyId: agencyWith(facts.related, kept.team) };
    return [
      {
        do: 'set',
        patch: {
          ...held,
          about: payload.about,
          words: shortened(payload.words, 160),
          raised: { by: actor.userId, name: actor.name, agencyId: actor.agencyId, at: happened },
        },
      },
      write('challenge', { ...payload, by: actor.name }),
      ...toStage(context, firstStage(profile, held, actor), held),
    ];
  },
  recordChildOfCase,
  recordHolder: recordHolder('challenge-answer'),
  recordAnswer: (context: Ctx<AnswerChallengePayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { stageLabel } = record.standing;
    return [
      write('challenge-answer', { ...payload, stage: stageLabel, by: actor.name }),
      {
        do: 'set',
        patch: { answered: { outcome: payload.outcome, by: actor.userId, name: actor.name, at: happened } },
      },
      { do: 'end', rule: 'challenge-answer' },
      { do: 'start', rule: 'challenge-reply', who: raiserOf(record) },
      { do: 'send', kind: 'challenge-answered', principal: raiserOf(record) },
    ];
  },
  recordEscalation: (context: Ctx<EscalateChallengePayload>): Effect[] => {
    const { payload, record, actor } = context;
    const byClock = actor.kind === 'clock';
    return [
      write('challenge-escalated', {
        ...payload,
        from: record.standing.stageLabel,
        unanswered: byClock,
        by: byClock ? null : actor.name,
      }),
      { do: 'end', rule: 'challenge-reply' },
      { do: 'end', rule: 'challenge-answer', reason: 'Not answered in time: brought to the next stage' },
      ...toStage(context, record.standing.stage + 1, record.standing),
      ...(byClock ? [{ do: 'send', kind: 'challenge-escalated', principal: raiserOf(record) } as const] : []),
    ];
  },
  recordSettlement: ({ payload, record, actor, happened }: Ctx<ResolveChallengePayload>): Effect[] => [
    write('challenge-resolved', { ...payload, by: actor.name }),
    { do: 'set', patch: { settled: { how: payload.how, at: happened } } },
    { do: 'end', rule: 'challenge-reply' },
    { do: 'endAll', reason: 'Settled' },
    ...(actor.userId === record.standing.raised?.by
      ? []
      : [{ do: 'send', kind: 'challenge-resolved', principal: raiserOf(record) } as const]),
  ],
  recordWithdrawal: ({ payload, actor, happened }: Ctx<{ reason: string }>): Effect[] => [
    write('challenge-withdrawn', { ...payload, by: actor.name }),
    { do: 'set', patch: { settled: { how: 'withdrawn', at: happened } } },
    { do: 'endAll', reason: 'Withdrawn' },
  ],
};
