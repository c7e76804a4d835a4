import { ageOn } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import type { AssessmentAnswers } from './answers.js';
import { type AssessmentResult, assess } from './assess.js';
import { findInstrument, instrumentInForce } from './instruments-in-force.js';
import { type ScreeningResult, screen } from './screen.js';

/** What is answered so far on an instrument: everything may still be open. */
export interface AnsweredSoFar extends Partial<AssessmentAnswers> {
  instrument: string;
  instrumentVersion?: number;
  learningDisability?: 'yes' | 'no' | 'not-known';
}

/** What an instrument makes of what is answered so far: a suggestion, or what a screening advises. */
export type SuggestedSoFar =
  | { purpose: 'assessment'; result: AssessmentResult }
  | { purpose: 'screening'; result: ScreeningResult };

const disability = { yes: true, no: false, 'not-known': 'not-known' } as const;

/**
 * Shows what an unfinished form would suggest now. What is open counts as not answered, never as no; nothing is kept.
 * Null where the area has no such instrument.
 */
export function suggestSoFar(
  profile: Profile,
  soFar: AnsweredSoFar,
  { at, birthDate }: { at: string; birthDate: string | null },
): SuggestedSoFar | null {
  const on = localDate(at, profile.timeZone);
  const { instrument: id, instrumentVersion: version, answers = [], levels = [], protective = [] } = soFar;
  const instrument =
    version === undefined ? instrumentInForce(profile, id, on) : findInstrument(profile, id, version);
  if (!instrument || !profile.instruments.includes(id)) return null;
  const { narratives, learningDisability = 'not-known' } = soFar;
  const ageYears = birthDate === null ? null : ageOn(birthDate, on, profile.timeZone);
  const about = { ageYears, learningDisability: disability[learningDisability] };
  const input = { answers, levels, protective, ...(narratives && { narratives }), about, on };
  return instrument.purpose === 'screening'
    ? { purpose: 'screening', result: screen(instrument, input) }
    : { purpose: 'assessment', result: assess(instrument, profile.floors, input) };
}
