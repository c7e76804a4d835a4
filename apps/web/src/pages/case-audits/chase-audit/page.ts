import { commandPage } from '../../../command-page.js';
import { auditSubject } from '../audit.js';

/** Asks the auditor again, and sets another day where the first cannot be kept. */
export const page = commandPage({
  command: 'case-audits/chase-audit',
  section: '/quality',
  opened: auditSubject,
  says: 'The auditor is told. Where you set another day, the first stays beside it.',
  asks: [
    { name: 'words', label: 'What do you say to the auditor?', called: 'what you say', kind: 'text' },
    { name: 'due', label: 'Another day (optional)', called: 'the other day', kind: 'date' },
  ],
  done: 'The auditor is asked again.',
});
