import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { careManagerAwaited } from './clocks-of.js';
import type {
  AnswerForChildPayload,
  AskCareManagerPayload,
  DecidePrintingPayload,
  RecordChildToldPayload,
  RecordInvestigationPayload,
} from './payloads.js';
import { officer, type StrandCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

/** So many outcomes wait to be told at one time: a standing stays small. */
export const untoldKept = 6;

function investigationAfter({ payload, record, happened }: Ctx<RecordInvestigationPayload>) {
  const before = record.standing.investigation;
  const { officer: by, stage, interviewOn, bailUntil } = payload;
  return {
    stage,
    officer: shortened(by, 80),
    at: happened,
    interviews: (before?.interviews ?? 0) + (interviewOn ? 1 : 0),
    bailUntil: bailUntil ?? (stage === 'bailed' ? (before?.bailUntil ?? null) : null),
  };
}

/** Bail runs out on a day: the officer is told by a clock; another stage without bail ends it. */
function bailClock({ payload, record }: Ctx<RecordInvestigationPayload>, bailUntil: string | null): Effect[] {
  if (payload.bailUntil)
    return [
      { do: 'end', rule: 'bail-expiry', reason: 'Bail was changed' },
      { do: 'start', rule: 'bail-expiry', who: officer(record.standing), due: payload.bailUntil },
    ];
  return bailUntil === null ? [{ do: 'end', rule: 'bail-expiry' }] : [];
}

/** The recorders of what is said of persons alone: the investigation, and the person who is a child. */
export const personRecorders = {
  recordInvestigation: (context: Ctx<RecordInvestigationPayload>): Effect[] => {
    const { payload, actor, record, happened, commandId } = context;
    const investigation = investigationAfter(context);
    const untold = [
      ...(record.standing.untold ?? []),
      ...(payload.outcome ? [{ id: derivedId(commandId, localId.outcome), at: happened }] : []),
    ];
    return [
      { do: 'write', kind: 'investigation', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { investigation, untold: untold.slice(-untoldKept) } },
      ...bailClock(context, investigation.bailUntil),
      ...(payload.outcome
        ? [{ do: 'start', rule: 'outcome-told', who: officer(record.standing) } as const]
        : []),
    ];
  },
  recordChildTold: ({ payload, actor, record }: Ctx<RecordChildToldPayload>): Effect[] => {
    const untold = (record.standing.untold ?? []).filter(({ id }) => id !== payload.outcomeId);
    return [
      { do: 'write', kind: 'child-told', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'set', patch: { untold } },
      { do: 'end', rule: 'outcome-told' },
      ...untold.slice(0, 1).map(
        ({ at }): Effect => ({
          do: 'start',
          rule: 'outcome-told',
          who: officer(record.standing),
          start: at,
        }),
      ),
    ];
  },
  recordCareManagerAsked: ({ payload, actor, facts }: Ctx<AskCareManagerPayload>): Effect[] => {
    const { managerId: userId, words } = payload;
    const name = findPerson(facts, userId)?.name ?? '';
    return [
      { do: 'write', kind: 'care-manager-asked', class: 'case', body: { name, words, by: actor.name } },
      { do: 'set', patch: { careManager: { userId, name, agreedAt: null } } },
      { do: 'end', rule: 'care-manager-answer', reason: 'Somebody else is asked' },
      { do: 'start', rule: 'care-manager-answer', who: `user:${userId}` },
      { do: 'send', kind: 'care-manager-asked', principal: `user:${userId}` },
    ];
  },
  recordCareManagerAnswer: (context: Ctx<AnswerForChildPayload>): Effect[] => {
    const { payload, actor, record, happened } = context;
    const { careManager } = record.standing;
    const agreed = payload.answer === 'agree';
    return [
      { do: 'write', kind: 'care-manager-answer', class: 'case', body: { ...payload, by: actor.name } },
      {
        do: 'set',
        patch: { careManager: agreed && careManager ? { ...careManager, agreedAt: happened } : null },
      },
      { do: 'end', rule: 'care-manager-answer' },
      { do: 'send', kind: 'care-manager-answered', principal: officer(record.standing) },
      ...(agreed ? [] : careManagerAwaited(context, { ...record.standing, careManager: null })),
    ];
  },
  recordPrinting: ({ payload, actor }: Ctx<DecidePrintingPayload>): Effect[] => [
    { do: 'write', kind: 'printing', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { printing: payload.printing === 'yes' } },
  ],
};
