import {
  type ContradictionAnswer,
  type GradeQuestion,
  gradeQuestions,
  isNeverHeldUp,
} from '../language/seeming-contradiction.js';
import type { Fault } from '../model.js';
import type { Grade } from '../profile/grade.js';
import type { AnsweredContradiction, AssessRiskPayload, ConfirmGradePayload } from './payloads.js';
import { type ChildCaseStanding, rulingGrade } from './standing.js';

/** A question that a text raised beside a grade, as it is kept: with its answer, or null where nobody has answered yet. */
export interface KeptContradiction {
  about: string;
  says: Grade;
  words: string[];
  answer: ContradictionAnswer | null;
}

/** How each text is called in a question. */
const called: { [about: string]: string } = {
  reasons: 'The reasons',
  analysis: 'The analysis',
  'assessment-reasons': 'The reasons of the assessment',
  'assessment-analysis': 'The analysis of the assessment',
};

const likelyWords = {
  'another-risk': 'It reads like another risk.',
  past: 'It reads like the past.',
  quoted: 'It stands in quotation marks.',
} as const;

/** The questions that an assessment raises: its reasons and analysis beside the grade that it proposes. */
export function assessmentQuestions({ reasons, analysis, proposed }: AssessRiskPayload): GradeQuestion[] {
  return gradeQuestions({ reasons, analysis }, proposed);
}

/** What the texts of an assessment name that nobody said the meaning of, as `reasons:high`. */
export function unansweredOf(payload: AssessRiskPayload): { unanswered?: string[] } {
  const open = keptContradictions(assessmentQuestions(payload), payload).filter(({ answer }) => !answer);
  return open.length > 0 ? { unanswered: open.map(({ about, says }) => `${about}:${says}`) } : {};
}

/** The questions of a confirmation, by a manager or by a sitting: its own reasons, and what the assessment left open, beside the grade confirmed. */
export function confirmationQuestions(
  { reasons, grade }: Pick<ConfirmGradePayload, 'reasons' | 'grade'>,
  proposed: ChildCaseStanding['proposed'],
): GradeQuestion[] {
  const left = (proposed?.unanswered ?? []).map((one): GradeQuestion => {
    const [about = '', says] = one.split(':');
    return { about: `assessment-${about}`, says: says as Grade, words: [], likely: null };
  });
  return [...gradeQuestions({ reasons }, grade), ...left.filter(({ says }) => says !== grade)];
}

/** Each question with what was answered: that the field is to be changed is no answer while it is not. */
function keptContradictions(
  questions: readonly GradeQuestion[],
  { contradictions = [] }: { contradictions?: readonly AnsweredContradiction[] },
): KeptContradiction[] {
  return questions.map(({ about, says, words }) => {
    const given = contradictions.find((one) => one.about === about && one.says === says)?.answer;
    return { about, says, words, answer: given && given !== 'change-field' ? given : null };
  });
}

/** What is kept of a command's questions: each with its answer, and each that was answered by changing the field. */
export function contradictionsKept(
  questions: readonly GradeQuestion[],
  grade: Grade,
  answers: { contradictions?: readonly AnsweredContradiction[] },
): { contradictions?: KeptContradiction[] } {
  const changed = (answers.contradictions ?? [])
    .filter(({ answer, says }) => answer === 'change-field' && says === grade)
    .map(({ about, says, answer }) => ({ about, says, words: [], answer }));
  const contradictions = [...keptContradictions(questions, answers), ...changed];
  return contradictions.length > 0 ? { contradictions } : {};
}

/** The questions of a command that are still open, each as a sentence and with its place. */
export function openQuestions(
  questions: readonly GradeQuestion[],
  grade: Grade,
  answers: { contradictions?: readonly AnsweredContradiction[] },
): Fault[] {
  const kept = keptContradictions(questions, answers);
  return questions.flatMap(({ about, says, words, likely }, index): Fault[] => {
    if (kept[index]?.answer) return [];
    const found = words.length > 0 ? words.map((one) => `“${one}”`).join(' and ') : `of ${says} risk`;
    const verb = words.length > 0 ? 'say' : 'speak';
    const detail = [
      `${called[about] ?? about} ${about.endsWith('analysis') ? `${verb}s` : verb} ${found}, and the grade is ${grade}.`,
      'Say whether that is another risk, the past or a quotation, or change the grade.',
      ...(likely ? [likelyWords[likely]] : []),
    ].join(' ');
    return [{ pointer: '/contradictions', code: `contradiction/${about}/${says}`, detail }];
  });
}

/** The faults of open questions; none where the grade rises above the one that rules, which is never held up. */
export function contradictionFaults(
  questions: readonly GradeQuestion[],
  grade: Grade,
  answers: { contradictions?: readonly AnsweredContradiction[] },
  standing: ChildCaseStanding,
): Fault[] {
  return isNeverHeldUp(grade, rulingGrade(standing)) ? [] : openQuestions(questions, grade, answers);
}

/** What an accepted assessment leaves to be asked. */
export const askedByAssessment = (payload: AssessRiskPayload): Fault[] =>
  openQuestions(assessmentQuestions(payload), payload.proposed, payload);

/** What an accepted confirmation leaves to be asked of its own reasons. */
export const askedByConfirmation = (payload: ConfirmGradePayload): Fault[] =>
  openQuestions(confirmationQuestions(payload, null), payload.grade, payload);
