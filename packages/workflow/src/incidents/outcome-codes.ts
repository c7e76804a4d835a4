import type { Profile } from '../profile/profile.js';

/** Groups of outcomes, as reports add them up. */
export const outcomeGroups = {
  charged: 'Charged or summonsed',
  'formal-out-of-court': 'Formal out of court',
  'taken-into-consideration': 'Taken into consideration',
  informal: 'Informal out of court',
  prevented: 'Prosecution prevented or not in the public interest',
  'evidential-victim': 'Evidential difficulties: victim declines or cannot support',
  evidential: 'Evidential difficulties: suspect named, victim supports',
  'no-suspect': 'Investigation complete, no suspect identified',
  'passed-on': 'Passed to another body',
  diversion: 'Diversion, education or intervention',
  'not-a-crime': 'Not a crime, or cancelled',
  open: 'Still under investigation',
} as const;
/** One of these. */
export type OutcomeGroup = keyof typeof outcomeGroups;

/** One outcome code of one force, or of every force, for some time: the same code can mean two things. */
export interface OutcomeCode {
  /** The force whose own code it is; left out for the national list. */
  force?: string;
  code: string;
  label: string;
  group: OutcomeGroup;
  /** The first and last day on which it is used. */
  from: string;
  until?: string;
  /** Whether the investigation is over with it. */
  final: boolean;
}

/** Which outcomes an area calls positive, in words that print with the figure. */
export interface PositiveOutcomes {
  words: string;
  groups: OutcomeGroup[];
}

/** What an area knows of police outcomes. */
export interface IncidentsProfile {
  /** The police forces whose incidents are taken, as their names are written; without a list any force is. */
  forces?: string[];
  outcomes: OutcomeCode[];
  positive: PositiveOutcomes;
}

/** By what a force is known, however its name is written: `testshire  police` is Testshire Police. */
export const forceKey = (force: string): string => force.replace(/\s+/g, ' ').trim().toLowerCase();

/** By what somebody is known whom a force numbers, however the number is spaced and cased: `v-1` is V-1. */
export const numberKey = forceKey;

/** The line of a table of outcomes in which one is counted: by its code and all that it means, as a code can come to mean another thing. */
export const outcomePart = ({ code, label, group, final }: OutcomeCode): string =>
  `${code} ${label} (${group}${final ? ', final' : ''})`;

/** Whether two are the same incident by their numbers: the same force's, however both are spaced and cased. */
export function isSameIncident(
  one: { force: string; reference: string },
  other: { force: string; reference: string },
): boolean {
  return (
    forceKey(one.force) === forceKey(other.force) && numberKey(one.reference) === numberKey(other.reference)
  );
}

/** What a code means for a force on a day: the force's own meaning before the national one; undefined where it has none. */
export function outcomeCodeOf(
  { incidents }: Pick<Profile, 'incidents'>,
  force: string,
  { code, on }: { code: string; on: string },
): OutcomeCode | undefined {
  const inUse = incidents.outcomes.filter(
    (one) => one.code === code && one.from <= on && (one.until === undefined || on <= one.until),
  );
  const isOwn = (one: OutcomeCode) => one.force !== undefined && forceKey(one.force) === forceKey(force);
  return inUse.find(isOwn) ?? inUse.find((one) => one.force === undefined);
}

/** The codes that a force may give on a day, its own in the place of national ones. */
export function outcomeCodesOf(
  profile: Pick<Profile, 'incidents'>,
  force: string,
  on: string,
): OutcomeCode[] {
  const codes = [...new Set(profile.incidents.outcomes.map(({ code }) => code))];
  return codes.flatMap((code) => outcomeCodeOf(profile, force, { code, on }) ?? []);
}
