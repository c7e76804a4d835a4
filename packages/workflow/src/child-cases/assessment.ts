import { ageOn } from '../clocks/age.js';
import type { Context, Fault } from '../model.js';
import type { AssessmentInput } from '../risk/answers.js';
import { type AssessmentResult, assess } from '../risk/assess.js';
import { findInstrument } from '../risk/shipped-instruments.js';
import { validateAnswers } from '../risk/validate-answers.js';
import type { AssessRiskPayload } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = Context<ChildCaseStanding, AssessRiskPayload>;

const disability = { yes: true, no: false, 'not-known': 'not-known' } as const;

function input({ payload, facts, at, profile }: Ctx): AssessmentInput {
  const child = facts.related.find((one) => one.kind === 'child')?.standing as
    | { birthDate?: string | null }
    | undefined;
  const ageYears = child?.birthDate ? ageOn(child.birthDate, at, profile.timeZone) : null;
  return {
    answers: payload.answers,
    levels: payload.levels,
    protective: payload.protective,
    about: { ageYears, learningDisability: disability[payload.learningDisability] },
  };
}

/** What the instrument says of the answers, with the floors of the area's profile over it. */
export function assessFor(context: Ctx): AssessmentResult {
  const instrument = findInstrument(context.payload.instrument);
  if (!instrument) throw new Error(`No instrument is named ${context.payload.instrument}`);
  return assess(instrument, context.profile.floors, input(context));
}

/** Faults of the answers against the instrument, or that the area does not use it. */
export function instrumentFaults({ payload, profile }: Ctx): Fault[] {
  const instrument = profile.instruments.includes(payload.instrument)
    ? findInstrument(payload.instrument)
    : null;
  if (!instrument)
    return [
      {
        pointer: '/instrument',
        code: 'instrument',
        detail: `This area uses ${profile.instruments.join(', ')}.`,
      },
    ];
  return validateAnswers(instrument, {
    answers: payload.answers,
    levels: payload.levels,
    protective: payload.protective,
  }).map(({ pointer, reason }) => ({ pointer, code: 'answer', detail: reason }));
}
