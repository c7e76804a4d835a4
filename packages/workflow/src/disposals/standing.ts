import type { Standing } from '../model.js';

/** Why a record is disposed of: its time is over, or somebody who may has ordered it. */
export const disposalBases = ['period-over', 'court-order', 'upheld-erasure', 'recorded-in-error'] as const;

/** One of these. */
export type DisposalBasis = (typeof disposalBases)[number];

/** What may be disposed of as one: a closed case with all that hangs on it, or a child who has no case. */
export const disposalKinds = ['childCase', 'child'] as const;

/** One of these. */
export type DisposalKind = (typeof disposalKinds)[number];

/** Who did a part of it, and when. Ids alone: nothing of it names the person whose record goes. */
export interface DisposalAct {
  by: string | null;
  at: string;
}

/** A disposal as it stands. It holds no words about the record: it outlives it. */
export interface DisposalStanding extends Standing {
  target: { kind: DisposalKind; id: string } | null;
  basis: DisposalBasis | null;
  /** The rule that decided and the last day of keeping, as reckoned when it was proposed; null where another basis holds. */
  rule: string | null;
  keptUntil: string | null;
  proposed: DisposalAct | null;
  approved: DisposalAct | null;
  /** The first instant at which it may be carried out. */
  notBefore: string | null;
  ended: DisposalAct | null;
}

export interface ProposeDisposalPayload {
  record: { kind: DisposalKind; id: string };
  basis: DisposalBasis;
}
export interface EndDisposalPayload {
  reason: string;
}

/** A disposal before it is proposed. */
export const blankDisposal: DisposalStanding = {
  clocks: [],
  target: null,
  basis: null,
  rule: null,
  keptUntil: null,
  proposed: null,
  approved: null,
  notBefore: null,
  ended: null,
};
