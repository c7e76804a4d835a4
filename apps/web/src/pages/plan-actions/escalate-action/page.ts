import { commandPage } from '../../../command-page.js';
import { actionSubject } from '../action.js';

/** Escalates an action by hand, before its clock would. */
export const page = commandPage({
  command: 'plan-actions/escalate-action',
  section: '/plan-actions',
  opened: actionSubject,
  says: 'The next stage is told now and asked to answer. An action that is overdue or not answered goes up by itself.',
  asks: [{ name: 'reason', label: 'Why can it not wait?', called: 'why it cannot wait', kind: 'text' }],
  done: 'The action is escalated. Those of the next stage are told.',
});
