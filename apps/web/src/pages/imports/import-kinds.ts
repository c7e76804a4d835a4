const registrars = ['coordinator', 'triage-social-worker', 'triage-officer'];
const desk = ['intelligence-officer', 'intelligence-supervisor'];
const police = ['police-desk', ...desk];
const file = [{ name: 'file', label: 'The file', hint: 'CSV.' }];

/** A kind of file that is taken: its files, and whom the form is offered to. Only an offer: the api decides. */
export interface ImportKind {
  name: string;
  text: string;
  says: string;
  parts: { name: string; label: string; hint: string }[];
  /** Whether ages and windows of months count back from a day. */
  dated: boolean;
  roles: string[];
}

/** Every kind, in the order in which they are offered. */
export const importKinds: ImportKind[] = [
  {
    name: 'ssda903',
    text: 'Children looked after (SSDA903)',
    says: 'Header, episodes of care and missing episodes, as the return has them. Missing episodes may propose a referral.',
    parts: [
      { name: 'header', label: 'Header: the children', hint: 'CSV. Leave out what you do not have.' },
      { name: 'episodes', label: 'Episodes of care', hint: 'CSV.' },
      { name: 'missing', label: 'Missing episodes', hint: 'CSV.' },
    ],
    dated: true,
    roles: registrars,
  },
  {
    name: 'cin-census',
    text: 'Children in need census',
    says: 'Children, their referrals to social care and assessments with factors. A factor may propose a referral here.',
    parts: [{ name: 'census', label: 'The census', hint: 'XML.' }],
    dated: true,
    roles: registrars,
  },
  {
    name: 'incidents',
    text: 'Incidents',
    says: 'Police crimes and non-crimes, and outcomes of those that are known.',
    parts: file,
    dated: false,
    roles: police,
  },
  {
    name: 'persons',
    text: 'Persons of concern',
    says: 'Each row is a nomination, to be screened like any other.',
    parts: file,
    dated: false,
    roles: police,
  },
  {
    name: 'locations',
    text: 'Places',
    says: 'Each row is a report of a place, to be screened like any other.',
    parts: file,
    dated: false,
    roles: police,
  },
  {
    name: 'intelligence',
    text: 'Intelligence',
    says: 'Each row is a report that partners sent to the desk. No word of a report is shown again.',
    parts: file,
    dated: false,
    roles: desk,
  },
  {
    name: 'population',
    text: 'Population of children',
    says: 'How many children live in the area, by groups, as somebody published it. The cohort of the scorecards is compared with it; a table is taken whole.',
    parts: file,
    dated: false,
    roles: ['coordinator', 'senior', 'auditor'],
  },
];

/** How each lot of rows is called. */
export const stageWords: { [stage: string]: string } = {
  header: 'Children',
  episodes: 'Episodes of care',
  missing: 'Missing episodes',
  children: 'Children',
  referrals: 'Referrals',
  incidents: 'Incidents',
  persons: 'Persons',
  locations: 'Places',
  intelligence: 'Reports of intelligence',
  population: 'Counts of the population',
};

/** A kind by its name, where it is offered to somebody with these roles. */
export const kindFor = (name: string | undefined, roles: readonly string[] = []): ImportKind | undefined =>
  importKinds.find((one) => one.name === name && one.roles.some((role) => roles.includes(role)));
