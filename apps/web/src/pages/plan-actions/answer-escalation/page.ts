import { commandPage, type Subject } from '../../../command-page.js';
import { dateWords } from '../../../date-words.js';
import type { Visit } from '../../../visit.js';
import { actionSubject, readAction } from '../action.js';

/** The action with what was said when it was escalated: whoever answers need not look it up. */
async function escalated(visit: Visit): Promise<Subject> {
  const read = await readAction(visit);
  const subject = await actionSubject(visit, read);
  const last = read.action.written
    ?.filter(({ kind }) => kind === 'escalation')
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
  if (!last) return subject;
  const { reason, by, answerBy } = last.body;
  const said = [
    reason ?? 'It was late or not answered.',
    answerBy && `To be answered by ${dateWords(answerBy)}.`,
  ];
  const told = { key: `Escalated${by ? ` by ${by}` : ''}`, text: said.filter(Boolean).join(' ') };
  return { ...subject, facts: [...(subject.facts ?? []), told] };
}

/** Answers for an action that is late: a new day, or the reason alone. */
export const page = commandPage({
  command: 'plan-actions/answer-escalation',
  section: '/plan-actions',
  opened: escalated,
  says: 'Give the action a new day. Without one, the reason buys one more time to answer, and then the next stage is told. If the action has ended, end it instead.',
  asks: [
    {
      name: 'reason',
      label: 'What is your answer?',
      called: 'your answer',
      kind: 'text',
      hint: 'Why it stands as it does, and what happens now',
    },
    {
      name: 'due',
      label: 'New date (optional)',
      called: 'the new date',
      kind: 'date',
      hint: 'For example, 26 11 2026',
    },
  ],
  done: 'The escalation is answered.',
});
