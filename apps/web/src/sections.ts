import type { Section } from './view.js';
import type { Who } from './who.js';

const panel = [
  'coordinator',
  'chair',
  'deputy-chair',
  'member',
  'substitute',
  'observer',
  'auditor',
  'senior',
  'manager',
];
const proposals = ['triage-social-worker', 'triage-officer', 'coordinator', 'auditor'];
const triage = ['triage-social-worker', 'triage-officer', 'duty-manager'];
const seekers = [
  ...['police-desk', 'duty-manager', 'out-of-hours', 'triage-social-worker', 'triage-officer', 'coordinator'],
  ...['worker', 'manager', 'interviewer', 'senior', 'auditor'],
];
const incidents = [
  ...['police-desk', 'intelligence-officer', 'intelligence-supervisor'],
  ...['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor'],
];
const strands = [
  ...['intelligence-officer', 'intelligence-supervisor', 'police-desk', 'licensing-officer', 'coordinator'],
  ...['chair', 'deputy-chair', 'auditor'],
];
const measures = [
  ...['intelligence-officer', 'intelligence-supervisor', 'police-desk', 'licensing-officer'],
  ...['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor'],
];
const links = [
  ...['intelligence-officer', 'intelligence-supervisor', 'police-desk', 'duty-manager'],
  ...['coordinator', 'chair', 'deputy-chair', 'auditor'],
];
const registrars = ['coordinator', 'triage-social-worker', 'triage-officer'];
const police = ['police-desk', 'intelligence-officer', 'intelligence-supervisor'];
/** Files that come in, lists that are compared, and the figures of a year. */
const files = [
  {
    text: 'Imports',
    href: '/imports',
    says: 'Take a file: previewed first, row by row, with the reason for every row that is refused.',
    roles: [...registrars, ...police, 'senior', 'auditor'],
  },
  {
    text: 'Outside lists',
    href: '/match-lists',
    says: 'How many children and persons of concern a list from outside names. The list is not kept.',
    roles: [...police, 'coordinator'],
  },
  {
    text: 'Problem profile',
    href: '/problem-profile',
    says: 'The figures of a year with their definitions, small numbers kept back, and what is not known.',
    roles: [...police, 'coordinator', 'chair', 'deputy-chair', 'senior', 'auditor'],
  },
  {
    text: 'Figures of partners',
    href: '/partner-figures',
    says: 'What agencies counted themselves: returns that are expected, received and late, and figures for the problem profile.',
    roles: [...police, 'coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'manager', 'member'],
  },
  {
    text: 'Population tables',
    href: '/population-tables',
    says: 'How many children live in the area, by groups: the cohort of the scorecards is compared with them.',
    roles: ['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor'],
  },
  {
    text: 'Scorecards',
    href: '/scorecards',
    says: 'The measures of any days beside others, as known now or then, each with its definition and its records.',
    roles: ['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor'],
  },
];

/** Of these, what somebody's roles open. */
export function filesFor({ roles = [] }: Pick<Who, 'roles'>): typeof files {
  return files.filter((one) => roles.some((role) => one.roles.includes(role)));
}

/** Whether somebody gives figures of an agency and takes no files: then the way to them is the list of sittings. */
export const givesFiguresAlone = (who: Pick<Who, 'roles'>): boolean =>
  filesFor(who)
    .map(({ href }) => href)
    .join() === '/partner-figures';

const noCases = ['administrator'];
/** Who looks at judgements that the rules list to somebody who did not make them. */
const judges = ['chair', 'deputy-chair', 'auditor', 'senior'];
const overseers = ['information-governance', 'caldicott-guardian', 'auditor'];

const judgements = {
  text: 'Judgements to look at',
  href: '/judgement-lists',
  says: 'Grades below a floor, harm that is not named, thresholds not met, no crime reference: each with its reasons.',
};

const silent = {
  text: 'Cases that nobody holds',
  href: '/silent-cases',
  says: 'Open cases without an owner, a next step with a date, or somebody in whose list they stand.',
};
/** Who looks for cases that nobody holds. */
const listeners = ['chair', 'deputy-chair', 'coordinator', 'senior', 'auditor'];
const clocks = {
  text: 'Clocks',
  href: '/clocks',
  says: 'What is due, late, met or missed, by kind, agency and owner, each with why it is due then.',
};
const audits = {
  text: 'Quality of the work',
  href: '/quality',
  says: 'Case audits and the samples they are drawn by, and what came of them.',
};

/** What those look over who answer for the partnership, behind one item of the navigation. */
const oversight = [
  {
    text: 'Unusual looking',
    href: '/unusual-looking',
    says: 'Who looked at records in a way that asks for a reason.',
  },
  {
    text: 'Opened in an emergency',
    href: '/break-glass',
    says: 'Records that somebody opened for an hour, and the review of each.',
  },
  {
    text: 'Access requests',
    href: '/access-requests',
    says: 'What is held about a child, asked for and answered item by item.',
  },
  judgements,
  silent,
  clocks,
  audits,
  {
    text: 'The books on an earlier day',
    href: '/as-it-was',
    says: 'Any list and any record as it was known at the end of a day, from the sealed history.',
  },
  {
    text: 'Verification of the history',
    href: '/verifications',
    says: 'Up to where the history is sealed, and whether all of it is as it was recorded.',
  },
  { text: 'Exports', href: '/exports', says: 'What left in bulk: by whom, why, to whom, how many rows.' },
  {
    text: 'Disposals',
    href: '/disposals',
    says: 'What is due for review, what was disposed of, and the certificates.',
  },
];
const lookedOver = oversight.map(({ href }) => href);

/** Whether somebody's roles open the lists of judgements that the chair and the auditor look at. */
export function looksAtJudgements({ roles = [] }: Pick<Who, 'roles'>): boolean {
  return roles.some((role) => judges.includes(role));
}

/** Whether somebody's roles open the list of cases that nobody holds. */
export function looksForSilentCases({ roles = [] }: Pick<Who, 'roles'>): boolean {
  return roles.some((role) => listeners.includes(role));
}

/** Of what is looked over, what somebody's roles open. */
export function oversightFor(who: Pick<Who, 'roles'>): typeof oversight {
  return oversight.filter(
    (one) => (one !== judgements || looksAtJudgements(who)) && (one !== silent || looksForSilentCases(who)),
  );
}

const missingNow = { text: 'Missing now', href: '/missing-now' };
const intelligence = { text: 'Intelligence', href: '/intelligence' };

/** What is known of those who harm and where, and what is done about it: items of their own where they are few. */
const disruption = [
  {
    text: 'Incidents',
    href: '/incidents',
    says: 'Crimes and other incidents that the police recorded.',
    roles: incidents,
  },
  {
    text: 'Persons',
    href: '/person-cases',
    says: 'Persons of concern, from nomination to removal.',
    roles: strands,
  },
  {
    text: 'Places',
    href: '/location-cases',
    says: 'Locations of concern, and who answers for them.',
    roles: strands,
  },
  {
    text: 'Measures',
    href: '/disruption-measures',
    says: 'Orders, notices and licences: considered, in force, ended.',
    roles: measures,
  },
  {
    text: 'Links',
    href: '/links',
    says: 'Who is linked with whom and with what, what children share, and clusters of children.',
    roles: links,
  },
];

/** Of these, what somebody's roles open. */
export function disruptionFor({ roles = [] }: Pick<Who, 'roles'>): typeof disruption {
  return disruption.filter((one) => roles.some((role) => one.roles.includes(role)));
}

/** Children who are missing, for those who look for them, and reports of intelligence. */
export function reportsAndAbsences({
  roles = [],
}: Pick<Who, 'roles'>): { text: string; href: string; says: string }[] {
  return [
    ...(roles.some((role) => seekers.includes(role))
      ? [{ ...missingNow, says: 'Children who are missing, since when, and who looks.' }]
      : []),
    { ...intelligence, says: 'Reports, what came of them, and what is asked of agencies.' },
  ];
}

/** Whether somebody's roles open the figures of incidents. */
export function readsIncidentFigures({ roles = [] }: Pick<Who, 'roles'>): boolean {
  return roles.some((role) => incidents.includes(role));
}

/** Whether somebody looks for records: whoever has a part in cases besides referring a child. */
export function findsRecords({ roles = [] }: Who): boolean {
  return roles.some((role) => role !== 'referrer' && !noCases.includes(role));
}

/** What the navigation offers to somebody's roles. Only an offer: the api decides what may be opened. */
export function sectionsFor({ roles = [] }: Who): Section[] {
  const has = (some: string[]): boolean => roles.some((role) => some.includes(role));
  const apart = disruptionFor({ roles }).map(({ text, href }) => ({ text, href }));
  // With the panel's own items, or with all of these, the navigation would take two lines.
  const besidePanel = has(panel) && apart.length > 1;
  const isGathered = besidePanel || apart.length > 3;
  const onlyReferrer = roles.every((role) => role === 'referrer');
  const cases = roles.length > 0 && !roles.every((role) => noCases.includes(role));
  // Whoever audits alone looks at referrals, and has items of oversight in the place of this one.
  const refers = cases && !roles.every((role) => role === 'auditor');
  const missing = has(seekers) ? [missingNow] : [];
  const reports = cases ? [intelligence] : [];
  const gathered = besidePanel ? [...missing, ...reports, ...apart] : apart;
  const figuresAlone = givesFiguresAlone({ roles });
  const ownFiles = figuresAlone ? [] : filesFor({ roles }).map(({ href }) => href);
  const holds = [...gathered.map(({ href }) => href), ...ownFiles];
  return [
    { text: 'Your work', href: '/' },
    { text: 'Messages', href: '/messages' },
    ...(refers ? [{ text: 'Record a referral', href: '/child-cases/record-referral' }] : []),
    ...(cases && !onlyReferrer ? [{ text: 'Children', href: '/child-cases' }] : []),
    ...(besidePanel ? [] : missing),
    ...(has(triage) ? [{ text: 'Triage', href: '/triage-session' }] : []),
    ...(has(proposals)
      ? [{ text: 'Proposals', href: '/referral-proposals', holds: apart.length === 0 ? ownFiles : [] }]
      : []),
    ...(cases && !onlyReferrer
      ? [{ text: 'Actions', href: '/plan-actions', holds: has(overseers) ? [] : [audits.href] }]
      : []),
    ...(cases && !onlyReferrer ? [{ text: 'Requests', href: '/information-requests' }] : []),
    ...(cases ? [{ text: 'Challenges', href: '/challenges' }] : []),
    ...(besidePanel ? [] : reports),
    ...(isGathered ? [{ text: 'Disruption', href: '/disruption', holds }] : apart),
    ...(isGathered || ownFiles.length === 0 || has(proposals)
      ? []
      : [{ text: 'Files', href: '/imports', holds: ownFiles }]),
    ...(has(panel)
      ? [
          {
            text: 'Sittings',
            href: '/sittings',
            holds: [
              ...(has(overseers) ? [] : [judgements.href, silent.href]),
              ...(figuresAlone ? ['/imports'] : []),
            ],
          },
        ]
      : []),
    ...(has(overseers) ? [{ text: 'Oversight', href: '/oversight', holds: lookedOver }] : []),
    ...(has(['administrator']) ? [{ text: 'Users', href: '/users' }] : []),
  ];
}
