import { commandPage } from '../../../command-page.js';
import { actionSubject } from '../action.js';

/** Answers for an action that is late: a new day, or the reason alone. */
export const page = commandPage({
  command: 'plan-actions/answer-escalation',
  section: '/plan-actions',
  opened: actionSubject,
  says: 'Give the action a new day. Without one, the reason buys one more time to answer, and then the next stage is told. If the action has ended, end it instead.',
  asks: [
    { name: 'reason', label: 'Why is it late?', called: 'why it is late', kind: 'text' },
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
