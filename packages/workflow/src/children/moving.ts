import { awaitsDecision } from '../child-cases/record-withdrawal.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { ofTrueCases, workersIn } from '../child-cases/true-cases.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { caseMoved } from '../wrong-rows.js';
import { otherOf } from './joining.js';
import { keptFaults, moveSteps } from './joining-steps.js';
import type { ChildStanding } from './standing.js';

/** A whole case that was recorded on the wrong child, and the child whom it is about. */
export interface MoveCasePayload {
  caseId: string;
  /** The record of the right child. */
  childId: string;
  /** How it came about; it stays on the wrong child’s record and names nobody. */
  reason: string;
}

type Ctx = Context<ChildStanding, MoveCasePayload>;

const caseOf = ({ locked, record, payload }: Ctx): StoredRecord<ChildCaseStanding> | undefined =>
  locked.find((one) => one.kind === 'childCase' && one.id === payload.caseId && one.parentId === record.id) as
    | StoredRecord<ChildCaseStanding>
    | undefined;

/** The case hangs here and is one that whoever moves it may know of; the other child stands for itself. */
export function movingFaults(context: Ctx): Fault[] {
  const { payload, record, actor } = context;
  const moved = caseOf(context);
  const access = moved?.standing.access;
  const isKept = access?.closed && !access.named?.some(({ userId }) => userId === actor.userId);
  if (!moved || isKept)
    return [{ pointer: '/caseId', code: 'noCase', detail: 'This child has no such case that you may see.' }];
  const pointer = '/childId';
  if (payload.childId === record.id)
    return [{ pointer, code: 'sameChild', detail: 'The case hangs under this child already.' }];
  const other = otherOf(context);
  if (!other) return [{ pointer, code: 'noChild', detail: 'No child on the books has this id.' }];
  if (other.state !== 'onBooks')
    return [
      {
        pointer,
        code: 'notStanding',
        detail: 'That record is joined with another, or is proposed to be: choose the record that stands.',
      },
    ];
  if (Boolean(other.standing.access?.closed) !== Boolean(access?.closed))
    return [
      {
        pointer,
        code: 'restricted',
        detail: 'One of the two is restricted and the other is not: the Caldicott guardian is asked first.',
      },
    ];
  const holders = record.standing.holders.filter(({ caseId }) => caseId === moved.id);
  return keptFaults(other.standing, { cases: [moved.id], holders });
}

type Case = StoredRecord<ChildCaseStanding>;

/** The cases that a child truly has, once this one was moved: those of the wrong child without it, those of the right one with it. */
function trueCases({ locked, payload }: Ctx, childId: string): Case[] {
  const of = ({ id, parentId }: StoredRecord) => (id === payload.caseId ? payload.childId : parentId);
  return locked.filter((one) => one.kind === 'childCase' && of(one) === childId) as Case[];
}

/** The child loses the case and whoever held it; information governance decides about the breach in 72 hours. */
export function recordMovedCase(context: Ctx): Effect[] {
  const { payload, record, actor, happened } = context;
  const { caseId, reason } = payload;
  const { workers } = record.standing;
  const { cases, holders, withdrawn = [] } = record.standing;
  const body = { caseId, reason, by: actor.name };
  const again = withdrawn.filter(({ rowId }) => rowId !== caseId);
  const standing = { ...record.standing, withdrawn: again };
  return [
    { do: 'write', kind: caseMoved, class: 'case', body },
    {
      do: 'set',
      patch: {
        cases: cases.filter((id) => id !== caseId),
        holders: holders.filter((one) => one.caseId !== caseId),
        ...(workers ? { workers: workersIn(trueCases(context, record.id)) } : {}),
      },
    },
    { do: 'reweigh' },
    ...awaitsDecision({ standing }, { rowId: caseId, kind: caseMoved, at: happened }),
  ];
}

/** The cases of both children learn which others their child truly has, as far as they say otherwise. */
function trueCasesSteps(context: Ctx): Step[] {
  const { payload, record, profile } = context;
  return [record.id, payload.childId].flatMap((childId) => {
    const cases = trueCases(context, childId);
    return cases.flatMap((one): Step[] => {
      const others = ofTrueCases(one, { cases, moved: payload.caseId, profile });
      const { linked, workers, reReferral = null } = one.standing;
      const knows = JSON.stringify({ linked, workers, reReferral }) === JSON.stringify(others);
      return knows
        ? []
        : [{ record: { kind: 'childCase', id: one.id }, event: 'receive-cases', payload: others }];
    });
  });
}

/** The case with all that hangs on it goes to the right child, who learns whose case it is and who holds it. */
export function movingSteps(context: Ctx): Step[] {
  const { record, payload, locked } = context;
  const moved = caseOf(context);
  const other = otherOf(context);
  if (!moved || !other) return [];
  const { caseId } = payload;
  const { team, workerId } = moved.standing;
  const right = { kind: 'child', id: other.id } as const;
  const told = (step: Step): Step =>
    step.event === 'receive-child' ? { ...step, payload: { ...step.payload, mistaken: true } } : step;
  const under = ({ id, subjectId }: StoredRecord) => id === caseId || subjectId === caseId;
  const workers = workersIn(trueCases(context, other.id));
  return [
    ...moveSteps(locked, record.id, other, under).map(told),
    { record: right, event: 'receive-case', payload: { caseId } },
    { record: right, event: 'receive-holder', payload: { caseId, team, workerId, workers } },
    ...trueCasesSteps(context),
  ];
}
