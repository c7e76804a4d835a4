/** A place of concern of the demonstration with a name of its own in the stories. */
export type DemonstrationPlace = 'cedar' | 'rowan' | 'birch';

/** Persons and places of the demonstration that other stories tell more of: filled as the stories are played. */
export interface StrandIds {
  /** The case of Person Amber-04. */
  amber: string;
  /** The case of Place Cedar-01. */
  cedar: string;
  /** The places themselves. */
  places: Partial<Record<DemonstrationPlace, string>>;
}
