/** Who may do what with reports of intelligence and requirements; `cleared` are the desk, `everyRole` all roles. */
export const intelligenceRights = (everyRole: string, cleared: string): Record<string, string[]> => ({
  'intelligence/submit-intelligence': [everyRole],
  'intelligence/add-to-report': [`submitter: ${everyRole}`],
  ...Object.fromEntries(
    [
      ...[
        'evaluate',
        'name-records',
        'record-source-risk',
        'sanitise',
        'disseminate',
        'reject',
        'refer-source',
        'tell-submitter',
      ],
      ...['withdraw-report', 'review-report'],
    ].map((verb) => [`intelligence/${verb}`, [cleared]]),
  ),
  'intelligence-requirements/raise-requirement': [`${cleared} chair deputy-chair coordinator manager senior`],
  'intelligence-requirements/answer-requirement': [`asked: ${everyRole}`],
  'intelligence-requirements/withdraw-requirement': [cleared, `asker: ${everyRole}`],
});

/** Who may do what with links and clusters. */
export const linkRights = (everyRole: string, cleared: string): Record<string, string[]> => ({
  'links/record-link': [
    `${cleared} police-desk worker manager duty-manager triage-social-worker triage-officer coordinator licensing-officer interviewer`,
  ],
  ...Object.fromEntries(
    ['grade-link', 'review-link', 'renew-link', 'withdraw-link'].map((verb) => [`links/${verb}`, [cleared]]),
  ),
  'links/acknowledge-link': [`told: ${everyRole}`],
  'links/fade-link': ['clock: link-fading'],
  'links/draw-link': ['system: itself'],
  'links/weigh-link': ['system: itself'],
  ...Object.fromEntries(
    ['propose-cluster', 'receive-children', 'receive-change'].map((verb) => [
      `clusters/${verb}`,
      ['system: itself'],
    ]),
  ),
  ...Object.fromEntries(
    ['confirm-cluster', 'decline-cluster'].map((verb) => [
      `clusters/${verb}`,
      [`${cleared} coordinator duty-manager manager senior`],
    ]),
  ),
  ...Object.fromEntries(
    ['record-cluster-discussion', 'record-cluster-meeting', 'close-cluster'].map((verb) => [
      `clusters/${verb}`,
      ['duty-manager manager senior coordinator intelligence-supervisor'],
    ]),
  ),
});

/** Who gives and withdraws figures that an agency counted itself, and tables of the population. */
export const figureRights = (everyRole: string, cleared: string): Record<string, string[]> => {
  const steering = 'coordinator chair deputy-chair senior';
  const own = `manager member police-desk ${cleared}`;
  return {
    'partner-figures/record-figures': [`${steering} ${own}`],
    'partner-figures/ask-figures': [steering],
    'partner-figures/chase-figures': [steering],
    'partner-figures/return-figures': [steering, `lead: ${everyRole}`],
    'partner-figures/withdraw-figures': [steering, `giver: ${own}`],
    'population-tables/record-table': ['coordinator senior auditor'],
    'population-tables/withdraw-table': ['coordinator senior auditor'],
  };
};
