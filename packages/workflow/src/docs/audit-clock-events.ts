/** Which commands start and meet the clocks of audits and of what came of them. */
export const auditClockEvents = {
  'audit-return': {
    starts: ['case-audits/commission-audit', 'case-audits/chase-audit', 'case-audits/moderate-audit'],
    ends: ['case-audits/return-audit'],
  },
  'audit-moderation': { starts: ['case-audits/return-audit'], ends: ['case-audits/moderate-audit'] },
  'audit-action': {
    starts: ['audit-actions/add-action', 'audit-actions/hand-over', 'audit-actions/answer-proof'],
    ends: ['audit-actions/give-proof'],
  },
  'audit-proof': { starts: ['audit-actions/give-proof'], ends: ['audit-actions/answer-proof'] },
  'standard-review': {
    starts: ['add-standard', 'judge-standard', 'change-lead'].map((verb) => `quality-standards/${verb}`),
    ends: ['quality-standards/judge-standard', 'quality-standards/retire-standard'],
  },
  'quality-activity': {
    starts: ['plan-activity', 'change-lead'].map((verb) => `quality-activities/${verb}`),
    ends: ['quality-activities/finish-activity', 'quality-activities/drop-activity'],
  },
  'theme-review': {
    starts: ['open-theme', 'record-response', 'change-lead'].map((verb) => `practice-themes/${verb}`),
    ends: ['practice-themes/record-response', 'practice-themes/close-theme'],
  },
  'partner-return': {
    starts: ['partner-figures/ask-figures', 'partner-figures/chase-figures'],
    ends: ['partner-figures/return-figures', 'partner-figures/withdraw-figures'],
  },
};
