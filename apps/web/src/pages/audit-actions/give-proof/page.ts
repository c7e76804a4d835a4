import { commandPage } from '../../../command-page.js';
import { actionSubject } from '../action.js';

/** Gives the proof that an action from an audit was done. */
export const page = commandPage({
  command: 'audit-actions/give-proof',
  section: '/quality',
  opened: actionSubject,
  says: 'Whoever answers for quality looks at the proof. Name no child in it.',
  asks: [{ name: 'proof', label: 'What shows that it was done?', called: 'the proof', kind: 'text' }],
  done: 'The proof is given.',
});
