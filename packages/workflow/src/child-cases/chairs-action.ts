import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Fault } from '../model.js';
import { checkOvertaken } from '../next-check.js';
import { listedFor } from '../panels/listed-for.js';
import { findPerson } from '../person-named.js';
import { type Grade, gradeDrop } from '../profile/grade.js';
import type { Effect, Step } from '../topic.js';
import { gradeEffects } from './grade-effects.js';
import { manager } from './principals.js';
import { type ChildCaseStanding, isRaised, rulingGrade } from './standing.js';

/** What the chair may do between sittings: each raises protection, none lowers it. */
export const chairsActions = ['raise-grade', 'change-plan', 'add-actions', 'escalate'] as const;
/** One of these. */
export type ChairsAction = (typeof chairsActions)[number];

/** The choices that pick the state that follows: a rise travels with its grade. */
export const chairsActionChoices = [
  'raise-grade-low',
  'raise-grade-medium',
  'raise-grade-high',
  'change-plan',
  'add-actions',
  'escalate',
] as const;

/** In words, as lists and minutes say it. */
export const chairsActionWords: Record<ChairsAction, string> = {
  'raise-grade': 'the grade was raised',
  'change-plan': 'another plan was asked for',
  'add-actions': 'actions were given',
  escalate: 'it was escalated',
};

/** One agency that was consulted: who, when, and what was said. */
export interface Consulted {
  agency: string;
  name: string;
  at: string;
  said: string;
}

/** An action of the safety part that the chair gives. */
export interface ChairsActionGiven {
  what: string;
  ownerId: string;
  due?: string;
}

export interface TakeChairsActionPayload {
  did: ChairsAction;
  reasons: string;
  /** Two agencies at the least. */
  consulted: Consulted[];
  /** To which grade it is raised. */
  grade?: Grade;
  actions?: ChairsActionGiven[];
  /** To whom it is escalated. */
  escalatedTo?: string;
}

type Ctx = Context<ChildCaseStanding, TakeChairsActionPayload>;

/** How many agencies the chair consults before acting. */
const agenciesConsulted = 2;

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** Payload rules of whom the chair consulted: two different agencies, and nobody in the time to come. */
export function consultedFaults({
  payload,
  at,
}: {
  payload: { consulted: Consulted[] };
  at: string;
}): Fault[] {
  const agencies = new Set(payload.consulted.map(({ agency }) => agency.trim().toLowerCase()));
  return [
    ...(agencies.size < agenciesConsulted
      ? fault('/consulted', 'agencies', 'Two different agencies are consulted before a chair’s action.')
      : []),
    ...payload.consulted.flatMap((one, index) =>
      one.at > at
        ? fault(`/consulted/${index}/at`, 'future', 'Nobody was consulted in the time to come.')
        : [],
    ),
  ];
}

function gradeFaults({ payload, record }: Ctx): Fault[] {
  const { did, grade } = payload;
  if (did !== 'raise-grade')
    return grade ? fault('/grade', 'noGrade', 'Only an action that raises the grade sets one.') : [];
  if (!grade) return fault('/grade', 'asked', 'Give the grade to which it is raised.');
  const ruling = rulingGrade(record.standing);
  const rises = ruling === null || gradeDrop(grade, ruling) > 0;
  return rises
    ? []
    : fault(
        '/grade',
        'noRise',
        'Chair’s action may raise protection; it never steps down: give a higher grade, or wait for a sitting.',
      );
}

/** Payload rules of a chair's action: two agencies, a rise and never a fall, owners with accounts, dates to come. */
export function chairsActionFaults(context: Ctx): Fault[] {
  const { payload, facts, profile, at } = context;
  const { did, actions = [], escalatedTo } = payload;
  const today = localDate(at, profile.timeZone);
  return [
    ...consultedFaults(context),
    ...gradeFaults(context),
    ...(did === 'add-actions' && actions.length === 0
      ? fault('/actions', 'asked', 'Say which action is given, and to whom.')
      : []),
    ...(did === 'escalate' && !escalatedTo
      ? fault('/escalatedTo', 'asked', 'Say to whom it is escalated.')
      : []),
    ...actions.flatMap(({ ownerId, due }, index) => [
      ...(findPerson(facts, ownerId)
        ? []
        : fault(`/actions/${index}/ownerId`, 'noOwner', 'The owner is somebody with an account.')),
      ...(due && due < today
        ? fault(`/actions/${index}/due`, 'past', 'The due date is today or later.')
        : []),
    ]),
  ];
}

/** What the chair did between sittings is minuted first: until then the case stays on the list. */
export function waitsToBeMinuted({
  record,
}: {
  record: { standing: { chairsAction?: object | null } };
}): Fault[] {
  return record.standing.chairsAction
    ? fault(
        '',
        'chairsAction',
        'A chair’s action waits to be minuted by the next sitting: it stays on the list until then.',
      )
    : [];
}

/** The actions that the chair gives, each a record under the case. */
export function chairsActionSteps({ payload, record, commandId }: Ctx): Step[] {
  return (payload.actions ?? []).map((action, index) => ({
    record: { kind: 'planAction', id: derivedId(commandId, localId.planAction + index) },
    event: 'add-action',
    payload: { ...action, part: 'safety', caseId: record.id, kind: 'other' },
    parentId: record.id,
  }));
}

/** Whose accounts the payload names. */
export const chairsActionOwners = ({ actions = [] }: TakeChairsActionPayload) =>
  actions.map(({ ownerId }) => ({ kind: 'user', id: ownerId }) as const);

/** Recorders of chair's action. The panel's list then carries the case to the next sitting, which minutes it. */
export const chairsActionRecorders = {
  recordChairsAction: ({ payload, record, facts, happened, actor }: Ctx): Effect[] => {
    const { standing } = record;
    const did = chairsActionWords[payload.did];
    return [
      { do: 'write', kind: 'chairs-action', class: 'sheet', body: { ...payload, by: actor.name } },
      {
        do: 'set',
        patch: {
          chairsAction: { at: happened, did },
          listing: standing.listing ?? {
            basis: 'professional-concern',
            asked: 'Minute the chair’s action, and say what is next',
            at: happened,
            until: null,
            ...listedFor({ payload: {}, facts }),
          },
        },
      },
      { do: 'end', rule: 'chairs-action' },
      checkOvertaken('The chair has acted: the next sitting minutes it'),
      ...(payload.did === 'change-plan'
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
  recordChairsGrade: (context: Ctx): Effect[] => {
    const { grade, reasons } = context.payload;
    const { assessmentId, proposed } = context.record.standing;
    if (!grade) return [];
    return [
      {
        do: 'write',
        kind: 'grade',
        class: 'sheet',
        body: { grade, reasons, assessmentId, proposed, chairsAction: true },
      },
      ...gradeEffects(context, grade, { by: null, assessmentId }),
    ];
  },
};
