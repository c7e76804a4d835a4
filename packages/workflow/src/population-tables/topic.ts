import { setup } from 'xstate';
import type { Context } from '../model.js';
import { byRole, readerLines } from '../readers.js';
import type { Role } from '../roles.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { tableFaults } from './faults.js';
import {
  blankPopulationTable,
  type PopulationGroups,
  type PopulationTableStanding,
  type RecordTablePayload,
  type WithdrawTablePayload,
} from './standing.js';

type Ctx<P extends object> = Context<PopulationTableStanding, P>;

/** Who loads tables of the population. */
export const populationKeepers: readonly Role[] = ['coordinator', 'senior', 'auditor'];
/** Whoever reads scorecards reads what the cohort is compared with. */
const tableReaders: readonly Role[] = [...populationKeepers, 'chair', 'deputy-chair', 'manager'];

function groupsOf({ groups }: RecordTablePayload): PopulationGroups {
  const kept: PopulationGroups = {};
  for (const { characteristic, group, count } of groups)
    kept[characteristic] = { ...kept[characteristic], [group]: count };
  return kept;
}

const recorders = {
  recordTable: ({ payload, actor, happened }: Ctx<RecordTablePayload>): Effect[] => {
    const { area, source, year, total = null } = payload;
    const recorded = { by: actor.userId, name: actor.name, at: happened };
    return [
      { do: 'set', patch: { area, source, year, total, groups: groupsOf(payload), recorded } },
      { do: 'write', kind: 'population-table', class: 'case', body: { ...payload, by: actor.name } },
    ];
  },
  recordWithdrawal: ({ payload, actor, happened }: Ctx<WithdrawTablePayload>): Effect[] => [
    { do: 'set', patch: { withdrawnAt: happened } },
    { do: 'write', kind: 'population-table-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
  ],
};

/** A table is recorded as it was published, and withdrawn where it was wrong; a later one stands beside it. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'population-tables',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-table': { target: 'given', actions: 'recordTable' } } },
    given: { on: { 'withdraw-table': { target: 'withdrawn', actions: 'recordWithdrawal' } } },
    withdrawn: {},
  },
});

const words = 'the coordinator, a senior manager or an auditor';

/** The topic of tables of the population, with which the cohort of the scorecards is compared. */
export const populationTables: Topic = {
  name: 'population-tables',
  kind: 'populationTable',
  machine,
  rules: {},
  recorders,
  policy: [
    { command: 'record-table', roles: populationKeepers, words },
    { command: 'withdraw-table', roles: populationKeepers, words },
  ],
  commands: { 'record-table': { creates: true, faults: tableFaults }, 'withdraw-table': {} },
  blank: blankPopulationTable,
  relations: () => [],
  readers: () => readerLines(byRole(tableReaders), ['case']),
  persons: () => [],
  summary: ({ area, source, year, recorded, withdrawnAt }: PopulationTableStanding) => ({
    title: `${area}: ${source}`,
    reference: String(year),
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: recorded?.at ?? null,
    closedAt: withdrawnAt,
  }),
};
