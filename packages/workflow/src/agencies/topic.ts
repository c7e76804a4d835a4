import { setup } from 'xstate';
import type { Context, Fault, Reader } from '../model.js';
import { everyone } from '../roles.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import type { AddAgencyPayload, AgencyStanding } from './standing.js';

const recorders = {
  recordAgency: ({ payload }: Context<AgencyStanding, AddAgencyPayload>): Effect[] => [
    { do: 'set', patch: { ...payload } },
    { do: 'write', kind: 'agency', class: 'case', body: payload },
  ],
};

/** When an agency may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'agencies',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'add-agency': { target: 'onBooks', actions: 'recordAgency' } } },
    onBooks: {},
  },
});

function faults({ payload }: Context<AgencyStanding, AddAgencyPayload>): Fault[] {
  const ids = payload.teams.map((team) => team.id);
  return ids.length === new Set(ids).size
    ? []
    : [{ pointer: '/teams', code: 'twice', detail: 'Every team has an id of its own.' }];
}

/** The topic of agencies. */
export const agencies: Topic = {
  name: 'agencies',
  kind: 'agency',
  machine,
  rules: {},
  recorders,
  policy: [{ command: 'add-agency', roles: ['administrator'], words: 'an administrator' }],
  commands: { 'add-agency': { creates: true, faults } },
  blank: { clocks: [], name: '', kind: 'partnership', teams: [] } as AgencyStanding,
  relations: () => [],
  readers: (): Reader[] => [{ principal: everyone, class: 'case', until: null }],
  persons: () => [],
  summary: (standing: AgencyStanding) => ({
    title: standing.name,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: null,
  }),
};
