import { asked } from '../child-cases/intake-faults.js';
import { countedFrom } from '../clocks/counted-from.js';
import { dueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import type { EscalationStage, Profile, Recipient } from '../profile/profile.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import {
  type AnswerEscalationPayload,
  answersFor,
  type EscalateActionPayload,
  type PlanActionStanding,
} from './standing.js';

type Ctx<P extends object> = Context<PlanActionStanding, P>;
type Guard = GuardContext<PlanActionStanding>;

/** The principals that a kind of recipient stands for; those of the owner's own agency and team where it is the owner's. */
function principalsFor(to: Recipient, standing: PlanActionStanding): string[] {
  const { ownerAgencyId, ownerTeam } = standing;
  if (to === 'owner') return [answersFor(standing)];
  if (to === 'manager')
    return ownerTeam
      ? [`team:${ownerTeam}:manager`]
      : [ownerAgencyId ? `agency:${ownerAgencyId}:manager` : 'role:senior'];
  if (to === 'agency-lead') return ownerAgencyId ? [`agency:${ownerAgencyId}:member`] : [];
  return [`role:${to}`];
}

/** Who of a disruption part's escalation is told: nobody beyond those who answer for it (the copies of that part differ). */
const ofDisruption: readonly Recipient[] = ['owner', 'manager', 'senior', 'chair'];

/** Whom a stage tells of an action; the chair where it would tell nobody. */
export function toldBy(stage: EscalationStage, standing: PlanActionStanding): string[] {
  const to = stage.to.filter((one) => standing.part === 'safety' || ofDisruption.includes(one));
  const told = [...new Set(to.flatMap((one) => principalsFor(one, standing)))];
  return told.length > 0 ? told : ['role:chair'];
}

/** The stage that is told next, or none where all have been. */
function nextStage({ escalation }: PlanActionStanding, profile: Profile): number | null {
  const next = escalation ? escalation.stage + 1 : 0;
  return next < profile.escalation.overdueAction.length ? next : null;
}

/** The day by which a stage answers. */
function answerDay(stage: EscalationStage, from: string, profile: Profile): string {
  return localDate(dueAt(stage.answer.amount, stage.answer.unit, from, profile), profile.timeZone);
}

function startAnswer(context: Ctx<object>, index: number): Effect {
  const { record, profile } = context;
  const stage = profile.escalation.overdueAction[index] as EscalationStage;
  const who = toldBy(stage, record.standing)[0] as string;
  const start = countedFrom(context);
  return {
    do: 'start',
    rule: 'escalation-answer',
    who,
    start,
    due: answerDay(stage, start, profile),
    again: true,
  };
}

const waits = ({ standing }: Guard['record']): boolean =>
  Boolean(standing.escalation && !standing.escalation.answered);

/** What must hold for an escalation to go on or to be answered. */
export const escalationRules = {
  hasUntoldStage: ({ record, profile, actor }: Guard): Missing[] => {
    if (nextStage(record.standing, profile) === null)
      return missing('lastStage', 'Every stage has been told of it already.', 'nobody');
    if (actor.kind !== 'clock' && waits(record))
      return missing('waits', 'A stage has been told, and has its time to answer.', 'whoever was told');
    return [];
  },
  hasEscalation: ({ record }: Guard): Missing[] =>
    waits(record) ? [] : missing('escalation', 'No escalation of it waits for an answer.', 'nobody'),
};

/** The recorders of an escalation: each stage is told once, and the history keeps whom and when. */
export const escalationRecorders = {
  recordEscalation: (context: Ctx<EscalateActionPayload>): Effect[] => {
    const { record, profile, actor, payload } = context;
    const from = countedFrom(context);
    const index = nextStage(record.standing, profile) as number;
    const stage = profile.escalation.overdueAction[index] as EscalationStage;
    const told = toldBy(stage, record.standing);
    const before = record.standing.escalation?.told ?? [];
    const because = actor.clock?.rule ?? 'by-hand';
    return [
      {
        do: 'write',
        kind: 'escalation',
        class: record.standing.part,
        body: {
          stage: stage.id,
          label: stage.label,
          told,
          because,
          answerBy: answerDay(stage, from, profile),
          ...payload,
          ...(actor.kind === 'user' ? { by: actor.name } : {}),
        },
      },
      {
        do: 'set',
        patch: {
          escalation: {
            stage: index,
            at: from,
            told: [...new Set([...before, ...told])],
            answered: false,
          },
        },
      },
      startAnswer(context, index),
      ...told.map((principal) => ({ do: 'send', kind: 'action-escalated', principal }) as const),
    ];
  },
  recordAnswer: (context: Ctx<AnswerEscalationPayload>): Effect[] => {
    const { record, payload, actor } = context;
    const { part, escalation } = record.standing;
    const stage = escalation?.stage ?? 0;
    return [
      { do: 'write', kind: 'escalation-answer', class: part, body: { ...payload, by: actor.name } },
      { do: 'end', rule: 'escalation-answer' },
      ...(payload.due
        ? ([
            {
              do: 'set',
              patch: { due: payload.due, escalation: escalation ? { ...escalation, answered: true } : null },
            },
            {
              do: 'start',
              rule: 'action-due',
              who: answersFor(record.standing),
              due: payload.due,
              again: true,
            },
          ] as const)
        : [startAnswer(context, stage)]),
    ];
  },
};

/** Whoever escalates by hand says why; a clock is its own reason. */
export function escalateFaults({ payload, actor }: Ctx<EscalateActionPayload>): Fault[] {
  return actor.kind === 'clock' ? [] : asked(payload.reason, 'reason', 'Say why it cannot wait.');
}

/** A new day lies ahead: today or later. */
export function answerFaults({ payload, at, profile }: Ctx<AnswerEscalationPayload>): Fault[] {
  if (!payload.due || payload.due >= localDate(at, profile.timeZone)) return [];
  return [{ pointer: '/due', code: 'past', detail: 'The new date is today or later.' }];
}
