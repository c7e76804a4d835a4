/** Points that a number reaches: those of the highest step that it reaches. */
export interface PointStep {
  atLeast: number;
  points: number;
}

/** How the priority of a person of concern or a location is reckoned; shaped after recency, frequency and gravity as police forces score them. */
export interface PriorityRule {
  /** Days since the last concern, at most so many, and the points that this gives; the shortest first. */
  recency: { withinDays: number; points: number }[];
  /** How many concerns within the months. */
  frequency: { months: number; steps: PointStep[] };
  gravity: Record<string, number>;
  /** How many distinct children are linked. */
  linkedChildren: PointStep[];
  access: Record<string, number>;
  /** What an order in force takes away, and what a breach adds. */
  orders: { inForce: number; breached: number };
  /** From how many points on it is high, and medium; low below. */
  bands: { high: number; medium: number };
  source: string;
}
