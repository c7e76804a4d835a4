import { dissenters } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { gradeName } from '../code-words.js';
import {
  contradictionField,
  contradictionPlace,
  contradictionQuestions,
  gradeAfter,
  typedContradictions,
} from '../contradictions.js';
import { proposalOf, riseOf } from './proposal.js';

function grades(view: CaseView) {
  const ways = (view.allowed ?? []).filter(({ command }) => command === 'child-cases/confirm-grade');
  return ['none', 'low', 'medium', 'high'].map((grade) => {
    const way = ways.find(({ choice }) => choice === grade);
    const missing = way && !way.available ? way.missing : [];
    const asks = missing.map(({ words, who }) =>
      who && who !== 'you' ? `${words} Who can: ${who}.` : words,
    );
    const { proposed: now } = view.standing ?? {};
    const proposed = [now, now?.rose].some((one) => one?.grade === grade) ? ' (proposed)' : '';
    return {
      value: grade,
      text: `${gradeName(grade)}${proposed}`,
      ...(asks.length > 0 ? { hint: { text: asks.join(' ') } } : {}),
    };
  });
}

const dissenting: Record<string, string> = {
  child: 'The child',
  parent: 'A parent or carer',
  agency: 'An agency',
};

/** Who disagrees, of those that the form asks for, in their words and with what was answered. */
function dissentOf(visit: Visit) {
  const typed = (of: string, part: string) => visit.typed(`dissent-${of}-${part}`);
  return dissenters.flatMap((of) => {
    const [from, words, answer] = ['from', 'words', 'answer'].map((part) => typed(of, part));
    return from || words || answer ? [{ of, from, words, answer }] : [];
  });
}

/** The field that a fault of the command means. */
function place(pointer: string, visit: Visit, code: string): string | undefined {
  const [, list, index, part] = pointer.split('/');
  if (list !== 'dissent') return contradictionPlace(code);
  const of = dissentOf(visit)[Number(index)]?.of;
  return of && `dissent-${of}-${part}`;
}

/** The assessment that is confirmed: the earlier rise where its grade is chosen, else the newest. */
function assessmentOf(visit: Visit): string | undefined {
  const rise = visit.typed('riseGrade');
  const isRise = rise !== undefined && gradeAfter(visit, 'grade') === rise;
  return visit.typed(isRise ? 'riseId' : 'assessmentId');
}

/** A grade confirmed by somebody other than its assessor: the proposal, how it was reached, what stood before, and the decision. */
export const page = casePage({
  verb: 'confirm-grade',
  fields: {
    grade: select('the grade that you confirm'),
    reasons: enter('the reasons for another grade than the one proposed'),
    noHarmReason: enter('why no harm is recorded'),
    secondSignatureReason: enter('your reasons as the second person who signs'),
    ...Object.fromEntries(
      dissenters.flatMap((of) => [
        [`dissent-${of}-from`, enter('who disagrees')],
        [`dissent-${of}-words`, enter('what they say')],
        [`dissent-${of}-answer`, enter('what was answered')],
      ]),
    ),
    ...contradictionField,
  },
  model: ({ view }) => {
    const { standing } = view;
    const harmNamed = Object.values(standing?.harm ?? {}).some(({ certainty }) => certainty !== 'none-known');
    const { confirmed } = standing ?? {};
    return {
      proposal: proposalOf(view),
      rise: riseOf(view),
      assessmentId: standing?.proposed?.assessmentId ?? null,
      before: confirmed
        ? { code: confirmed.grade, text: gradeName(confirmed.grade), at: confirmed.at }
        : null,
      grades: grades(view),
      questions: contradictionQuestions(),
      dissenting: Object.entries(dissenting).map(([of, label]) => ({ of, label, named: of !== 'child' })),
      asksHarm: Boolean(standing?.proposed?.harmIndicator) && !harmNamed,
    };
  },
  body: (visit) => ({
    assessmentId: assessmentOf(visit),
    grade: gradeAfter(visit, 'grade'),
    reasons: visit.typed('reasons'),
    noHarmReason: visit.typed('noHarmReason'),
    secondSignatureReason: visit.typed('secondSignatureReason'),
    ...(dissentOf(visit).length > 0 && { dissent: dissentOf(visit) }),
    ...typedContradictions(visit),
  }),
  place,
  done: 'The grade is confirmed',
});
