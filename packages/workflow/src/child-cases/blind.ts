import type { Actor, Context, Fault, WrittenRow } from '../model.js';
import { findPerson } from '../person-named.js';
import { classesRead } from '../readers.js';
import type { AssessmentResult } from '../risk/assess.js';
import { partnerRoles } from '../roles.js';
import type { Effect } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { readersOfCase } from './access.js';
import { assessFor, basisOf, instrumentFaults } from './assessment.js';
import { floorsOf, liesBelow } from './closing-grade.js';
import type { AskBlindAssessmentPayload, AssessRiskPayload } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** The roles whose holders may be asked for a second assessment. */
export const blindAssessorRoles = [...partnerRoles, 'manager'] as const;

/** The entry of the assessment that the grade of a case rests on, corrected where it was. */
function firstAssessment({ record, facts }: Ctx<object>): WrittenRow | undefined {
  const replaced = wrongRows(facts.written);
  return facts.written.find(
    (row) =>
      row.kind === 'assessment' &&
      !replaced.has(row.id) &&
      (row.body as { proposal?: string }).proposal === record.standing.assessmentId,
  );
}

/** Whether somebody could know the first assessment: he or she reads the case or its sheet, by a role or by name. */
function readsCase(
  record: Ctx<object>['record'],
  who: Pick<Actor, 'userId' | 'agencyId' | 'teamId' | 'roles' | 'posts'>,
  at: string,
): boolean {
  const classes = classesRead(readersOfCase(record), who, at);
  const named = record.standing.access?.named?.some(({ userId }) => userId === who.userId);
  return named === true || classes.includes('case') || classes.includes('sheet');
}

const readsAlready = (pointer: string): Fault => ({
  pointer,
  code: 'readsCase',
  detail: 'A blind assessment is made by somebody who does not read the case: ask a person of another team.',
});

function asking(context: Ctx<AskBlindAssessmentPayload>): Fault[] {
  const { payload, record, facts, at } = context;
  const pointer = '/assessorId';
  const person = findPerson(facts, payload.assessorId);
  if (!person?.roles.some((role) => (blindAssessorRoles as readonly string[]).includes(role)))
    return [{ pointer, code: 'noAssessor', detail: 'The person named is nobody who assesses.' }];
  const { access, proposed } = record.standing;
  if (access?.closed)
    return [{ pointer, code: 'restricted', detail: 'A restricted case is seen by named people only.' }];
  if (access?.without?.includes(payload.assessorId))
    return [{ pointer, code: 'connection', detail: 'The person named has a personal connection.' }];
  const who = { ...person, userId: payload.assessorId };
  if (proposed?.by === payload.assessorId || readsCase(record, who, at)) return [readsAlready(pointer)];
  if (!firstAssessment(context))
    return [{ pointer, code: 'noFirst', detail: 'The first assessment is not on this case.' }];
  return [];
}

/** The context in which the answers are computed: on the first assessment’s version, with the child’s date of birth alone. */
function blindContext(context: Ctx<AssessRiskPayload>): Ctx<AssessRiskPayload> {
  const { blind } = context.record.standing;
  const child = { kind: 'child', standing: { birthDate: blind?.birthDate ?? null } };
  return {
    ...context,
    facts: { ...context.facts, related: [child as never] },
    payload: { ...context.payload, instrumentVersion: blind?.instrument.version ?? 1 },
  };
}

/** Faults of the second assessment: of its own answers alone, so that no word of a refusal tells of the first. */
function assessing(context: Ctx<AssessRiskPayload>): Fault[] {
  const { payload, record, actor, profile, at } = context;
  const { blind } = record.standing;
  if (readsCase(record, actor, at)) return [readsAlready('')];
  const wrong = payload.instrument !== blind?.instrument.id;
  const other =
    payload.instrumentVersion !== undefined && payload.instrumentVersion !== blind?.instrument.version;
  if (wrong || other)
    return [
      {
        pointer: wrong ? '/instrument' : '/instrumentVersion',
        code: 'otherInstrument',
        detail: `Both assess with ${blind?.instrument.id}, version ${blind?.instrument.version}.`,
      },
    ];
  const asked = blindContext(context);
  const faults = instrumentFaults(asked);
  if (payload.harm.length === 0)
    faults.push({ pointer: '/harm', code: 'asked', detail: 'Name at least one kind of exploitation.' });
  if (faults.length > 0 || payload.belowFloorReason) return faults;
  if (!liesBelow(floorsOf(assessFor(asked), profile.floors).floor, payload.proposed)) return [];
  return [
    { pointer: '/belowFloorReason', code: 'belowFloor', detail: 'Say why the grade lies below a floor.' },
  ];
}

/** The recorders of a blind second assessment: it is measured against the first and moves nothing of the case. */
export const blindRecorders = {
  recordBlindAsked: (context: Ctx<AskBlindAssessmentPayload>): Effect[] => {
    const { payload, actor, facts, at } = context;
    const first = firstAssessment(context) as WrittenRow;
    const { instrument } = (first.body as { result: AssessmentResult }).result;
    const child = facts.related.find((one) => one.kind === 'child')?.standing as
      | { birthDate?: string | null }
      | undefined;
    const { assessorId } = payload;
    const name = findPerson(facts, assessorId)?.name ?? '';
    const of = context.record.standing.assessmentId as string;
    const blind = { assessorId, at, of, instrument, birthDate: child?.birthDate ?? null, madeAt: null };
    return [
      { do: 'write', kind: 'blind-asked', class: 'case', body: { assessorId, name, by: actor.name } },
      { do: 'set', patch: { blind } },
      { do: 'send', kind: 'blind-assessment-asked', principal: `user:${assessorId}` },
    ];
  },
  recordBlindAssessment: (context: Ctx<AssessRiskPayload>): Effect[] => {
    const { payload, actor, record, at } = context;
    const asked = blindContext(context);
    const body = {
      ...payload,
      result: assessFor(asked),
      computedFrom: basisOf(asked),
      by: actor.name,
      besideProposal: record.standing.blind?.of,
    };
    return [
      { do: 'write', kind: 'blind-assessment', class: 'case', body },
      { do: 'set', patch: { blind: { ...record.standing.blind, madeAt: at } } },
    ];
  },
};

/** The payload rules of a blind second assessment. */
export const blindFaults = { blindAsking: asking, blindAssessment: assessing };
