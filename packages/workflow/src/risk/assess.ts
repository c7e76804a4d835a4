import type { Grade } from '../profile/grade.js';
import type { Floor } from '../profile/profile.js';
import type { AssessmentInput } from './answers.js';
import { explain } from './explain.js';
import type { ExplanationNode } from './explanation.js';
import { type FloorOutcome, floorOutcomes, raiseToFloors } from './floors.js';
import type { Instrument } from './instrument.js';
import { type FloorsRestOn, presentIndicators } from './present.js';
import { leadsTo, type ReachedBand, ruleOutcomes } from './suggestion.js';

/** What an instrument and the floors make of the answers: a suggestion for the worker's judgement, and how it came about. */
export interface AssessmentResult {
  instrument: { id: string; version: number };
  suggested: Grade;
  beforeFloors: Grade;
  /** The band of a scored instrument as its publisher names it, with the score. */
  band?: ReachedBand;
  floors: FloorOutcome[];
  explanation: ExplanationNode;
  /** Codes of the indicators answered yes, in the order of the instrument. */
  indicatorsPresent: string[];
  /** Codes of those that are signs of harm, whenever it was. */
  harmPresent: string[];
  harmCurrent: boolean;
  /** Codes answered not known, domains whose level is not, and `about/age-years` and `about/learning-disability` where those are not. */
  notKnown: string[];
  /** Codes that nobody answered; like not known, they never count as no. */
  notAnswered: string[];
}

function notKnownOf({ domains }: Instrument, input: AssessmentInput): string[] {
  const values = new Map(input.answers.map(({ code, answer }) => [code, answer]));
  const levels = new Map(input.levels.map(({ domain, level }) => [domain, level]));
  return [
    ...domains.flatMap(({ code, indicators }) => [
      ...(levels.get(code) === null ? [code] : []),
      ...indicators.map((one) => one.code).filter((one) => values.get(one) === 'not-known'),
    ]),
    ...(input.about.ageYears === null ? ['about/age-years'] : []),
    ...(input.about.learningDisability === 'not-known' ? ['about/learning-disability'] : []),
  ];
}

/**
 * Computes what an instrument suggests for answers that `validateAnswers` finds no fault in, raised to the floors of
 * the profile. The same answers on the same day under the same instrument version and floors give the same result for ever.
 */
export function assess(
  instrument: Instrument,
  floors: readonly Floor[],
  input: AssessmentInput,
  restOn: FloorsRestOn = 'any-level',
): AssessmentResult {
  const present = presentIndicators(instrument, input);
  const outcomes = ruleOutcomes(instrument, input, present);
  const beforeFloors = leadsTo(outcomes) ?? 'none';
  const tested = floorOutcomes(floors, instrument, input, present, restOn);
  const suggested = raiseToFloors(beforeFloors, floors, tested);
  const harm = present.filter((one) => one.indicator.type === 'harm');
  const answered = new Set(input.answers.map((answer) => answer.code));
  const codes = instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => indicator.code));
  const band = outcomes.find((outcome) => outcome.band)?.band;
  const reached = { present, outcomes, floors: tested, rulers: floors, beforeFloors, suggested };
  return {
    instrument: { id: instrument.id, version: instrument.version },
    suggested,
    beforeFloors,
    ...(band && { band }),
    floors: tested,
    explanation: explain(instrument, input, reached),
    indicatorsPresent: present.map((one) => one.indicator.code),
    harmPresent: harm.map((one) => one.indicator.code),
    harmCurrent: harm.some((one) => one.isCurrent),
    notKnown: notKnownOf(instrument, input),
    notAnswered: codes.filter((code) => !answered.has(code)),
  };
}
