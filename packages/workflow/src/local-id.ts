/** Numbers of the ids that a command derives for new records; rows and clocks count from 1, below these. */
export const localId = {
  child: 40_001,
  childCase: 40_002,
  agendaItem: 40_003,
  post: 40_004,
  strandRecord: 40_005,
  outcome: 40_006,
  protection: 48_000,
  accessPart: 45_000,
  notice: 46_000,
  basis: 47_000,
  planAction: 50_000,
  planCopy: 55_000,
  movedItem: 56_000,
  plannedSitting: 57_000,
} as const;
