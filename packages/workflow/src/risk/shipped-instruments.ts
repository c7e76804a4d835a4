import type { Instrument } from './instrument.js';
import structuredJudgement from './instruments/structured-judgement-1.json' with { type: 'json' };

/** The instruments that come with the product, in its own wording; `validateInstrument` finds no fault in them. */
export const shippedInstruments: readonly Instrument[] = [structuredJudgement as Instrument];

/** Finds a shipped instrument by its id, or gives null. */
export function findInstrument(id: string): Instrument | null {
  return shippedInstruments.find((instrument) => instrument.id === id) ?? null;
}
