import {
  code,
  type DocumentFault,
  date,
  object,
  oneOf,
  optional,
  type Shape,
  whole,
} from '../profile/shape.js';
import type { AssessmentInput } from './answers.js';

/** Answers as a file gives them, with the instrument that they answer. */
export interface AnswersFile extends AssessmentInput {
  instrument: string;
  version?: number;
}

const anything: Shape = () => [];
const age: Shape = (value, pointer) => (value === null ? [] : whole(0, 25)(value, pointer));

const answersShape = object({
  instrument: code,
  version: optional(whole(1, 1000)),
  on: date,
  about: object({ ageYears: age, learningDisability: oneOf([true, false, 'not-known']) }),
  answers: optional(anything),
  levels: optional(anything),
  protective: optional(anything),
  narratives: optional(anything),
});

/** Reads a file of answers; what is left out is empty. The answers themselves are judged by `validateAnswers`. */
export function readAnswersFile(text: string): { answers: AnswersFile | null; faults: DocumentFault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { answers: null, faults: [{ pointer: '', reason: `is no JSON: ${(error as Error).message}` }] };
  }
  const faults = answersShape(value, '');
  const empty = { answers: [], levels: [], protective: [] };
  return faults.length > 0
    ? { answers: null, faults }
    : { answers: { ...empty, ...(value as AnswersFile) }, faults };
}
