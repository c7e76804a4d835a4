import type { Standing } from '../model.js';
import type { Characteristic } from './groups.js';

/** Counts of children in each group, by what they are counted by. */
export type PopulationGroups = { [characteristic in Characteristic]?: { [group: string]: number } };

/** How many children live in an area, by groups, as somebody else published it: the cohort is compared with it. */
export interface PopulationTableStanding extends Standing {
  area: string;
  source: string;
  /** The year that it is of, such as 2025. */
  year: number;
  /** All children under 18; null where the source does not say it. */
  total: number | null;
  groups: PopulationGroups;
  recorded: { by: string | null; name: string; at: string } | null;
  withdrawnAt: string | null;
}

/** One group of children, and how many they are. */
export interface PopulationGroup {
  characteristic: Characteristic;
  group: string;
  count: number;
}

export interface RecordTablePayload {
  area: string;
  source: string;
  year: number;
  total?: number;
  groups: PopulationGroup[];
}
export interface WithdrawTablePayload {
  reason: string;
}

/** A table before it is recorded. */
export const blankPopulationTable: PopulationTableStanding = {
  clocks: [],
  area: '',
  source: '',
  year: 0,
  total: null,
  groups: {},
  recorded: null,
  withdrawnAt: null,
};
