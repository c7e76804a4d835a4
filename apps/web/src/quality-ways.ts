import type { Who } from './who.js';

const leads = ['auditor', 'senior'];
const overseers = [...leads, 'information-governance'];
const steering = [...overseers, 'coordinator', 'chair', 'deputy-chair', 'manager', 'member'];

/** What shows how good the work is, and what is done about it: for whom each way is offered; without roles, for everybody. */
const ways: { text: string; href: string; says: string; roles?: readonly string[] }[] = [
  {
    text: 'Case audits',
    href: '/case-audits',
    says: 'Cases given out for audit, and what came back part by part.',
  },
  {
    text: 'Actions from audits',
    href: '/audit-actions',
    says: 'What findings led to: who does it by when, until it is proven.',
  },
  {
    text: 'Dip samples',
    href: '/dip-samples',
    says: 'Cases drawn by chance, by a seed that is kept.',
    roles: overseers,
  },
  {
    text: 'Standards',
    href: '/quality-standards',
    says: 'What each agency is held to, how far it is met, and on what evidence.',
    roles: steering,
  },
  {
    text: 'Quality calendar',
    href: '/quality-activities',
    says: 'What is due when in the year, and when it was carried out.',
    roles: steering,
  },
  {
    text: 'Practice themes',
    href: '/practice-themes',
    says: 'What audits and feedback come back to, and what was done about it.',
    roles: [...steering, 'worker'],
  },
  {
    text: 'Figures of partners',
    href: '/partner-figures',
    says: 'Returns of agencies: expected, received and late, with targets, trend and commentary.',
    roles: ['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'manager', 'member'],
  },
  {
    text: 'Training log',
    href: '/training-sessions',
    says: 'What was given for whom, how many came from where.',
    roles: [...steering, 'worker', 'licensing-officer', 'police-desk'],
  },
  {
    text: 'Feedback on the service',
    href: '/service-feedback',
    says: 'What children and parents say of the service, by theme.',
    roles: [...steering, 'worker', 'advocate', 'interviewer'],
  },
];

/** Of these, what somebody's roles open. */
export function qualityFor({ roles = [] }: Pick<Who, 'roles'>): typeof ways {
  return ways.filter((one) => !one.roles || roles.some((role) => one.roles?.includes(role)));
}
