/** Why a line stands in the report of unusual looking. */
export const lookingRules = {
  ownName: 'Own name',
  colleagueName: 'Name of a colleague',
  sameSurname: 'Several of one surname',
  noRelation: 'No relation',
  volume: 'More than usual',
  outsideHours: 'Outside hours',
  refused: 'Refused again and again',
} as const;

/** A rule of the report. */
export type LookingRule = keyof typeof lookingRules;

/** One line: who, which children, how often, and in words why it stands here. */
export interface LookingLine {
  /** The same for the same rule, person and child or day, in whatever period it is asked for. */
  line: string;
  rule: LookingRule;
  userId: string;
  personIds: string[];
  looks: number;
  first: string;
  last: string;
  words: string;
}

/** From when on looking stands out; every number is a default of the area. */
export interface LookingLimits {
  /** Children of one surname without relation. */
  sameSurname: number;
  /** Children in a day, whatever is usual. */
  volumeAtLeast: number;
  /** So many times the spread (median absolute deviation, scaled to a standard deviation) above the median. */
  volumeSpread: number;
  /** Days of looking that a role needs to be measured by itself. */
  volumeDays: number;
  /** Local hours within which work is usual, on working days. */
  hours: { from: number; to: number };
  outsideHoursChildren: number;
  /** Refused looks in a day. */
  refused: number;
}

/** The limits where an area sets none. */
export const lookingLimits: LookingLimits = {
  sameSurname: 3,
  volumeAtLeast: 20,
  volumeSpread: 6,
  volumeDays: 5,
  hours: { from: 7, to: 20 },
  outsideHoursChildren: 3,
  refused: 5,
};

/** Roles whose work goes across all children: for them having no relation to one is no sign of anything. */
export const looksAcross: readonly string[] = [
  'triage-social-worker',
  'triage-officer',
  'duty-manager',
  'out-of-hours',
  'coordinator',
  'chair',
  'deputy-chair',
  'intelligence-officer',
  'intelligence-supervisor',
  'auditor',
  'information-governance',
  'caldicott-guardian',
  'police-desk',
];

/** Roles that work at all hours. */
export const worksAllHours: readonly string[] = ['duty-manager', 'out-of-hours', 'police-desk'];
