import { setup } from 'xstate';
import type { Actor, Context, Fault, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import type { Role } from '../roles.js';
import { secondPerson } from '../second-person.js';
import { actionsFrom, type Effect, type GuardContext, guardsFrom, missing, type Topic } from '../topic.js';
import {
  blankExport,
  datedExports,
  type ExportStanding,
  mostReviewed,
  type RequestExportPayload,
} from './standing.js';

type Ctx<P extends object> = Context<ExportStanding, P>;
type Guard = GuardContext<ExportStanding>;
type Export = StoredRecord<ExportStanding>;

const clock = 'export-download';
const seconds = ['information-governance', 'caldicott-guardian'] as const;
const askers = ['information-governance', 'auditor'] as const;
/** Reports of intelligence are read whole by the desk alone: it asks for them, and its supervisor decides. */
const desk = ['intelligence-officer', 'intelligence-supervisor'] as const;
const isIntelligence = ({ list }: Pick<ExportStanding, 'list'>): boolean => list === 'intelligence';
const hasOf = ({ roles }: Actor, some: readonly Role[]): boolean => roles.some((role) => some.includes(role));

const rules = {
  isOtherReader: ({ record, actor }: Guard): Missing[] => {
    const ofDesk = isIntelligence(record.standing);
    const who = ofDesk
      ? 'another intelligence supervisor'
      : 'another person of information governance, or the Caldicott guardian';
    if (!hasOf(actor, ofDesk ? ['intelligence-supervisor'] : seconds))
      return missing('notYours', 'It is decided on by those who read what it holds.', who);
    return secondPerson(actor, record.standing.requested?.by, { did: 'asked for it', who });
  },
  isInTime: ({ record, at }: Guard): Missing[] => {
    const running = record.standing.clocks.find(({ rule }) => rule === clock);
    return running && at <= running.due
      ? []
      : missing('late', 'The approval has run out: ask for the export again.', 'you, by asking again');
  },
};

/** The cases of a peer review that whoever asks may see, in the order chosen. */
function chosen(
  { cases = [] }: RequestExportPayload,
  locked: readonly StoredRecord[],
): { id: string; childId: string }[] {
  return cases.flatMap((id) => {
    const found = locked.find((one) => one.kind === 'childCase' && one.id === id);
    return found?.parentId ? [{ id, childId: found.parentId }] : [];
  });
}

const recorders = {
  recordRequest: ({ payload, actor, happened, locked }: Ctx<RequestExportPayload>): Effect[] => {
    const { what, list = null, record, recipient, reason, from, to } = payload;
    const target = locked.find(({ id }) => id === record?.id);
    const cases = chosen(payload, locked);
    return [
      { do: 'write', kind: 'export-asked', class: 'case', body: { reason, by: actor.name } },
      {
        do: 'set',
        patch: {
          ...{ what, list, recipient, recordId: target?.id ?? null },
          ...(from && to ? { from, to } : {}),
          ...(cases.length > 0 ? { cases } : {}),
          childId: target ? (target.kind === 'child' ? target.id : target.parentId) : null,
          requested: { by: actor.userId, at: happened },
        },
      },
    ];
  },
  recordApproval: ({ record, actor, at }: Ctx<object>): Effect[] => [
    { do: 'set', patch: { approved: { by: actor.userId, at } } },
    { do: 'start', rule: clock, who: `user:${record.standing.requested?.by}` },
  ],
  recordBeginning: ({ actor, at }: Ctx<object>): Effect[] => [
    { do: 'set', patch: { begun: { by: actor.userId, at } } },
    { do: 'end', rule: clock },
  ],
  recordEnd: ({ payload, actor, happened }: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'export-ended', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { ended: { by: actor.userId, at: happened } } },
    { do: 'endAll', reason: 'The export has ended' },
  ],
};

/** When an export may be asked what: two people decide, and whoever asked fetches it once. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'exports',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'request-export': { target: 'requested', actions: 'recordRequest' } } },
    requested: {
      on: {
        'approve-export': { guard: 'isOtherReader', target: 'approved', actions: 'recordApproval' },
        'refuse-export': { guard: 'isOtherReader', target: 'refused', actions: 'recordEnd' },
        'withdraw-export': { target: 'withdrawn', actions: 'recordEnd' },
      },
    },
    approved: {
      on: {
        'begin-download': { guard: 'isInTime', target: 'begun', actions: 'recordBeginning' },
        'withdraw-export': { target: 'withdrawn', actions: 'recordEnd' },
      },
    },
    begun: {},
    refused: {},
    withdrawn: {},
  },
});

function requestFaults({ payload, locked, actor }: Ctx<RequestExportPayload>): Fault[] {
  const { what, list, record, from, to, cases = [] } = payload;
  const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];
  if ((what === 'list') !== (list !== undefined))
    return fault('/list', 'list', 'Name a list where a list is exported, and only there.');
  if (list === 'intelligence' && !hasOf(actor, desk))
    return fault('/list', 'desk', 'Reports of intelligence are exported by the intelligence desk.');
  if (list !== 'intelligence' && !hasOf(actor, askers))
    return fault('/list', 'desk', 'The intelligence desk exports reports of intelligence, and nothing else.');
  if ((what === 'record') !== (record !== undefined))
    return fault('/record', 'record', 'Name a record where one is exported, and only there.');
  if (datedExports.includes(what) !== (from !== undefined && to !== undefined))
    return fault(
      '/from',
      'period',
      'Give the first and the last day of what is of some days, and only there.',
    );
  if ((what === 'peer-review') !== cases.length > 0)
    return fault('/cases', 'cases', 'Choose the cases of a peer review, and only there.');
  if (cases.length > mostReviewed)
    return fault(
      '/cases',
      'cases',
      `A pack holds ${mostReviewed} cases at most: each is read before it leaves.`,
    );
  if (chosen(payload, locked).length < cases.length)
    return fault('/cases', 'noCase', 'One of these is no case that you may see.');
  if (from && to && to < from) return fault('/to', 'period', 'It lies before the first day.');
  if (record && !locked.some(({ kind, id }) => kind === record.kind && id === record.id))
    return fault('/record/id', 'noRecord', 'This is no record that you may see.');
  return [];
}

function queue({ state, standing }: Export): QueueLine[] {
  if (state !== 'requested' || !standing.requested) return [];
  const due = standing.requested.at;
  const deciders = isIntelligence(standing) ? (['intelligence-supervisor'] as const) : seconds;
  return deciders.map((role) => ({ principal: `role:${role}`, due, step: 'approve-export' }));
}

const asker = {
  roles: [...askers, ...desk],
  relation: 'requester',
  words: 'whoever asked for it, still in information governance, at the intelligence desk or an auditor',
} as const;
const second = {
  roles: [...seconds, 'intelligence-supervisor'],
  words: 'information governance or the Caldicott guardian; of intelligence its supervisor',
} as const;

/** The topic of exports in bulk: a named role, a reason, a recipient and a second person stand before any file. */
export const exportsOfBooks: Topic = {
  name: 'exports',
  kind: 'export',
  machine,
  rules,
  recorders,
  policy: [
    {
      command: 'request-export',
      roles: [...askers, ...desk],
      words: 'information governance or an auditor; of intelligence the intelligence desk',
    },
    { command: 'approve-export', ...second },
    { command: 'refuse-export', ...second },
    { command: 'withdraw-export', ...asker },
    { command: 'begin-download', ...asker },
  ],
  commands: {
    'request-export': {
      creates: true,
      locks: {
        named: ({ record, cases = [] }: RequestExportPayload) => [
          ...(record ? [record] : []),
          ...cases.map((id) => ({ kind: 'childCase' as const, id })),
        ],
      },
      faults: requestFaults,
    },
    'approve-export': {},
    'refuse-export': {},
    'withdraw-export': {},
    'begin-download': {},
  },
  blank: blankExport,
  relations: (actor: Actor, { standing }: Export) =>
    actor.userId !== null && standing.requested?.by === actor.userId ? ['requester'] : [],
  readers: ({ standing }: Export) =>
    [
      ...['information-governance', 'caldicott-guardian', 'auditor'].map((role) => `role:${role}`),
      ...(isIntelligence(standing) ? ['role:intelligence-supervisor'] : []),
      ...(standing.requested?.by ? [`user:${standing.requested.by}`] : []),
    ].map((principal): Reader => ({ principal, class: 'case', until: null })),
  persons: ({ standing: { childId, cases = [] } }: Export) => [
    ...new Set([...(childId ? [childId] : []), ...cases.map((one) => one.childId)]),
  ],
  summary: (standing: ExportStanding) => ({
    title: 'Export',
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.requested?.at ?? null,
    closedAt: standing.begun?.at ?? standing.ended?.at ?? null,
  }),
  queue,
};
