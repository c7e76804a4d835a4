import { dateWords, dueWords } from '../../../date-words.js';
import { enter } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { closureEntryWords, closureWords } from '../closure-words.js';

function proposal({ standing, written, names = {} }: CaseView) {
  const closure = standing?.closure;
  if (!closure) return null;
  const said = written.find(({ kind }) => kind === 'closure-proposal')?.body ?? {};
  const rows = Object.entries(closureEntryWords).flatMap(([field, key]) => {
    const value = said[field];
    if (typeof value !== 'string' || value === '') return [];
    return [{ key, text: field === 'nextCheck' ? dueWords(value) : value }];
  });
  return {
    reason: closureWords[closure.reason]?.text ?? closure.reason,
    by: names[closure.proposedBy ?? ''] ?? 'somebody else',
    on: dateWords(closure.at),
    rows,
  };
}

/** What the record bears out of the proposed reason. */
function metOf({ standing, closing = [] }: CaseView) {
  const now = closing.find(({ reason }) => reason === standing?.closure?.reason)?.conditions ?? [];
  return now.filter(({ met }) => met).map(({ asks }) => asks);
}

function conditions({ standing, closing = [], allowed = [] }: CaseView) {
  const closure = standing?.closure;
  const outlook = closing.find(({ reason }) => reason === closure?.reason)?.missing ?? [];
  const now = allowed.find(({ command }) => command === 'child-cases/approve-closure')?.missing ?? [];
  const all = [...outlook, ...now];
  return all.filter((one, index) => all.findIndex(({ words }) => words === one.words) === index);
}

/** Approves a closure that another person proposed; a senior may set a failing condition aside with reasons. */
export const page = casePage({
  verb: 'approve-closure',
  fields: { reasons: enter('your reasons'), overrideReasons: enter('why you set the conditions aside') },
  model: ({ view }, visit) => ({
    proposal: proposal(view),
    conditions: conditions(view),
    met: metOf(view),
    senior: (visit.who?.roles ?? []).includes('senior'),
    refuse: `/child-cases/${view.id}/refuse-closure`,
  }),
  body: (visit) => ({
    reasons: visit.typed('reasons'),
    overrideReasons: visit.typed('overrideReasons'),
  }),
  done: 'The case is closed.',
});
