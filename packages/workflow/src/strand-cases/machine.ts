import { setup } from 'xstate';
import { panelRegion } from '../agenda-items/panel-region.js';
import type { Context } from '../model.js';
import { minutesFiled } from '../sittings/minutes-part.js';
import { actionsFrom, guardsFrom } from '../topic.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';
import type { Strand } from './strand.js';

/** What is taken in every state: what other records count, who or what it is about, how it is handled, what was wrong. */
const always = {
  'receive-counts': { actions: 'recordCounts' },
  'receive-about': { actions: 'recordAbout' },
  ...minutesFiled,
  'set-handling': { actions: 'recordHandling' },
  'close-alike': { guard: 'isClosed' },
  'receive-handling': { actions: 'recordHandledAlike' },
  'correct-record': { actions: 'recordCorrection' },
} as const;

/** What may be added to a case that is open. */
const whileOpen = {
  ...always,
  'add-basis': { actions: 'recordBasis' },
  'withdraw-basis': { actions: 'recordWithdrawnBasis' },
  'set-priority': { actions: 'recordPriority' },
} as const;

/** About a person who is a child a social care manager answers with the police, and the chair says what is printed. */
const aboutChild = {
  'ask-care-manager': { guard: 'needsCareManager', actions: 'recordCareManagerAsked' },
  'answer-for-child': { guard: 'isCareManagerAsked', actions: 'recordCareManagerAnswer' },
} as const;

/** The work of an accepted case, which a suspension does not stop either. */
const accepted = {
  ...whileOpen,
  'allocate-officer': { actions: 'recordOfficer' },
  'review-necessity': [
    { guard: 'isStillNecessary', actions: 'recordNecessity' },
    { guard: 'isNoLongerNecessary', target: 'closing', actions: ['recordNecessity', 'recordUnnecessary'] },
  ],
  'propose-removal': { target: 'closing', actions: 'recordRemovalProposal' },
} as const;

/** What the police find out, and who is told; for persons. */
const investigated = {
  ...aboutChild,
  'record-investigation': { actions: 'recordInvestigation' },
  'record-child-told': { guard: 'isUntold', actions: 'recordChildTold' },
  'decide-printing': { guard: 'needsCareManager', actions: 'recordPrinting' },
} as const;

const released = {
  'change-release': { actions: 'recordRelease' },
  'prepare-release': { guard: 'isPreparingRelease', actions: 'recordReleasePrepared' },
} as const;

/** What the chair does between sittings. */
const chairActs = { 'take-chairs-action': { guard: 'isChairsAct', actions: 'recordChairsAct' } } as const;

const panelDecides = [
  { guard: 'isPanelRemoval', target: 'closed', actions: ['recordPanelDecision', 'recordPanelRemoval'] },
  { guard: 'isPanelOther', actions: 'recordPanelDecision' },
] as const;

/** When the case of a person of concern or of a location may be asked what. Two regions: the work, and the panel. */
export function strandMachine(strand: Strand) {
  const ofPersons = strand.about === 'person';
  const child = ofPersons ? aboutChild : {};
  const work = { ...accepted, ...(ofPersons ? investigated : {}) };
  const decided = { 'record-panel-decision': panelDecides, ...chairActs };
  return setup({
    types: { context: {} as Context, events: {} as { type: string } },
    guards: guardsFrom(rules),
    actions: actionsFrom(recorders),
  }).createMachine({
    id: strand.topic,
    context: {} as Context,
    type: 'parallel',
    states: {
      work: {
        initial: 'unrecorded',
        states: {
          unrecorded: { on: { [strand.open]: { target: strand.first, actions: 'recordOpening' } } },
          [strand.first]: {
            on: { ...whileOpen, 'start-screening': { target: 'screening', actions: 'recordScreeningBegun' } },
          },
          screening: {
            on: {
              ...whileOpen,
              ...child,
              [strand.accept]: { guard: 'isAcceptable', target: 'active', actions: 'recordAcceptance' },
              [strand.decline]: { target: 'declined', actions: 'recordDecline' },
            },
          },
          active: {
            on: { ...work, ...decided, suspend: { target: 'suspended', actions: 'recordSuspension' } },
          },
          suspended: {
            on: {
              ...work,
              ...decided,
              ...released,
              resume: { target: 'active', actions: 'recordResumption' },
            },
          },
          closing: {
            on: {
              ...whileOpen,
              ...(ofPersons ? investigated : {}),
              ...decided,
              'allocate-officer': accepted['allocate-officer'],
              'approve-removal': {
                guard: 'isSecondPersonOfRemoval',
                target: 'closed',
                actions: 'recordRemoval',
              },
              'refuse-removal': [
                { guard: 'returnsToActive', target: 'active', actions: 'recordRefusedRemoval' },
                { guard: 'returnsToSuspended', target: 'suspended', actions: 'recordRefusedRemoval' },
              ],
            },
          },
          declined: { on: { ...always, relist: { target: 'screening', actions: 'recordRelisting' } } },
          closed: {
            on: {
              ...always,
              'record-recall': { guard: 'isRecalling', actions: 'recordRecall' },
              'record-next-check': { guard: 'isCheckOwed', actions: 'recordNextCheck' },
              'await-next-check': { guard: 'isCheckUnawaited', actions: 'recordAwaitedCheck' },
              relist: { guard: 'isRelistable', target: 'screening', actions: 'recordRelisting' },
            },
          },
        },
      },
      panel: panelRegion({
        begins: { 'take-chairs-action': { guard: 'isChairsAct', target: 'listed' } },
        ends: { 'approve-removal': { guard: 'isSecondPersonOfRemoval', target: 'notListed' } },
        takenOff: 'isPanelRemoval',
        listedAgain: 'isPanelOther',
      }),
    },
  });
}
