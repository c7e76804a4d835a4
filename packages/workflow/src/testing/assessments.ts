import type { AssessRiskPayload, Concern, RecordScreeningPayload } from '../child-cases/payloads.js';
import type { Grade } from '../profile/grade.js';
import { shippedInstruments } from '../risk/shipped-instruments.js';

const domains = (shippedInstruments.find((one) => one.id === 'structured-judgement-1')?.domains ?? []).map(
  (domain) => domain.code,
);
const evidence = { source: 'Made-up school', date: '2025-12-20', text: 'Made up for a test' };

const found: Record<Grade, { level: number; code: string | null }> = {
  none: { level: 0, code: null },
  low: { level: 1, code: 'second-phone' },
  medium: { level: 3, code: 'adults-target-online' },
  high: { level: 3, code: 'images-demanded' },
};

/**
 * A complete assessment with the shipped nine-domain instrument that suggests and proposes the grade given: at high
 * with a sign of current harm that is suspected, else with none known.
 */
export function anAssessment(
  grade: Grade,
  { kind = 'online', ...over }: Partial<AssessRiskPayload> & { kind?: Concern } = {},
): AssessRiskPayload {
  const { level, code } = found[grade];
  const harmed = grade === 'high';
  return {
    instrument: 'structured-judgement-1',
    answers: code ? [{ code, answer: 'yes', window: 'current', evidence }] : [],
    levels: domains.map((domain) => ({ domain, level: domain === 'technology' ? level : 0 })),
    protective: [{ domain: 'trust-in-adults', text: 'A trusted aunt (made up)' }],
    learningDisability: 'no',
    proposed: grade,
    reasons: 'Made-up reasons',
    analysis: 'Made-up analysis',
    childView: 'Made-up words of the child',
    harm: [
      {
        kind,
        certainty: harmed ? 'suspected' : 'none-known',
        time: 'current',
        basis: harmed ? 'A made-up disclosure' : 'Nothing known',
      },
    ],
    ...over,
  };
}

/** A screening with the shipped short tool: these signs are present, everything else is answered no. */
export function aScreening(
  present: readonly string[] = ['friend-exploited'],
  over: Partial<RecordScreeningPayload> = {},
): RecordScreeningPayload {
  const asked = shippedInstruments.find(({ id }) => id === 'short-screening')?.domains ?? [];
  const codes = asked.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  return {
    instrument: 'short-screening',
    answers: codes.map((code) =>
      present.includes(code) ? { code, answer: 'yes', window: 'current', evidence } : { code, answer: 'no' },
    ),
    learningDisability: 'no',
    occasion: 'Made up: seen at the surgery',
    ...over,
  };
}
