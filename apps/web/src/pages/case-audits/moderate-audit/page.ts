import { commandPage } from '../../../command-page.js';
import { auditSubject, gradeOptions } from '../audit.js';

/** Says whether an audit stands, or sends it back to its auditor. */
export const page = commandPage({
  command: 'case-audits/moderate-audit',
  section: '/quality',
  opened: auditSubject,
  says: 'The grades of the four parts stay the auditor’s. Where you judge the case as a whole otherwise, both judgements are kept.',
  asks: [
    {
      name: 'outcome',
      label: 'Does the audit stand?',
      called: 'whether it stands',
      kind: 'radios',
      options: [
        { value: 'agreed', text: 'It stands' },
        { value: 'sent-back', text: 'It goes back to the auditor' },
      ],
    },
    {
      name: 'overall',
      label: 'The case as a whole, where you judge it otherwise (optional)',
      called: 'the overall judgement',
      kind: 'radios',
      options: gradeOptions,
    },
    { name: 'reasons', label: 'Reasons', called: 'the reasons', kind: 'text' },
    {
      name: 'due',
      label: 'If it goes back: by when?',
      called: 'the day by which it comes back',
      kind: 'date',
    },
  ],
  done: 'The moderation is recorded.',
});
