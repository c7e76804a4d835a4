import type { Grade } from '../profile/grade.js';
import type { Floor } from '../profile/profile.js';
import type { AssessmentInput } from './answers.js';
import type { ExplanationNode } from './explanation.js';
import { type FloorOutcome, floorOutcomes, raiseToFloors } from './floors.js';
import type { Domain, Instrument } from './instrument.js';
import {
  leadsTo,
  type PresentIndicator,
  presentIndicators,
  type RuleOutcome,
  ruleOutcomes,
} from './suggestion.js';

/** What an instrument and the floors make of the answers: a suggestion for the worker's judgement, and how it came about. */
export interface AssessmentResult {
  instrument: { id: string; version: number };
  suggested: Grade;
  beforeFloors: Grade;
  floors: FloorOutcome[];
  explanation: ExplanationNode;
  /** Codes of the indicators answered yes, in the order of the instrument. */
  indicatorsPresent: string[];
  /** Codes of those that are signs of harm, whenever it was. */
  harmPresent: string[];
  harmCurrent: boolean;
  /** Codes answered not known, and `about/age-years` and `about/learning-disability` where those are not. */
  notKnown: string[];
  /** Codes that nobody answered; like not known, they never count as no. */
  notAnswered: string[];
}

const answerWords = { yes: 'yes', no: 'no', 'not-known': 'not known' } as const;

function domainNode(
  domain: Domain,
  instrument: Instrument,
  input: AssessmentInput,
  present: PresentIndicator[],
  outcomes: RuleOutcome[],
): ExplanationNode {
  const given = input.levels.find((level) => level.domain === domain.code);
  const level = instrument.levels.find((one) => one.value === given?.level);
  const indicators = domain.indicators.map((indicator): ExplanationNode => {
    const answer = input.answers.find((one) => one.code === indicator.code);
    const found = present.find((one) => one.indicator === indicator);
    return {
      code: indicator.code,
      label: indicator.label,
      value: answer ? answerWords[answer.answer] : 'not answered',
      ...(found && indicator.weights && { weight: found.weight }),
      ...(found && { window: found.windows }),
      leads: found ? leadsTo(outcomes, indicator.code) : null,
    };
  });
  const protective = input.protective
    .filter((one) => one.domain === domain.code)
    .map(({ factor, text }, index): ExplanationNode => {
      const named = domain.protective.find((one) => one.id === factor);
      return {
        code: `protective-${factor ?? index + 1}`,
        label: named?.label ?? 'Protective factor',
        value: text,
        leads: null,
      };
    });
  return {
    code: domain.code,
    label: domain.label,
    value: level?.label ?? (domain.asks === 'narrative' ? 'narrative' : 'indicators only'),
    leads: leadsTo(outcomes, domain.code),
    children: [...indicators, ...protective],
  };
}

function explain(
  instrument: Instrument,
  input: AssessmentInput,
  found: {
    present: PresentIndicator[];
    outcomes: RuleOutcome[];
    floors: FloorOutcome[];
    rulers: readonly Floor[];
  },
  result: { suggested: Grade; beforeFloors: Grade },
): ExplanationNode {
  const { present, outcomes, floors, rulers } = found;
  const node = (code: string, label: string, grade: Grade, children: ExplanationNode[]): ExplanationNode => ({
    code,
    label,
    value: grade,
    leads: grade,
    children,
  });
  return node(instrument.id, instrument.title, result.suggested, [
    ...instrument.domains.map((domain) => domainNode(domain, instrument, input, present, outcomes)),
    node(
      'rules',
      'Before floors',
      result.beforeFloors,
      outcomes.map(({ code, label, value, grade }) => ({ code, label, value, leads: grade })),
    ),
    node(
      'floors',
      'After floors',
      result.suggested,
      floors.map(({ id, label, applied, because }, index) => ({
        code: id,
        label,
        value: `${applied ? 'holds' : 'does not hold'}: ${because}`,
        leads: applied ? (rulers[index]?.atLeast ?? null) : null,
      })),
    ),
  ]);
}

/**
 * Computes what an instrument suggests for answers that `validateAnswers` finds no fault in, raised to the floors of
 * the profile. The same answers under the same instrument version and floors give the same result for ever.
 */
export function assess(
  instrument: Instrument,
  floors: readonly Floor[],
  input: AssessmentInput,
): AssessmentResult {
  const present = presentIndicators(instrument, input);
  const outcomes = ruleOutcomes(instrument, input, present);
  const beforeFloors = leadsTo(outcomes) ?? 'none';
  const tested = floorOutcomes(floors, instrument, input, present);
  const suggested = raiseToFloors(beforeFloors, floors, tested);
  const harm = present.filter((one) => one.indicator.type === 'harm');
  const answers = new Map(input.answers.map((answer) => [answer.code, answer.answer]));
  const codes = instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => indicator.code));
  return {
    instrument: { id: instrument.id, version: instrument.version },
    suggested,
    beforeFloors,
    floors: tested,
    explanation: explain(
      instrument,
      input,
      { present, outcomes, floors: tested, rulers: floors },
      { suggested, beforeFloors },
    ),
    indicatorsPresent: present.map((one) => one.indicator.code),
    harmPresent: harm.map((one) => one.indicator.code),
    harmCurrent: harm.some((one) => one.isCurrent),
    notKnown: [
      ...codes.filter((code) => answers.get(code) === 'not-known'),
      ...(input.about.ageYears === null ? ['about/age-years'] : []),
      ...(input.about.learningDisability === 'not-known' ? ['about/learning-disability'] : []),
    ],
    notAnswered: codes.filter((code) => !answers.has(code)),
  };
}
