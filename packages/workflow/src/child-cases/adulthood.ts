/** Clocks that are counted from the birth date, not from the work, and run for years. */
export const clocksFromBirth: readonly string[] = ['transition-prompt', 'eighteenth-birthday'];

export const pathwayDecisions = ['referred', 'accepted', 'not-eligible', 'declined', 'not-needed'] as const;
/** Where the adult pathway stands: referred and awaiting an answer, or how adult services or the young person decided. */
export type PathwayDecision = (typeof pathwayDecisions)[number];

/** The adult pathway of a case, and since when its young person is an adult. */
export interface Adulthood {
  since: string | null;
  pathway: { decision: PathwayDecision; at: string } | null;
}

export interface RecordAdultPathwayPayload {
  decision: PathwayDecision;
  /** The adult service that was asked, or why none. */
  service: string;
  /** Who decided, by name; asked for once there is a decision. */
  decidedBy?: string;
  reasons: string;
  /** The young person’s own view, or why it could not be had. */
  view: string;
}

export interface ContinueAsAdultPayload {
  reasons: string;
  /** The day by which it is decided again. */
  until: string;
}
