import { ageOn } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import type { AssessmentAnswers } from '../risk/answers.js';
import { type AssessmentResult, assess } from '../risk/assess.js';
import type { Instrument, Purpose } from '../risk/instrument.js';
import { findInstrument, instrumentInForce, isInForce } from '../risk/instruments-in-force.js';
import type { AssessmentBasis } from '../risk/recompute.js';
import { type ScreeningResult, screen } from '../risk/screen.js';
import { validateAnswers } from '../risk/validate-answers.js';
import type { AssessRiskPayload } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

/** What names the version of an instrument and its answers. */
type Answered = Pick<
  AssessRiskPayload,
  'instrument' | 'instrumentVersion' | 'answers' | 'learningDisability'
> &
  Partial<Pick<AssessRiskPayload, 'levels' | 'protective' | 'narratives'>>;
type Ctx = Context<ChildCaseStanding, Answered>;

const disability = { yes: true, no: false, 'not-known': 'not-known' } as const;

const dayOf = ({ happened, profile }: Ctx): string => localDate(happened, profile.timeZone);

function answersOf({ answers, levels = [], protective = [], narratives }: Answered): AssessmentAnswers {
  return { answers, levels, protective, ...(narratives && { narratives }) };
}

/** The version of the instrument with which an assessment is made: the one it names, else the newest in force that day. */
function instrumentFor(context: Ctx): Instrument | null {
  const { instrument, instrumentVersion } = context.payload;
  return instrumentVersion === undefined
    ? instrumentInForce(context.profile, instrument, dayOf(context))
    : findInstrument(context.profile, instrument, instrumentVersion);
}

/** The version of the instrument with which an assessment is made; throws where there is none. */
export function getInstrument(context: Ctx): Instrument {
  const found = instrumentFor(context);
  if (!found) throw new Error(`No instrument is named ${context.payload.instrument}`);
  return found;
}

/** What an assessment is computed from besides its answers: the instrument's version, the day, the child, the floors. */
export function basisOf(context: Ctx): AssessmentBasis {
  const { payload, facts, profile } = context;
  const { id, version } = getInstrument(context);
  const child = facts.related.find((one) => one.kind === 'child')?.standing as
    | { birthDate?: string | null }
    | undefined;
  const on = dayOf(context);
  const ageYears = child?.birthDate ? ageOn(child.birthDate, on, profile.timeZone) : null;
  const about = { ageYears, learningDisability: disability[payload.learningDisability] };
  return { instrument: { id, version }, on, about, floors: profile.floors, floorsRestOn: 'any-level' };
}

/** What the instrument says of the answers, with the floors of the area's profile over it. */
export function assessFor(context: Ctx): AssessmentResult {
  const { about, on, floors } = basisOf(context);
  return assess(getInstrument(context), floors, { ...answersOf(context.payload), about, on });
}

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

function versionFaults(context: Ctx, instrument: Instrument | null): Fault[] {
  const { payload, profile } = context;
  const { instrument: id, instrumentVersion: version } = payload;
  const day = dayOf(context);
  if (instrument && isInForce(instrument, day)) return [];
  const now = instrumentInForce(profile, id, day);
  const instead = now ? ` Version ${now.version} is.` : '';
  if (version === undefined) return fault('/instrument', 'notInForce', `${id} is not in force on ${day}.`);
  return fault(
    '/instrumentVersion',
    'notInForce',
    `Version ${version} of ${id} is not in force on ${day}.${instead}`,
  );
}

/** What the instrument of a screening says of the answers. */
export function screeningFor(context: Ctx): ScreeningResult {
  const { about, on } = basisOf(context);
  return screen(getInstrument(context), { ...answersOf(context.payload), about, on });
}

const otherPurpose: Record<Purpose, (title: string) => string> = {
  assessment: (title) => `“${title}” is a screening: it says whether to assess, and never what grade.`,
  screening: (title) => `“${title}” is an assessment: a worker assesses with it, and proposes a grade.`,
};

/** Faults of the answers against the instrument, or that the area does not use it, or not for this purpose, or not that day. */
export function instrumentFaults(context: Ctx, purpose: Purpose = 'assessment'): Fault[] {
  const { payload, profile } = context;
  if (!profile.instruments.includes(payload.instrument))
    return fault('/instrument', 'instrument', `This area uses ${profile.instruments.join(', ')}.`);
  const instrument = instrumentFor(context);
  const versions = versionFaults(context, instrument);
  if (!instrument || versions.length > 0) return versions;
  if (instrument.purpose !== purpose)
    return fault('/instrument', instrument.purpose, otherPurpose[purpose](instrument.title));
  return validateAnswers(instrument, answersOf(payload), dayOf(context)).map(({ pointer, reason }) => ({
    pointer,
    code: 'answer',
    detail: reason,
  }));
}
