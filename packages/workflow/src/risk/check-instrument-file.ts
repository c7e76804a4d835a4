import { checkLanguage } from '../language/check-language.js';
import type { Lexicon } from '../language/lexicon.js';
import { checkDocument, type FileFault, valueAt } from '../profile/check-document.js';
import type { LocatedJson } from '../profile/located-json.js';
import type { Instrument } from './instrument.js';
import { validateInstrument } from './validate-instrument.js';

/** What a check of an instrument file found: the instrument where there is no fault, and words that are better said otherwise. */
export interface CheckedFile {
  instrument: Instrument | null;
  faults: FileFault[];
  /** Terms of the lexicon in the wording: a licensed wording may not be changed, so they are told and are no fault. */
  wording: FileFault[];
}

const optionalKeys = [
  '$schema',
  'tier',
  'weights',
  'months',
  'guidance',
  'of',
  'needsEvidence',
  'window',
  'type',
];

const worded = /\/(title|guidance|label|description)$/;

function wordingOf({ value, values }: LocatedJson, lexicon: Lexicon): FileFault[] {
  return [...values].flatMap(([pointer, place]) => {
    const text = worded.test(pointer) ? valueAt(value, pointer) : undefined;
    if (typeof text !== 'string') return [];
    return checkLanguage(text, lexicon).map((found) => ({
      line: place.line,
      column: place.column + 1 + found.offset,
      pointer,
      reason: `“${found.text}”: ${found.why}${found.say.length > 0 ? ` Say: ${found.say.join('; ')}` : ''}`,
    }));
  });
}

/**
 * Checks the text of an instrument file and gives every fault at once, of its JSON and of what it says, in the order
 * of the lines. Needs nothing but the text and the lexicon of the day.
 */
export function checkInstrumentFile(text: string, lexicon: Lexicon): CheckedFile {
  const { read, faults } = checkDocument(text, { validate: validateInstrument, optionalKeys });
  const instrument = faults.length === 0 ? (read.value as Instrument) : null;
  return { instrument, faults, wording: wordingOf(read, lexicon) };
}
