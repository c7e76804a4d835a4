/** Case that moves with the child to another area, from the request on; the sender owns it until it is accepted. */
export interface Transfer {
  /** The receiving area, by the name under which it is known. */
  area: string;
  /** Its worker, where he or she has an account; otherwise the sender records the answer. */
  receiverId: string | null;
  by: string | null;
  at: string;
  /** Since when a senior manager sees to it, because no answer came in time. */
  escalatedAt?: string;
  acceptedAt?: string;
}

/** What is said of a transfer, and what the receiving area reads of it before it accepts. */
export interface TransferOutPayload {
  area: string;
  /** The receiving area's worker, where he or she has an account here. */
  receiverId?: string;
  /** Where nobody there has an account: who was asked, and how. */
  contact?: string;
  /** The day from which the child lives there. */
  movedOn: string;
  reason: string;
  /** What the receiving area must know now to keep the child safe: it reads this before it accepts. */
  needToKnow: string;
  /** The power by which this is shared. */
  power: string;
}

export interface AcceptTransferPayload {
  /** Who takes the case on in the receiving area, by name. */
  takenOnBy: string;
  /** Where the sender records the answer: who gave it, and how. */
  answeredBy?: string;
  /** Open safety actions handed over: to whom in the receiving area, by name. */
  handover?: string;
}

export const transferAnswers = ['refused', 'withdrawn'] as const;
/** How a transfer ends without acceptance: the receiving area refuses, or the sender withdraws. */
export type TransferAnswer = (typeof transferAnswers)[number];

export interface RefuseTransferPayload {
  answer: TransferAnswer;
  reason: string;
  /** Where the sender records a refusal: who gave it, and how. */
  answeredBy?: string;
}
