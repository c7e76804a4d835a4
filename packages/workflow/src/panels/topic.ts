import { setup } from 'xstate';
import type { Context, QueueLine, Reader, RecordRef, StoredRecord } from '../model.js';
import { byRole, readerLines } from '../readers.js';
import { chairsOf } from '../sittings/scheduling.js';
import { actionsFrom, guardsFrom, type Step, type Topic } from '../topic.js';
import { panelFaults } from './faults.js';
import { toldAccounts } from './members.js';
import { plannedSittings } from './planned-dates.js';
import { recorders, rules, sittingsToCome } from './recorders.js';
import {
  blankPanel,
  type ChangeMembersPayload,
  type ChangePanelPayload,
  type PanelStanding,
  panelPrincipal,
} from './standing.js';

type Ctx<P extends object> = Context<PanelStanding, P>;

/** When a panel may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'panels',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'found-panel': { target: 'active', actions: 'recordFounding' } } },
    active: {
      on: {
        'change-panel': { actions: 'recordChange' },
        'change-members': { actions: 'recordMembers' },
        'publish-terms': { actions: 'recordTerms' },
        'plan-series': { actions: 'recordSeries' },
        'close-panel': { guard: 'hasNoSittingToCome', target: 'closed', actions: 'recordClosing' },
      },
    },
    closed: {},
  },
});

/** Sittings that are still to come learn what their panel says of itself from now on; when and where they are stays. */
function toldSittings({ locked, payload }: Ctx<ChangePanelPayload>): Step[] {
  const { name, quorum, gate, sections } = payload;
  return locked
    .filter(({ kind, state }) => kind === 'sitting' && sittingsToCome.includes(state as string))
    .map(({ id }) => ({
      record: { kind: 'sitting', id },
      event: 'receive-panel',
      payload: {
        ...{ name, quorum: quorum ?? null, gate: gate ?? null, sections: sections ?? null },
        panelChairs: chairsOf(payload),
      },
    }));
}

function accountsNamed({ join = [], leave = [] }: ChangeMembersPayload): RecordRef[] {
  const ids = [...join.flatMap(({ userId }) => userId ?? []), ...leave];
  return [...new Set(ids)].map((id) => ({ kind: 'user', id }));
}

const office = ['coordinator', 'chair', 'deputy-chair'] as const;
const readsChairs = { all: 'user' } as const;

/** Whoever lists a case names the panel that is to hear it: these know which panels there are. */
const lists = ['worker', 'manager', 'intelligence-officer', 'intelligence-supervisor'];

/**
 * Its office and chairs, those who oversee, and its own members read a panel; whoever may list a case for it reads what it
 * is called and what it asks, and neither who belongs to it nor its terms.
 */
function readers({ id }: StoredRecord<PanelStanding>): Reader[] {
  return [
    ...readerLines([...byRole([...office, 'auditor', 'senior']), panelPrincipal(id)], ['case']),
    ...readerLines(byRole(lists), ['safety']),
  ];
}

/** The coordinator's list says when the terms of reference are due for review. */
function queue({ state, standing }: StoredRecord<PanelStanding>): QueueLine[] {
  if (state !== 'active' || standing.termsReviewOn === null) return [];
  return [
    { principal: 'role:coordinator', due: `${standing.termsReviewOn}T12:00:00.000Z`, step: 'publish-terms' },
  ];
}

/** The topic of panels: who belongs to one, what makes it quorate, what it hears, and when it sits. */
export const panels: Topic = {
  name: 'panels',
  kind: 'panel',
  machine,
  rules,
  recorders,
  policy: [
    'found-panel',
    'change-panel',
    'change-members',
    'publish-terms',
    'plan-series',
    'close-panel',
  ].map((command) => ({ command, roles: office, words: 'the coordinator or the chair' })),
  commands: {
    'found-panel': { creates: true, reads: readsChairs, faults: panelFaults.words },
    'change-panel': {
      locks: { children: ['sitting'] },
      reads: readsChairs,
      faults: panelFaults.words,
      also: toldSittings,
    },
    'change-members': {
      locks: { named: accountsNamed },
      reads: { written: true, named: accountsNamed },
      faults: panelFaults.members,
      also: toldAccounts,
    },
    'publish-terms': { faults: panelFaults.terms },
    'plan-series': {
      reads: { children: 'sitting', ...readsChairs },
      faults: panelFaults.series,
      also: plannedSittings,
    },
    'close-panel': { reads: { children: 'sitting' } },
  },
  blank: blankPanel,
  relations: () => [],
  readers,
  persons: () => [],
  queue,
  summary: (standing: PanelStanding) => ({
    title: standing.name,
    reference: null,
    grade: null,
    ownerId: standing.chairId || null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: null,
  }),
};
