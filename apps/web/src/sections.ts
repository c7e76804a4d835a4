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
const noCases = ['administrator'];
const overseers = ['information-governance', 'caldicott-guardian', 'auditor'];

/** What those look over who answer for the partnership, behind one item of the navigation. */
export const oversight = [
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
  { text: 'Exports', href: '/exports', says: 'What left in bulk: by whom, why, to whom, how many rows.' },
  {
    text: 'Disposals',
    href: '/disposals',
    says: 'What is due for review, what was disposed of, and the certificates.',
  },
];
const holds = oversight.map(({ href }) => href);

/** What the navigation offers to somebody's roles. Only an offer: the api decides what may be opened. */
export function sectionsFor({ roles = [] }: Who): Section[] {
  const has = (some: string[]): boolean => roles.some((role) => some.includes(role));
  const onlyReferrer = roles.every((role) => role === 'referrer');
  const cases = roles.length > 0 && !roles.every((role) => noCases.includes(role));
  return [
    { text: 'Your work', href: '/' },
    { text: 'Messages', href: '/messages' },
    ...(cases ? [{ text: 'Record a referral', href: '/child-cases/record-referral' }] : []),
    ...(cases && !onlyReferrer ? [{ text: 'Children', href: '/child-cases' }] : []),
    ...(has(seekers) ? [{ text: 'Missing now', href: '/missing-now' }] : []),
    ...(has(triage) ? [{ text: 'Triage', href: '/triage-session' }] : []),
    ...(has(proposals) ? [{ text: 'Proposals', href: '/referral-proposals' }] : []),
    ...(cases && !onlyReferrer ? [{ text: 'Actions', href: '/plan-actions' }] : []),
    ...(cases && !onlyReferrer ? [{ text: 'Requests', href: '/information-requests' }] : []),
    ...(cases ? [{ text: 'Challenges', href: '/challenges' }] : []),
    ...(has(incidents) ? [{ text: 'Incidents', href: '/incidents' }] : []),
    ...(cases ? [{ text: 'Intelligence', href: '/intelligence' }] : []),
    ...(has(strands) ? [{ text: 'Persons', href: '/person-cases' }] : []),
    ...(has(strands) ? [{ text: 'Places', href: '/location-cases' }] : []),
    ...(has(measures) ? [{ text: 'Measures', href: '/disruption-measures' }] : []),
    ...(has(panel) ? [{ text: 'Sittings', href: '/sittings' }] : []),
    ...(has(overseers) ? [{ text: 'Oversight', href: '/oversight', holds }] : []),
    ...(has(['administrator']) ? [{ text: 'Users', href: '/users' }] : []),
  ];
}
