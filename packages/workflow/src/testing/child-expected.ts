/** Who may do what on a child’s own record, about absences and incidents, and with a proposal; `triage` and `duty` are roles. */
export const childRights = (triage: string, duty: string): Record<string, string[]> => ({
  'children/record-child': [`${triage} coordinator`],
  'children/record-status': [`${triage} coordinator`],
  'children/record-social-care-referral': [`${triage} coordinator`],
  ...Object.fromEntries(
    ['record-about-me', 'record-carer', 'change-carer', 'end-carer', 'record-status-line'].map((verb) => [
      `children/${verb}`,
      [`${triage} coordinator`, 'holder: worker manager'],
    ]),
  ),
  'children/identify': [`${triage} coordinator`, 'holder: worker manager'],
  'children/withdraw-identification': [`${triage} coordinator`, 'holder: worker manager'],
  'children/withdraw-entry': [
    `${triage} coordinator`,
    'senior',
    'information-governance',
    'holder: worker manager',
  ],
  'children/record-breach-decision': ['information-governance'],
  'children/move-case': [`${triage} coordinator`, 'senior'],
  'children/merge-children': ['coordinator'],
  'children/unmerge-children': ['coordinator'],
  'children/decide-merge': ['coordinator triage-social-worker senior'],
  'missing-episodes/record-episode': [`${triage} coordinator police-desk`],
  ...Object.fromEntries(
    ['report-missing', 'record-search', 'change-kind', 'record-return', 'tell-area'].map((verb) => [
      `missing-episodes/${verb}`,
      [`${triage} coordinator police-desk ${duty}`, 'holder: worker manager'],
    ]),
  ),
  'missing-episodes/decide-report': [`${triage} coordinator police-desk ${duty}`],
  'missing-episodes/withdraw-episode': [`${triage} coordinator police-desk ${duty}`, 'holder: manager'],
  'missing-episodes/record-prevention-interview': ['police-desk triage-officer coordinator'],
  'missing-episodes/record-not-offered': [
    'interviewer triage-social-worker coordinator',
    'holder: worker manager',
  ],
  ...Object.fromEntries(
    ['offer-interview', 'record-interview', 'close-offer'].map((verb) => [
      `return-interviews/${verb}`,
      ['interviewer triage-social-worker coordinator', 'holder: worker manager'],
    ]),
  ),
  ...Object.fromEntries(
    [
      'incidents/record-incident',
      'incidents/record-outcome',
      'incidents/change-incident',
      'incidents/withdraw-incident',
      'incident-victims/link-victim',
      'incident-victims/withdraw-link',
      'incident-parts/link-part',
      'incident-parts/withdraw-part',
    ].map((command) => [command, ['police-desk intelligence-officer intelligence-supervisor']]),
  ),
  'referral-proposals/accept-proposal': [triage],
  'referral-proposals/decline-proposal': [triage],
});
