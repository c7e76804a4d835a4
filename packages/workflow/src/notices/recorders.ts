import { caseAbove, keptOfCaseAbove, recordHolder } from '../child-cases/on-case.js';
import { worker } from '../child-cases/principals.js';
import { entryRecorders } from '../child-cases/withdrawn-on-case.js';
import { recordChildOfCase } from '../children/under-child.js';
import type { Context } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import {
  type AnswerNoticePayload,
  type DecideNoticePayload,
  type NoticeKind,
  type NoticeNeed,
  type NoticeStanding,
  noticeClocks,
  type PromptNoticePayload,
  type RecordNoticePayload,
  type SendNoticePayload,
} from './standing.js';

type Ctx<P extends object> = Context<NoticeStanding, P>;

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

/** Clocks of a notice that wait with whoever works with the child. */
const clocks = [
  'notice-decision',
  ...Object.values(noticeClocks),
  'notice-answer',
  'nrm-reasonable-grounds',
  'nrm-conclusive-grounds',
];

/** The clock of sending counts from when it was known, however long the decision took. */
function needEffects(
  need: NoticeNeed,
  kind: NoticeKind,
  {
    actor,
    happened,
    since,
    who,
  }: { actor: Ctx<object>['actor']; happened: string; since: string; who: string },
): Effect[] {
  return [
    { do: 'set', patch: { need: { is: need, by: actor.userId, at: happened } } },
    { do: 'end', rule: 'notice-decision' },
    need === 'needed'
      ? { do: 'start', rule: noticeClocks[kind], who, start: since }
      : { do: 'end', rule: noticeClocks[kind], reason: 'Not needed' },
  ];
}

/** What is waited for once it is sent: reasonable grounds of the National Referral Mechanism, an answer of any other. */
const awaited = (kind: NoticeKind | null): string =>
  kind === 'nrm' ? 'nrm-reasonable-grounds' : 'notice-answer';

/** The recorders of statutory notices. */
export const recorders = {
  ...entryRecorders,
  recordPrompt: ({ payload, happened, actor }: Ctx<PromptNoticePayload>): Effect[] => {
    const { need, ...kept } = payload;
    const { kind, cause } = kept;
    const who = worker(kept);
    return [
      { do: 'set', patch: { ...kept, since: happened } },
      write('notice', { kind, cause }),
      ...(need
        ? needEffects(need, kind, { actor, happened, since: happened, who })
        : [{ do: 'start', rule: 'notice-decision', who } as const]),
    ];
  },
  recordNotice: (context: Ctx<RecordNoticePayload>): Effect[] => {
    const { payload, locked, record, actor, happened } = context;
    const above = caseAbove(locked, record);
    if (!above) return [];
    const kept = keptOfCaseAbove(above);
    const { kind, need } = payload;
    return [
      { do: 'set', patch: { ...kept, kind, cause: 'recorded', since: happened } },
      write('notice', { ...payload, by: actor.name }),
      ...needEffects(need, kind, { actor, happened, since: happened, who: worker(kept) }),
    ];
  },
  recordChildOfCase,
  recordHolder: recordHolder(...clocks),
  recordDecision: ({ payload, record, actor, happened }: Ctx<DecideNoticePayload>): Effect[] => {
    const { kind, since } = record.standing;
    const about = { actor, happened, since: since ?? happened, who: worker(record.standing) };
    return [
      write('notice-decision', { ...payload, by: actor.name }),
      ...(kind ? needEffects(payload.need, kind, about) : []),
    ];
  },
  recordSending: ({ payload, record, actor, happened }: Ctx<SendNoticePayload>): Effect[] => {
    const { kind } = record.standing;
    return [
      write('notice-sent', { ...payload, by: actor.name }),
      {
        do: 'set',
        patch: {
          sent: { to: shortened(payload.to, 120), reference: payload.reference ?? null, at: happened },
        },
      },
      ...(kind ? [{ do: 'end', rule: noticeClocks[kind] } as const] : []),
      { do: 'start', rule: awaited(kind), who: worker(record.standing) },
    ];
  },
  recordAnswer: ({ payload, record, actor, happened }: Ctx<AnswerNoticePayload>): Effect[] => {
    const { answers } = record.standing;
    const grounds = payload.answer === 'reasonable-grounds-positive';
    return [
      write('notice-answer', { ...payload, by: actor.name }),
      { do: 'set', patch: { answers: [...answers, { answer: payload.answer, on: happened }].slice(-6) } },
      { do: 'end', rule: 'notice-answer' },
      ...(payload.answer === 'acknowledged' ? [] : [{ do: 'end', rule: 'nrm-reasonable-grounds' } as const]),
      ...(grounds
        ? [{ do: 'start', rule: 'nrm-conclusive-grounds', who: worker(record.standing) } as const]
        : []),
    ];
  },
  recordEnd: (): Effect[] => [
    { do: 'end', rule: 'nrm-conclusive-grounds' },
    { do: 'endAll', reason: 'Answered' },
  ],
};
