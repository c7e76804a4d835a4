import type { LinkEnd } from '../links/ends.js';
import type { Standing } from '../model.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import type { SharedBy } from './proposal-rule.js';

/** What a complex abuse discussion comes to. */
export const discussionOutcomes = ['complex-abuse-enquiry', 'joint-plan', 'separate-plans'] as const;
/** One of these. */
export type DiscussionOutcome = (typeof discussionOutcomes)[number];

/** What a complex abuse discussion comes to, in words. */
export const discussionOutcomeWords: Record<DiscussionOutcome, string> = {
  'complex-abuse-enquiry': 'An enquiry into complex abuse begins',
  'joint-plan': 'One plan for all the children, without an enquiry',
  'separate-plans': 'Each child’s own plan is enough',
};

/** Several children who share a person, a place, a vehicle or a phone: proposed by the system, decided by a person. */
export interface ClusterStanding extends Standing {
  /** What they share. */
  hub: LinkEnd | null;
  /** Ids of the children, at most forty. */
  children: string[];
  /** How many they are where there are more. */
  count: number;
  from: string;
  to: string;
  proposedAt: string;
  /** Whether a link that is closed is among those it rests on: then it is closed itself. */
  restsOnClosed: boolean;
  decided: { decision: 'confirmed' | 'declined'; by: string | null; at: string } | null;
  /** Teams and workers who hold the children when it was last looked at: from confirming on they read that it is. */
  held: string[];
  discussion: { outcome: DiscussionOutcome; at: string } | null;
  metAt: string | null;
  closedAt: string | null;
  /** Since when fewer children are known to share it than the profile asks for; absent while there are enough. */
  unsupportedAt?: string | null;
  reference: string;
  listing: StrandCaseStanding['listing'];
  onAgenda?: string | null;
  lastDecision: StrandCaseStanding['lastDecision'];
}

/** How many children a standing names. */
export const childrenListed = 40;

export interface ProposeClusterPayload extends SharedBy {
  hub: LinkEnd;
  restsOnClosed: boolean;
}
/** What the weighing finds of a cluster on the books: enough children for one, or fewer than the profile asks for. */
export const clusterSupport = ['supported', 'unsupported'] as const;
/** One of these. */
export type ClusterSupport = (typeof clusterSupport)[number];

/** What has changed of a cluster without a child joining it. */
export interface ReceiveChangePayload extends ProposeClusterPayload {
  support: ClusterSupport;
}
export interface ConfirmClusterPayload {
  words: string;
}
export interface DeclineClusterPayload {
  reason: string;
}
export interface RecordClusterDiscussionPayload {
  agencies: string[];
  outcome: DiscussionOutcome;
  words: string;
}
export interface RecordClusterMeetingPayload {
  agencies: string[];
  words: string;
}
export interface CloseClusterPayload {
  words: string;
}

/** A cluster as lists and agendas call it: nobody’s name is in it. */
export const clusterTitle = (count: number): string => `${count} children who share something`;

/** A cluster before it is proposed. */
export const blankCluster: ClusterStanding = {
  clocks: [],
  hub: null,
  children: [],
  count: 0,
  from: '',
  to: '',
  proposedAt: '',
  restsOnClosed: false,
  decided: null,
  held: [],
  discussion: null,
  metAt: null,
  closedAt: null,
  reference: '',
  listing: null,
  lastDecision: null,
};
