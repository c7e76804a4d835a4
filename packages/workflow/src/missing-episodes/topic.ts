import type { RecordRef, StoredRecord } from '../model.js';
import type { Topic } from '../topic.js';
import { policy, queue, readers, relations } from './access.js';
import {
  decisionFaults,
  episodeFaults,
  kindFaults,
  reportFaults,
  returnFaults,
  searchFaults,
} from './faults.js';
import { machine } from './machine.js';
import {
  type DecideReportPayload,
  type RecordEpisodePayload,
  type ReportMissingPayload,
  reportDecisions,
} from './payloads.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';
import { blankEpisode, type MissingEpisodeStanding } from './standing.js';
import {
  childIdOf,
  decisionSteps,
  episodeSteps,
  reportSteps,
  returnSteps,
  withdrawalSteps,
} from './steps.js';

const childNamed = ({ childId }: { childId?: string }): RecordRef[] =>
  childId ? [{ kind: 'child', id: childId }] : [];

/** The topic of missing episodes. */
export const missingEpisodes: Topic = {
  name: 'missing-episodes',
  kind: 'missingEpisode',
  machine,
  rules,
  recorders,
  policy,
  commands: {
    'record-episode': {
      creates: true,
      parentOf: (payload: RecordEpisodePayload) => ({ parentId: payload.childId }),
      locks: { named: childNamed, namedChildren: ['childCase'], unseen: true },
      choice: ({ end }: RecordEpisodePayload) => (end ? 'over' : 'absent'),
      choices: ['absent', 'over'],
      faults: episodeFaults,
      also: episodeSteps,
    },
    'report-missing': {
      creates: true,
      parentOf: (payload: ReportMissingPayload, commandId: string) => ({
        parentId: childIdOf(payload, commandId),
      }),
      locks: { named: childNamed, namedChildren: ['childCase', 'missingEpisode'], unseen: true },
      choice: ({ since }: ReportMissingPayload) => since,
      faults: reportFaults,
      also: reportSteps,
    },
    'decide-report': {
      locks: { parent: 'update', underParent: ['childCase', 'missingEpisode'], unseen: true },
      reads: { written: true },
      choice: ({ decision }: DecideReportPayload) => decision,
      choices: reportDecisions,
      faults: decisionFaults,
      also: decisionSteps,
    },
    'record-search': { faults: searchFaults },
    'change-kind': { faults: kindFaults },
    'record-return': { locks: { parent: 'update' }, faults: returnFaults, also: returnSteps },
    'record-prevention-interview': {},
    'record-not-offered': {},
    'tell-area': {},
    'withdraw-episode': {
      locks: { parent: 'update', underParent: ['missingEpisode'], unseen: true },
      also: withdrawalSteps,
    },
  },
  blank: blankEpisode,
  relations,
  readers,
  persons: ({ standing }: StoredRecord<MissingEpisodeStanding>) => [standing.childId],
  summary: (standing: MissingEpisodeStanding) => ({
    title: standing.childName,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    // The day on which it began, by which those of a period are found.
    openedAt: standing.start ? `${standing.start}T00:00:00.000Z` : null,
    closedAt: null,
  }),
  queue,
};
