import { setup } from 'xstate';
import type { Context, RecordRef } from '../model.js';
import { findPerson } from '../person-named.js';
import { caseRoles } from '../roles.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { agencyOf, askFaults, chaseFaults, figureFaults, returnFaults } from './faults.js';
import { forTheirAgency, onBehalfOfAnybody, readers, relations } from './readers.js';
import {
  type AskFiguresPayload,
  blankPartnerFigures,
  type ChaseFiguresPayload,
  type PartnerFiguresStanding,
  type RecordFiguresPayload,
  type ReturnFiguresPayload,
  type WithdrawFiguresPayload,
} from './standing.js';

type Ctx<P extends object> = Context<PartnerFiguresStanding, P>;

const set = (patch: Partial<PartnerFiguresStanding>): Effect => ({ do: 'set', patch });
const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });
const wait = (leadId: string, due: string, again: boolean): Effect => ({
  ...{ do: 'start', rule: 'partner-return', who: `user:${leadId}`, due },
  ...(again ? { again } : {}),
});
const tell = (kind: string, leadId: string): Effect => ({ do: 'send', kind, principal: `user:${leadId}` });

const recorders = {
  recordFigures: (context: Ctx<RecordFiguresPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    const { note = null, ...told } = payload;
    return [
      set({
        ...{ agencyId: told.agencyId, agencyName: agencyOf(context)?.name ?? '', period: told.period, note },
        ...{ measure: told.measure, figures: told.figures, source: told.source },
        given: { by: actor.userId, name: actor.name, at: happened },
      }),
      write('partner-figures', { ...payload, by: actor.name }),
    ];
  },
  recordAsking: (context: Ctx<AskFiguresPayload>): Effect[] => {
    const { payload, actor, happened, facts } = context;
    const { agencyId, period, measure, lines, leadId, due } = payload;
    const leadName = findPerson(facts, leadId)?.name ?? null;
    return [
      set({
        ...{ agencyId, agencyName: agencyOf(context)?.name ?? '', period, measure },
        ...{ leadId, leadName, due, firstDue: due },
        asked: { by: actor.userId, name: actor.name, at: happened, lines },
      }),
      write('figures-asked', { ...payload, leadName, by: actor.name }),
      wait(leadId, due, false),
      tell('figures-asked', leadId),
    ];
  },
  recordChasing: ({ payload, record, facts, actor }: Ctx<ChaseFiguresPayload>): Effect[] => {
    const { standing } = record;
    const leadId = payload.leadId ?? standing.leadId ?? '';
    const leadName = findPerson(facts, payload.leadId)?.name ?? standing.leadName;
    const due = payload.due ?? standing.due ?? '';
    const moves = payload.leadId !== undefined || payload.due !== undefined;
    return [
      set({ leadId, leadName, due, chased: standing.chased + 1 }),
      write('figures-chased', { ...payload, leadName, by: actor.name }),
      ...(moves ? [wait(leadId, due, true)] : []),
      tell('figures-chased', leadId),
    ];
  },
  recordReturn: ({ payload, actor, happened }: Ctx<ReturnFiguresPayload>): Effect[] => {
    const { figures, source, note = null } = payload;
    return [
      set({ figures, source, note, given: { by: actor.userId, name: actor.name, at: happened } }),
      write('partner-figures', { ...payload, by: actor.name }),
      { do: 'end', rule: 'partner-return' },
    ];
  },
  recordWithdrawal: ({ payload, actor, happened }: Ctx<WithdrawFiguresPayload>): Effect[] => [
    set({ withdrawnAt: happened }),
    write('partner-figures-withdrawn', { ...payload, by: actor.name }),
    { do: 'endAll', reason: 'Withdrawn' },
  ],
};

/**
 * Figures are given, asked for or not, and withdrawn where they were wrong or are not asked for any more; what is given
 * anew stands beside what was.
 */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'partner-figures',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'ask-figures': { target: 'expected', actions: 'recordAsking' },
        'record-figures': { target: 'given', actions: 'recordFigures' },
      },
    },
    expected: {
      on: {
        'chase-figures': { actions: 'recordChasing' },
        'return-figures': { target: 'given', actions: 'recordReturn' },
        'withdraw-figures': { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    given: { on: { 'withdraw-figures': { target: 'withdrawn', actions: 'recordWithdrawal' } } },
    withdrawn: {},
  },
});

const steering = { roles: onBehalfOfAnybody, words: 'those who put the profile together' } as const;
const named = ({ agencyId, leadId }: { agencyId?: string; leadId?: string }): RecordRef[] => [
  ...(agencyId ? [{ kind: 'agency', id: agencyId } as const] : []),
  ...(leadId ? [{ kind: 'user', id: leadId } as const] : []),
];
const creates = {
  creates: true,
  parentOf: ({ agencyId }: { agencyId: string }) => ({ subjectId: agencyId }),
  reads: { named },
} as const;

/** The topic of figures that partners count themselves: those of a year are printed by the problem profile beside its own. */
export const partnerFigures: Topic = {
  name: 'partner-figures',
  kind: 'partnerFigures',
  machine,
  rules: {},
  recorders,
  policy: [
    {
      command: 'record-figures',
      roles: [...onBehalfOfAnybody, ...forTheirAgency],
      words:
        'those who put the profile together, or for their own agency its manager, panel member or police desk',
    },
    { command: 'ask-figures', ...steering },
    { command: 'chase-figures', ...steering },
    { command: 'return-figures', ...steering },
    { command: 'return-figures', roles: caseRoles, relation: 'lead', words: 'whoever is asked for them' },
    { command: 'withdraw-figures', roles: forTheirAgency, relation: 'giver', words: 'whoever gave them' },
    { command: 'withdraw-figures', ...steering },
  ],
  commands: {
    'record-figures': { ...creates, faults: figureFaults },
    'ask-figures': { ...creates, faults: askFaults },
    'chase-figures': { reads: { named }, faults: chaseFaults },
    'return-figures': { faults: returnFaults },
    'withdraw-figures': {},
  },
  blank: blankPartnerFigures,
  relations,
  readers,
  persons: () => [],
  summary: ({ agencyName, measure, period, asked, given, leadId, withdrawnAt }: PartnerFiguresStanding) => ({
    title: `${agencyName}: ${measure}`,
    reference: period,
    grade: null,
    ownerId: given || withdrawnAt ? null : leadId,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: asked?.at ?? given?.at ?? null,
    closedAt: withdrawnAt,
  }),
};
