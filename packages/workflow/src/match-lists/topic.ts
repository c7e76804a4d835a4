import { setup } from 'xstate';
import type { Context, Reader } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { blankMatchList, listMatchers, type MatchListStanding, type RecordMatchPayload } from './standing.js';

const recorders = {
  recordMatch: ({ payload, happened }: Context<MatchListStanding, RecordMatchPayload>): Effect[] => {
    const { by, powers, purpose, ...counted } = payload;
    return [
      { do: 'set', patch: { ...counted, matched: { by: by.userId, name: by.name, at: happened } } },
      {
        do: 'write',
        kind: 'list-matched',
        class: 'case',
        body: { ...counted, powers, purpose, by: by.name },
      },
    ];
  },
};

/** A comparison is recorded once, and nothing can be asked of it afterwards. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'match-lists',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-match': { target: 'matched', actions: 'recordMatch' } } },
    matched: {},
  },
});

const readers = [...listMatchers, 'auditor', 'information-governance', 'caldicott-guardian'].map(
  (role): Reader => ({ principal: `role:${role}`, class: 'case', until: null }),
);

/** The topic of outside lists that were compared with the books: that it was done, by whom, by which power, and why. */
export const matchLists: Topic = {
  name: 'match-lists',
  kind: 'matchList',
  machine,
  rules: {},
  recorders,
  policy: [{ command: 'record-match', roles: [], system: true, words: 'the comparison' }],
  commands: { 'record-match': { creates: true } },
  blank: blankMatchList,
  relations: () => [],
  readers: () => readers,
  persons: () => [],
  summary: ({ from, matched }: MatchListStanding) => ({
    title: `List from ${from}`,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: matched?.at ?? null,
    closedAt: matched?.at ?? null,
  }),
};
