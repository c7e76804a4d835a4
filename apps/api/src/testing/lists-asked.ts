/** A search for the hidden child by name. */
export const hiddenByName = 'children/search {"name":"Zqhidden Synthetic"}';
/** A search for the hidden child by a misspelt name. */
export const hiddenAlike = 'search {"text":"Zqhiden Sinthetic"}';
/** Every list of records, and the searches for what is hidden, by name and by number. */
export const lists = [
  hiddenAlike,
  ...['child-cases?limit=100', 'child-cases?limit=2', 'child-cases?panel=listed', 'child-cases?team=north'],
  ...['children', hiddenByName, 'children/search {"birthDate":"2012-05-06"}', 'plan-actions?limit=100'],
  ...[
    'missing-episodes',
    'missing-episodes/now',
    'return-interviews',
    'referral-proposals?limit=100',
    'sittings',
    'work-queue?limit=100',
    'clocks?limit=100',
    'messages',
    'users?limit=100',
  ],
  ...[
    'person-cases?limit=100',
    'location-cases?limit=100',
    'links?limit=100',
    'clusters',
    'identifier-matches',
  ],
  ...[
    'links/shared',
    'disruption-measures/licensing',
    'break-glass',
    'challenges',
    'notices',
    'information-requests',
    'service-episodes',
    'case-audits',
    'audit-actions',
    'dip-samples',
    'quality-standards',
    'quality-activities',
    'practice-themes',
    'training-sessions',
    'service-feedback',
    'legal-holds',
    'plan-actions/similar',
    'child-cases/triage-session',
    'disruption-measures?limit=100',
    'incident-victims',
    'incidents',
    'intelligence-requirements',
    'partner-figures',
    'population-tables',
    'incident-parts',
    'locations/picture',
  ],
  ...[
    'persons/search {"name":"Zqclosed Person"}',
    'persons/search {"identifiers":[{"kind":"phone","text":"07700 900321"}]}',
    'locations/search {"name":"Zqclosed Shop"}',
  ],
];
/** Lists and reports that ask of what they tell. */
export const reports = [
  ...[
    'judgement-lists',
    'unusual-looking',
    'silent-cases',
    'sharing-ledger',
    'agreement',
    'language/by-team',
  ],
  ...['incident-report', 'missing-report', 'scorecard', 'scorecard/records', 'problem-profile'],
  'problem-profile/document',
  ...['disruption-measures/cawn', 'disruption-measures/tried'],
];
/** Of reports of intelligence the desk reads every one: to its officer none of them is closed. */
export const ofReports = ['intelligence', 'work-queue?limit=100', 'clocks?limit=100', 'messages'];
/** Every document of a sitting. */
export const documents = ['pack', 'agenda', 'minutes'].map((one) => `format=html&document=${one}`);
