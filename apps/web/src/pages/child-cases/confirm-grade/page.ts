import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { gradeName } from '../code-words.js';
import { proposalOf } from './proposal.js';

function grades(view: CaseView) {
  const ways = (view.allowed ?? []).filter(({ command }) => command === 'child-cases/confirm-grade');
  return ['none', 'low', 'medium', 'high'].map((grade) => {
    const way = ways.find(({ choice }) => choice === grade);
    const missing = way && !way.available ? way.missing : [];
    const asks = missing.map(({ words, who }) =>
      who && who !== 'you' ? `${words} Who can: ${who}.` : words,
    );
    const proposed = view.standing?.proposed?.grade === grade ? ' (proposed)' : '';
    return {
      value: grade,
      text: `${gradeName(grade)}${proposed}`,
      ...(asks.length > 0 ? { hint: { text: asks.join(' ') } } : {}),
    };
  });
}

function dissentOf(visit: Visit) {
  const [from, words, answer] = ['from', 'words', 'answer'].map((part) => visit.typed(`dissent-${part}`));
  return from || words || answer ? { from, words, answer } : undefined;
}

/** A grade confirmed by somebody other than its assessor: the proposal, how it was reached, what stood before, and the decision. */
export const page = casePage({
  verb: 'confirm-grade',
  fields: {
    grade: select('the grade that you confirm'),
    reasons: enter('the reasons for another grade than the one proposed'),
    noHarmReason: enter('why no harm is recorded'),
    secondSignatureReason: enter('your reasons as the second person who signs'),
    'dissent-from': enter('who disagrees'),
    'dissent-words': enter('what they say'),
    'dissent-answer': enter('what was answered'),
  },
  model: ({ view }) => {
    const { standing } = view;
    const harmNamed = Object.values(standing?.harm ?? {}).some(({ certainty }) => certainty !== 'none-known');
    const { confirmed } = standing ?? {};
    return {
      proposal: proposalOf(view),
      assessmentId: standing?.proposed?.assessmentId ?? null,
      before: confirmed
        ? { code: confirmed.grade, text: gradeName(confirmed.grade), at: confirmed.at }
        : null,
      grades: grades(view),
      asksHarm: Boolean(standing?.proposed?.harmIndicator) && !harmNamed,
    };
  },
  body: (visit) => ({
    assessmentId: visit.typed('assessmentId'),
    grade: visit.typed('grade'),
    reasons: visit.typed('reasons'),
    noHarmReason: visit.typed('noHarmReason'),
    secondSignatureReason: visit.typed('secondSignatureReason'),
    dissent: dissentOf(visit),
  }),
  done: 'The grade is confirmed',
});
