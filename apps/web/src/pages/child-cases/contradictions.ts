import { contradictionAnswers, grades, questionedTexts } from '@mase/workflow/words';
import { select } from '../../error-words.js';
import type { Visit } from '../../visit.js';
import { gradeName } from './code-words.js';

/** The field of a form that answers what a text means by a grade: `contradiction-reasons-high`. */
const fieldFor = (about: string, says: string): string => `contradiction-${about}-${says}`;

/** How the answers are asked for in an error. */
export const contradictionField = { contradiction: select('what the text means') };

/** The field that a fault of a command means, where it is a question about a text; nothing for other faults. */
export function contradictionPlace(code: string): string | undefined {
  const [what, about = '', says = ''] = code.split('/');
  return what === 'contradiction' ? fieldFor(about, says) : undefined;
}

const keys = Object.fromEntries(Object.entries(contradictionAnswers).map(([key, answer]) => [answer, key]));

const answers = (says: string) => [
  { value: 'another-risk', text: 'Another risk' },
  { value: 'past', text: 'The past' },
  { value: 'quoted', text: 'A quotation' },
  { value: 'change-field', text: `Change the grade to ${gradeName(says).toLowerCase()}` },
];

/** Every question that a form may have to ask; the view shows those that were raised or answered. */
export function contradictionQuestions() {
  return questionedTexts.flatMap((about) =>
    grades.map((says) => ({
      name: fieldFor(about, says),
      says: gradeName(says).toLowerCase(),
      items: answers(says).map((one) => ({
        ...one,
        attributes: { 'data-key': keys[one.value] },
        hint: { text: `Key ${keys[one.value]?.toUpperCase()}` },
      })),
    })),
  );
}

/** One answer: which text, the grade that it names, and what is meant. */
export interface Answered {
  about: string;
  says: string;
  answer: string;
}

/** The answers of a form as a command takes them. */
export function typedContradictions(visit: Visit): { contradictions?: Answered[] } {
  const given = questionedTexts.flatMap((about) =>
    grades.flatMap((says): Answered[] => {
      const answer = visit.typed(fieldFor(about, says));
      return answer ? [{ about, says, answer }] : [];
    }),
  );
  return given.length > 0 ? { contradictions: given } : {};
}

/** The grade of a form: the highest to which an answer changes it, else the one that was chosen. */
export function gradeAfter(visit: Visit, field: string): string | undefined {
  const changed = (typedContradictions(visit).contradictions ?? [])
    .filter(({ answer }) => answer === 'change-field')
    .map(({ says }) => says);
  return grades.findLast((grade) => changed.includes(grade)) ?? visit.typed(field);
}
