import { blankOnCase, type OnCaseStanding } from '../child-cases/on-case.js';
import type { Role } from '../roles.js';
import type { PlainReader } from './plain-payloads.js';

/** What one person holds of a plan: which version, since when, and whether it was opened. */
export interface PlanCopyStanding extends OnCaseStanding {
  /** A partner’s part, or the safety part in plain words for child or parent. */
  part: 'safety' | 'disruption' | 'plain';
  recipientId: string;
  recipientName: string;
  /** Named by the police, without an action of the part. */
  named: boolean;
  version: number;
  /** Of a plain copy: for whom, and its number among those of the case. */
  to?: PlainReader;
  number?: number;
  issuedAt: string;
  openedAt: string | null;
  /** Since when the recipient has no part in the plan any more. */
  endedAt: string | null;
}

/** An action as a copy shows it. */
export interface CopiedAction {
  id: string;
  what: string;
  outcome: string | null;
  kind: string;
  ownerName: string;
  ownerRole: Role | null;
  due: string | null;
  /** Who has it in hand while the owner is away, and from when to when. */
  cover: { name: string | null; from: string; until: string | null }[];
}

/** What a copy says: the part as it was agreed, who covers, and everybody who has a copy of it. */
export interface CopyWords {
  version: number;
  kind: 'interim' | 'full';
  agreedAt: string;
  actions: CopiedAction[];
  recipients: { name: string; role: Role | null }[];
  power: string | null;
  purpose: string | null;
  /** Who decided the sharing; absent in older copies. */
  decider?: string | null;
  /** True where it replaces the version that the recipient held, without being shared anew by hand. */
  forwarded: boolean;
}

export interface IssueCopyPayload
  extends Omit<OnCaseStanding, 'clocks' | 'access'>,
    Pick<PlanCopyStanding, 'recipientId' | 'recipientName' | 'named'> {
  part: 'safety' | 'disruption';
  words: CopyWords;
}

/** A copy before it is issued. */
export const blankPlanCopy: PlanCopyStanding = {
  ...blankOnCase,
  part: 'safety',
  recipientId: '',
  recipientName: '',
  named: false,
  version: 0,
  issuedAt: '',
  openedAt: null,
  endedAt: null,
};
