import { setup } from 'xstate';
import type { Actor, Context, Fault, Missing, QueueLine, Reader, StoredRecord } from '../model.js';
import { secondPerson } from '../second-person.js';
import { actionsFrom, type Effect, type GuardContext, guardsFrom, missing, type Topic } from '../topic.js';
import { blankExport, type ExportStanding, type RequestExportPayload } from './standing.js';

type Ctx<P extends object> = Context<ExportStanding, P>;
type Guard = GuardContext<ExportStanding>;
type Export = StoredRecord<ExportStanding>;

const clock = 'export-download';
const seconds = ['information-governance', 'caldicott-guardian'] as const;
const askers = ['information-governance', 'auditor'] as const;

const rules = {
  isNotRequester: ({ record, actor }: Guard): Missing[] =>
    secondPerson(actor, record.standing.requested?.by, {
      did: 'asked for it',
      who: 'another person of information governance, or the Caldicott guardian',
    }),
  isInTime: ({ record, at }: Guard): Missing[] => {
    const running = record.standing.clocks.find(({ rule }) => rule === clock);
    return running && at <= running.due
      ? []
      : missing('late', 'The approval has run out: ask for the export again.', 'you, by asking again');
  },
};

const recorders = {
  recordRequest: ({ payload, actor, happened, locked }: Ctx<RequestExportPayload>): Effect[] => {
    const { what, list = null, record, recipient, reason, from, to } = payload;
    const target = locked.find(({ id }) => id === record?.id);
    return [
      { do: 'write', kind: 'export-asked', class: 'case', body: { reason, by: actor.name } },
      {
        do: 'set',
        patch: {
          ...{ what, list, recipient, recordId: target?.id ?? null },
          ...(from && to ? { from, to } : {}),
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
        'approve-export': { guard: 'isNotRequester', target: 'approved', actions: 'recordApproval' },
        'refuse-export': { guard: 'isNotRequester', target: 'refused', actions: 'recordEnd' },
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

function requestFaults({ payload, locked }: Ctx<RequestExportPayload>): Fault[] {
  const { what, list, record, from, to } = payload;
  const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];
  if ((what === 'list') !== (list !== undefined))
    return fault('/list', 'list', 'Name a list where a list is exported, and only there.');
  if ((what === 'record') !== (record !== undefined))
    return fault('/record', 'record', 'Name a record where one is exported, and only there.');
  if ((what === 'missing-return') !== (from !== undefined && to !== undefined))
    return fault('/from', 'period', 'Give the first and the last day of a return, and only there.');
  if (from && to && to < from) return fault('/to', 'period', 'It lies before the first day.');
  if (record && !locked.some(({ kind, id }) => kind === record.kind && id === record.id))
    return fault('/record/id', 'noRecord', 'This is no record that you may see.');
  return [];
}

function queue({ state, standing }: Export): QueueLine[] {
  if (state !== 'requested' || !standing.requested) return [];
  const due = standing.requested.at;
  return seconds.map((role) => ({ principal: `role:${role}`, due, step: 'approve-export' }));
}

const asker = {
  roles: askers,
  relation: 'requester',
  words: 'whoever asked for it, still in information governance or an auditor',
} as const;
const second = { roles: seconds, words: 'information governance or the Caldicott guardian' } as const;

/** The topic of exports in bulk: a named role, a reason, a recipient and a second person stand before any file. */
export const exportsOfBooks: Topic = {
  name: 'exports',
  kind: 'export',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'request-export', roles: askers, words: 'information governance or an auditor' },
    { command: 'approve-export', ...second },
    { command: 'refuse-export', ...second },
    { command: 'withdraw-export', ...asker },
    { command: 'begin-download', ...asker },
  ],
  commands: {
    'request-export': {
      creates: true,
      locks: { named: ({ record }: RequestExportPayload) => (record ? [record] : []) },
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
      ...(standing.requested?.by ? [`user:${standing.requested.by}`] : []),
    ].map((principal): Reader => ({ principal, class: 'case', until: null })),
  persons: ({ standing }: Export) => (standing.childId ? [standing.childId] : []),
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
