import type { Instrument } from './instrument.js';
import domainLevels from './instruments/domain-levels.v1.json' with { type: 'json' };
import scoredSections from './instruments/scored-sections.v1.json' with { type: 'json' };
import shortScreening from './instruments/short-screening.v1.json' with { type: 'json' };
import structuredJudgement1 from './instruments/structured-judgement-1.v1.json' with { type: 'json' };
import structuredJudgement2 from './instruments/structured-judgement-1.v2.json' with { type: 'json' };

/**
 * The instruments that come with the product, in its own wording, each version that was ever shipped: an assessment
 * stays readable under the version with which it was made. `validateInstrument` finds no fault in them.
 */
export const shippedInstruments: readonly Instrument[] = [
  structuredJudgement1,
  structuredJudgement2,
  scoredSections,
  domainLevels,
  shortScreening,
] as Instrument[];
