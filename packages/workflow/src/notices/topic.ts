import { setup } from 'xstate';
import {
  byHolders,
  held,
  holdersRead,
  isOnOpenCase,
  relationsOnCase,
  summaryOnCase,
} from '../child-cases/on-case.js';
import { entriesHeld } from '../child-cases/withdrawn-on-case.js';
import type { Context, Fault, Missing, Reader, StoredRecord } from '../model.js';
import { actionsFrom, type GuardContext, guardsFrom, otherWay, type Step, type Topic } from '../topic.js';
import { promptStep } from './prompts.js';
import { recorders } from './recorders.js';
import {
  type AnswerNoticePayload,
  blankNotice,
  type DecideNoticePayload,
  type NoticeAnswer,
  type NoticeStanding,
  noticeAnswers,
  noticeLabels,
  noticeNeeds,
  type RecordNoticePayload,
  type SendNoticePayload,
} from './standing.js';

type Ctx<P extends object> = Context<NoticeStanding, P>;
type Guard = GuardContext<NoticeStanding>;

const interim: readonly string[] = ['acknowledged', 'reasonable-grounds-positive'] satisfies NoticeAnswer[];
const grounds = (answer: string) => answer.includes('-grounds-');

const rules = {
  isNeeded: (context: Guard): Missing[] => otherWay(context.choice === 'needed', 'a notice that is needed'),
  isNotNeeded: (context: Guard): Missing[] =>
    otherWay(context.choice === 'not-needed', 'a notice that is not needed'),
  isNeededOnOpenCase: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'needed', 'a notice that is needed'),
    ...isOnOpenCase(context as never),
  ],
  isNotNeededOnOpenCase: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'not-needed', 'a notice that is not needed'),
    ...isOnOpenCase(context as never),
  ],
  isInterimAnswer: ({ choice = '' }: Guard): Missing[] =>
    otherWay(interim.includes(choice), 'an answer that another follows'),
  isLastAnswer: ({ choice = '' }: Guard): Missing[] => otherWay(!interim.includes(choice), 'the last answer'),
};

/** What it learns in every state: who holds the case, who the child is, and of its entries. */
const told = { ...held, ...entriesHeld } as const;

/** When a statutory notice may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'notices',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'prompt-notice': [
          { guard: 'isNeeded', target: 'needed', actions: 'recordPrompt' },
          { target: 'toDecide', actions: 'recordPrompt' },
        ],
        'record-notice': [
          { guard: 'isNeededOnOpenCase', target: 'needed', actions: 'recordNotice' },
          { guard: 'isNotNeededOnOpenCase', target: 'notNeeded', actions: 'recordNotice' },
        ],
      },
    },
    toDecide: {
      on: {
        ...told,
        'decide-notice': [
          { guard: 'isNeeded', target: 'needed', actions: 'recordDecision' },
          { guard: 'isNotNeeded', target: 'notNeeded', actions: 'recordDecision' },
        ],
      },
    },
    needed: {
      on: {
        ...told,
        'decide-notice': { guard: 'isNotNeeded', target: 'notNeeded', actions: 'recordDecision' },
        'send-notice': { target: 'sent', actions: 'recordSending' },
      },
    },
    notNeeded: {
      on: { ...told, 'decide-notice': { guard: 'isNeeded', target: 'needed', actions: 'recordDecision' } },
    },
    sent: {
      on: {
        ...told,
        'answer-notice': [
          { guard: 'isInterimAnswer', actions: 'recordAnswer' },
          { guard: 'isLastAnswer', target: 'answered', actions: ['recordAnswer', 'recordEnd'] },
        ],
      },
    },
    answered: { on: told },
  },
});

/** The National Referral Mechanism asks who refers, and whether a guardian was asked for. */
function sendingFaults({ payload, record }: Ctx<SendNoticePayload>): Fault[] {
  if (record.standing.kind !== 'nrm') return [];
  return [
    ...(payload.firstResponder
      ? []
      : [
          { pointer: '/firstResponder', code: 'firstResponder', detail: 'Say which first responder refers.' },
        ]),
    ...(payload.reference
      ? []
      : [{ pointer: '/reference', code: 'reference', detail: 'Give the reference of the referral.' }]),
    ...(payload.guardianService
      ? []
      : [
          {
            pointer: '/guardianService',
            code: 'guardianService',
            detail: 'Say whether the guardian service was asked for.',
          },
        ]),
  ];
}

/** Decisions on grounds come from the National Referral Mechanism, and nothing else does but a word of receipt. */
function answerFaults({ payload, record }: Ctx<AnswerNoticePayload>): Fault[] {
  const { kind, answers } = record.standing;
  const { answer } = payload;
  const fits = answer === 'acknowledged' || grounds(answer) === (kind === 'nrm');
  const faults: Fault[] = fits
    ? []
    : [
        {
          pointer: '/answer',
          code: 'kind',
          detail:
            kind === 'nrm'
              ? 'The National Referral Mechanism decides on reasonable and conclusive grounds.'
              : 'Decisions on grounds belong to the National Referral Mechanism.',
        },
      ];
  const positive = answers.some((one) => one.answer === 'reasonable-grounds-positive');
  if (answer.startsWith('conclusive') && kind === 'nrm' && !positive)
    faults.push({
      pointer: '/answer',
      code: 'order',
      detail: 'Record the decision on reasonable grounds first.',
    });
  return faults;
}

/** A serious incident that was notified asks for a rapid review (Working Together: 15 working days). */
function rapidReview({ record, commandId, payload: _payload }: Ctx<SendNoticePayload>): Step[] {
  const { kind, caseId, childId, name, reference, team, workerId, former } = record.standing;
  if (kind !== 'serious-incident') return [];
  const kept = { caseId, childId, name, reference, team, workerId, ...(former ? { former } : {}) };
  return [promptStep(kept, commandId, { kind: 'rapid-review', cause: 'serious-incident', need: 'needed' })];
}

const readers = ({ standing }: StoredRecord<NoticeStanding>): Reader[] => holdersRead(standing, 'case');

const { lead, manages, untaken } = byHolders;
const who = [lead, manages, untaken, { roles: ['senior'], words: 'a senior manager' } as const];

/** The topic of statutory notices: needed or not and why, sent, answered, each with its own clocks. */
export const notices: Topic = {
  name: 'notices',
  kind: 'notice',
  machine,
  rules,
  recorders,
  policy: ['record-notice', 'decide-notice', 'send-notice', 'answer-notice'].flatMap((command) =>
    who.map((one) => ({ command, ...one })),
  ),
  commands: {
    'record-notice': {
      creates: true,
      parentOf: ({ caseId }: RecordNoticePayload) => ({ parentId: caseId }),
      locks: { named: ({ caseId }: RecordNoticePayload) => [{ kind: 'childCase', id: caseId }] },
      choice: ({ need }: RecordNoticePayload) => need,
      choices: noticeNeeds,
    },
    'decide-notice': { choice: ({ need }: DecideNoticePayload) => need, choices: noticeNeeds },
    'send-notice': { locks: { parent: 'share' }, faults: sendingFaults, also: rapidReview },
    'answer-notice': {
      choice: ({ answer }: AnswerNoticePayload) => answer,
      choices: noticeAnswers,
      faults: answerFaults,
    },
  },
  blank: blankNotice,
  relations: relationsOnCase,
  readers,
  persons: ({ standing }: StoredRecord<NoticeStanding>) => [standing.childId],
  summary: (standing: NoticeStanding, state) =>
    summaryOnCase(standing, {
      title: standing.kind ? noticeLabels[standing.kind] : '',
      ownerId: null,
      openedAt: standing.since,
      closedAt: state === 'answered' ? (standing.answers.at(-1)?.on ?? null) : null,
    }),
};
