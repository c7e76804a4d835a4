import { setup } from 'xstate';
import type { Context, RecordRef } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { agencyOf, figureFaults } from './faults.js';
import { forTheirAgency, onBehalfOfAnybody, readers, relations } from './readers.js';
import {
  blankPartnerFigures,
  type PartnerFiguresStanding,
  type RecordFiguresPayload,
  type WithdrawFiguresPayload,
} from './standing.js';

type Ctx<P extends object> = Context<PartnerFiguresStanding, P>;

const recorders = {
  recordFigures: (context: Ctx<RecordFiguresPayload>): Effect[] => {
    const { payload, actor, happened } = context;
    const { note = null, ...told } = payload;
    return [
      {
        do: 'set',
        patch: {
          ...{ agencyId: told.agencyId, agencyName: agencyOf(context)?.name ?? '', year: told.year, note },
          ...{ measure: told.measure, figures: told.figures, source: told.source },
          given: { by: actor.userId, name: actor.name, at: happened },
        },
      },
      { do: 'write', kind: 'partner-figures', class: 'case', body: { ...payload, by: actor.name } },
    ];
  },
  recordWithdrawal: ({ payload, actor, happened }: Ctx<WithdrawFiguresPayload>): Effect[] => [
    { do: 'set', patch: { withdrawnAt: happened } },
    { do: 'write', kind: 'partner-figures-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
  ],
};

/** Figures are given, and withdrawn where they were wrong; what is given anew stands beside what was. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'partner-figures',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-figures': { target: 'given', actions: 'recordFigures' } } },
    given: { on: { 'withdraw-figures': { target: 'withdrawn', actions: 'recordWithdrawal' } } },
    withdrawn: {},
  },
});

/** The topic of figures that partners count themselves, which the problem profile prints beside its own. */
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
    { command: 'withdraw-figures', roles: forTheirAgency, relation: 'giver', words: 'whoever gave them' },
    { command: 'withdraw-figures', roles: onBehalfOfAnybody, words: 'those who put the profile together' },
  ],
  commands: {
    'record-figures': {
      creates: true,
      parentOf: ({ agencyId }: RecordFiguresPayload) => ({ subjectId: agencyId }),
      reads: {
        named: ({ agencyId }: RecordFiguresPayload): RecordRef[] => [{ kind: 'agency', id: agencyId }],
      },
      faults: figureFaults,
    },
    'withdraw-figures': {},
  },
  blank: blankPartnerFigures,
  relations,
  readers,
  persons: () => [],
  summary: ({ agencyName, measure, year, given, withdrawnAt }: PartnerFiguresStanding) => ({
    title: `${agencyName}: ${measure}`,
    reference: year,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: given?.at ?? null,
    closedAt: withdrawnAt,
  }),
};
