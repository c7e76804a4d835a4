import type { Grade } from '../profile/grade.js';
import type { Floor } from '../profile/profile.js';
import type { AssessmentInput, IndicatorAnswer, LevelAnswer } from './answers.js';
import type { ExplanationNode, ExplanationStep } from './explanation.js';
import type { FloorOutcome } from './floors.js';
import type { Band, Domain, Indicator, Instrument } from './instrument.js';
import type { PresentIndicator } from './present.js';
import { bandOf, leadsTo, type RuleOutcome } from './suggestion.js';

/** What was answered and found, by code. */
interface Looked {
  answers: ReadonlyMap<string, IndicatorAnswer>;
  present: ReadonlyMap<string, PresentIndicator>;
  outcomes: readonly RuleOutcome[];
}

/** All that a result was reached by, before it is put into a tree. */
export interface Reached {
  present: readonly PresentIndicator[];
  outcomes: readonly RuleOutcome[];
  floors: readonly FloorOutcome[];
  rulers: readonly Floor[];
  beforeFloors: Grade;
  suggested: Grade;
}

const answerWords = { yes: 'yes', no: 'no', 'not-known': 'not known' } as const;

/** The windows in which an indicator counts and weighs; where it lies outside them all, that is said too. */
function windowSteps({ windows }: Instrument, { indicator, counts }: PresentIndicator): ExplanationStep[] {
  if (!windows.some(({ months }) => months !== undefined)) return [];
  const { weights } = indicator;
  const asked = windows.filter(({ id }) => !weights || weights[id] !== undefined);
  const steps = counts
    .filter(({ window }) => asked.some(({ id }) => id === window))
    .map(({ window, because, weight }) => ({
      code: window,
      label: windows.find(({ id }) => id === window)?.label ?? window,
      value: because,
      ...(weights && { weight }),
      leads: null,
    }));
  if (steps.length > 0 || asked.length === 0) return steps;
  return [{ code: 'outside', label: 'Time', value: 'longer ago than it counts', leads: null }];
}

function indicatorNode(
  indicator: Indicator,
  instrument: Instrument,
  { answers, present, outcomes }: Looked,
): ExplanationNode {
  const answer = answers.get(indicator.code);
  const found = present.get(indicator.code);
  const steps = found ? windowSteps(instrument, found) : [];
  return {
    code: indicator.code,
    label: indicator.label,
    value: answer ? answerWords[answer.answer] : 'not answered',
    ...(found && indicator.weights && { weight: found.weight }),
    ...(found && { window: found.windows }),
    leads: found ? leadsTo(outcomes, indicator.code) : null,
    ...(steps.length > 0 && { steps }),
  };
}

function protectiveNodes({ code, protective }: Domain, input: AssessmentInput): ExplanationNode[] {
  return input.protective
    .filter((one) => one.domain === code)
    .map(({ factor, text }, index) => ({
      code: `protective-${factor ?? index + 1}`,
      label: protective.find((one) => one.id === factor)?.label ?? 'Protective factor',
      value: text,
      leads: null,
    }));
}

function domainValue(
  domain: Domain,
  { levels }: Instrument,
  given: LevelAnswer | undefined,
  present: number,
): string {
  if (domain.asks === 'narrative') return 'narrative';
  if (domain.asks === 'indicators') return `${present} present`;
  if (given?.level === null) return 'not known';
  return levels.find((one) => one.value === given?.level)?.label ?? 'not answered';
}

function domainNode(
  domain: Domain,
  instrument: Instrument,
  input: AssessmentInput,
  looked: Looked,
): ExplanationNode {
  const given = input.levels.find((level) => level.domain === domain.code);
  const weighed = domain.indicators.some((indicator) => indicator.weights);
  const own = domain.indicators.flatMap((indicator) => looked.present.get(indicator.code) ?? []);
  return {
    code: domain.code,
    label: domain.label,
    value: domainValue(domain, instrument, given, own.length),
    ...(weighed && { weight: own.reduce((sum, one) => sum + one.weight, 0) }),
    leads: leadsTo(looked.outcomes, domain.code),
    children: [
      ...domain.indicators.map((indicator) => indicatorNode(indicator, instrument, looked)),
      ...protectiveNodes(domain, input),
    ],
  };
}

function bandSteps(bands: readonly Band[], score: number): ExplanationStep[] {
  const reached = bandOf(bands, score);
  return bands.map((band, index) => {
    const next = bands[index + 1];
    return {
      code: band.code,
      label: `${band.label}: ${band.from} ${next ? `to ${next.from - 1}` : 'and over'}`,
      value: band === reached ? `reached with ${score}` : 'not reached',
      leads: band.grade,
    };
  });
}

function ruleNode({ suggestion }: Instrument, { code, label, value, grade, band }: RuleOutcome) {
  const rule = suggestion.find((one) => one.code === code);
  const steps = rule?.kind === 'score' && band ? bandSteps(rule.bands, band.score) : [];
  return { code, label, value, leads: grade, ...(steps.length > 0 && { steps }) };
}

/** Sets out how a result was reached: domains with their indicators, weights and windows, then rules and bands, then floors. */
export function explain(instrument: Instrument, input: AssessmentInput, reached: Reached): ExplanationNode {
  const { present, outcomes, floors, rulers, beforeFloors, suggested } = reached;
  const looked: Looked = {
    answers: new Map(input.answers.map((answer) => [answer.code, answer])),
    present: new Map(present.map((one) => [one.indicator.code, one])),
    outcomes,
  };
  const node = (code: string, label: string, grade: Grade, children: ExplanationNode[]): ExplanationNode => ({
    code,
    label,
    value: grade,
    leads: grade,
    children,
  });
  return node(instrument.id, instrument.title, suggested, [
    ...instrument.domains.map((domain) => domainNode(domain, instrument, input, looked)),
    node(
      'rules',
      'Before floors',
      beforeFloors,
      outcomes.map((outcome) => ruleNode(instrument, outcome)),
    ),
    node(
      'floors',
      'After floors',
      suggested,
      floors.map(({ id, label, applied, because }, index) => ({
        code: id,
        label,
        value: `${applied ? 'holds' : 'does not hold'}: ${because}`,
        leads: applied ? (rulers[index]?.atLeast ?? null) : null,
      })),
    ),
  ]);
}
