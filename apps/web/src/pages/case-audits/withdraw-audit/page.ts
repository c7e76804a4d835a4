import { commandPage } from '../../../command-page.js';
import { auditSubject } from '../audit.js';

/** Withdraws an audit that is not needed any more. */
export const page = commandPage({
  command: 'case-audits/withdraw-audit',
  section: '/quality',
  opened: auditSubject,
  says: 'The auditor stops reading the case at once.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The audit is withdrawn.',
});
